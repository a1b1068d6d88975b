/// Splits a line into tokens and takes its measures, in one pass over its bytes.
///
/// Words are runs of letters with apostrophes inside; numbers are runs of digits; an ideograph
/// is a word; marks other than sentence punctuation are tokens of their own. Nothing is
/// allocated for a word: tokens hold hashes and offsets. The buffers are used again for every
/// line, so that they stay in the processor's cache.
struct LineScanner {
    /// The tokens of the line scanned last, and room for more.
    private(set) var tokenBuffer: [Token] = []
    private(set) var tokenCount = 0
    /// The keys of the runs of four letters of its words, word after word, and room for more.
    private(set) var gramBuffer: [UInt32] = []
    private let table = CharacterTable.shared
    private let roles = WordRoles.shared

    /// The tokens of the line scanned last.
    var tokens: ArraySlice<Token> { tokenBuffer[..<tokenCount] }

    /// Scans the bytes `range` of valid UTF-8. O(bytes).
    mutating func scan(_ text: Span<UInt8>, _ range: Range<Int>) -> LineScan {
        if gramBuffer.count < range.count {
            gramBuffer = Array(repeating: 0, count: max(range.count, 2 * gramBuffer.count))
        }
        var line = LineScan()
        var list = TokenList(from: range.lowerBound)
        var offset = range.lowerBound
        while offset < range.upperBound {
            // A line has far fewer tokens than bytes, so there is room for few at first.
            if list.count == tokenBuffer.count {
                tokenBuffer += repeatElement(.none, count: max(256, tokenBuffer.count))
            }
            scan(text, &offset, range.upperBound, &line, &list)
        }
        line.hash = list.hash
        tokenCount = list.count
        if line.mayHoldAddress { addAddresses(of: text, range, to: &line) }
        return line
    }

    /// Scans from `offset` on, to `end` or until there is no room for another token.
    private mutating func scan(
        _ text: Span<UInt8>, _ offset: inout Int, _ end: Int, _ line: inout LineScan,
        _ list: inout TokenList
    ) {
        // Taken out of `self` and put back, for spans of its parts would overlap.
        var (tokenBuffer, gramBuffer) = ([Token](), [UInt32]())
        exchange(&tokenBuffer, &gramBuffer)
        var tokens = tokenBuffer.mutableSpan
        var grams = gramBuffer.mutableSpan
        while offset < end, list.count < tokens.count {
            let start = offset
            let next = table.next(text, offset, end)
            switch next.kind {
            case .lower, .upper, .uncased:
                let word = table.word(text, &offset, end, first: next, &list, &grams)
                line.add(word, word.kind, role: roles.role(of: word.hash))
                if offset &- start == 3, Self.isWeb(text, start) { line.hasWeb = true }
                list.append(word.kind, word.hash, from: start, to: offset, in: &tokens)
            case .space:
                line.addSpace()
                offset &+= next.width
            case .digit:
                let number = table.number(text, &offset, end)
                line.addNumber(number.characters)
                list.append(.digits, number, from: start, to: offset, in: &tokens)
            default:
                line.add(next.kind)
                offset &+= next.width
                if let kind = next.kind.tokenKind {
                    let mark = WordHash(next.lower)
                    list.append(kind, mark, from: start, to: offset, in: &tokens)
                }
            }
        }
        exchange(&tokenBuffer, &gramBuffer)
    }

    private mutating func exchange(_ tokens: inout [Token], _ grams: inout [UInt32]) {
        swap(&tokens, &tokenBuffer)
        swap(&grams, &gramBuffer)
    }
}
