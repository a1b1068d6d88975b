extension LineScanner {
    /// Adds dates, times and addresses, which are patterns over neighbouring tokens.
    ///
    /// A time is two numbers of one or two digits around a colon; a date is such numbers around
    /// full stops, slashes or hyphens, or a number of four digits from 1900 to 2099 in a line
    /// with another number. O(tokens).
    func addAddresses(of text: Span<UInt8>, _ range: Range<Int>, to line: inout LineScan) {
        let tokens = tokenBuffer.span.extracting(0..<tokenCount)
        // Where the token before ends, and the last number among the tokens.
        var previousEnd: Int32 = -1
        var number: Int?
        for index in tokens.indices {
            let token = tokens[index]
            let start = range.lowerBound + Int(token.start)
            let end = start + Int(token.length)
            if token.kind == .digits {
                if let number, tokens[number].characters <= 2,
                    token.start == tokens[number].start + tokens[number].length + 1
                {
                    let between = text[start - 1]
                    if between == 0x3A && token.characters == 2 { line.hasTime = true }
                    if 0x2D...0x2F ~= between { line.hasDate = true }
                }
                if token.characters == 4 && index > 0 {
                    let century = (text[start], text[start + 1])
                    if century == (0x32, 0x30) || century == (0x31, 0x39) { line.hasDate = true }
                }
                number = index
            } else if token.kind == .mark {
                if token.length == 1 && text[start] == 0x40 && previousEnd == token.start
                    && index + 1 < tokens.count && tokens[index + 1].start == token.start + 1
                {
                    line.hasEmail = true
                }
            } else if end + 2 < range.upperBound {
                if text[end] == 0x3A && text[end + 1] == 0x2F && text[end + 2] == 0x2F {
                    line.hasURL = true
                }
                if token.length == 3 && text[end] == 0x2E && Self.isWeb(text, start) {
                    line.hasURL = true
                }
            }
            previousEnd = token.start + token.length
        }
    }

    /// Whether the three bytes from `start` are "www", whatever their case.
    @inline(__always)
    static func isWeb(_ text: Span<UInt8>, _ start: Int) -> Bool {
        text[start + 1] | 0x20 == 0x77 && text[start] | 0x20 == 0x77
            && text[start + 2] | 0x20 == 0x77
    }
}
