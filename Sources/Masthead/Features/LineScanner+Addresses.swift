extension LineScanner {
    /// Marks dates, times and addresses, which are patterns over neighbouring tokens.
    ///
    /// A time is two numbers of one or two digits around a colon; a date is such numbers around
    /// full stops, slashes or hyphens, or a number of four digits from 1900 to 2099 in a line
    /// with another number. O(tokens).
    func addresses(
        in text: Span<UInt8>, _ range: Range<Int>, _ tokens: Range<Int>
    ) -> (url: Bool, email: Bool, time: Bool, date: Bool) {
        var found = (url: false, email: false, time: false, date: false)
        var previous: Token?
        var number: Token?
        for index in tokens {
            let token = self.tokens[index]
            let end = Int(token.start + token.length)
            if token.kind == .digits, let number, number.characters <= 2,
                token.start == number.start + number.length + 1
            {
                let between = text[Int(token.start) - 1]
                if between == 0x3A && token.characters == 2 { found.time = true }
                if between == 0x2E || between == 0x2F || between == 0x2D { found.date = true }
            }
            if token.kind == .digits && token.characters == 4 {
                let century = (text[Int(token.start)], text[Int(token.start) + 1])
                if (century == (0x32, 0x30) || century == (0x31, 0x39)) && tokens.count > 1 {
                    found.date = found.date || index > tokens.lowerBound
                }
            }
            if token.isAlphabetic && end + 2 < range.upperBound {
                let next = (text[end], text[end + 1], text[end + 2])
                if next == (0x3A, 0x2F, 0x2F) { found.url = true }
                if token.length == 3 && next.0 == 0x2E && isWWW(text, Int(token.start)) {
                    found.url = true
                }
            }
            if token.kind == .mark && token.length == 1, text[Int(token.start)] == 0x40,
                let previous, previous.start + previous.length == token.start,
                index + 1 < tokens.upperBound, Int(self.tokens[index + 1].start) == end
            {
                found.email = true
            }
            previous = token
            if token.kind == .digits { number = token }
        }
        return found
    }

    private func isWWW(_ text: Span<UInt8>, _ start: Int) -> Bool {
        (0..<3).allSatisfy { text[start + $0] | 0x20 == 0x77 }
    }
}
