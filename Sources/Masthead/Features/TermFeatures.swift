/// The views of terms: words, pairs of neighbouring words, beginnings and endings of words, and
/// whole phrases.
struct TermFeatures {
    /// How many words from a line's start and from its end are looked up. Words in the middle of
    /// a long paragraph tell hardly more, and this bounds the cost of long ones.
    static let head = 32
    static let tail = 16

    private let tokens: [Token]

    init(_ tokens: [Token]) { self.tokens = tokens }

    /// Calls `visit` with every term of a line. O(1) calls, at most 48 words.
    func visit(_ line: LineScan, _ visit: (View, UInt32) -> Void) {
        let range = line.tokens
        if range.isEmpty { return }
        visitPhrases(line, visit)
        var previous: UInt64 = 0x11
        var index = range.lowerBound
        while index < range.upperBound {
            if index == range.lowerBound + Self.head && index < range.upperBound - Self.tail {
                index = range.upperBound - Self.tail
                previous = tokens[index - 1].hash
            }
            let token = tokens[index]
            visit(.words, Self.term(token.hash, 1))
            visit(.bigrams, Self.term(Self.joined(previous, token.hash), 2))
            if token.prefix != 0 { visit(.affixes, Self.term(UInt64(token.prefix), 3)) }
            if token.suffix != 0 { visit(.affixes, Self.term(token.suffix, 4)) }
            previous = token.hash
            index += 1
        }
        let end = UInt64(ShapeFeatures.endClass(line)) + 0x20
        visit(.bigrams, Self.term(Self.joined(previous, end), 2))
    }

    /// The whole line where it has at most eight tokens, and its first and last three.
    private func visitPhrases(_ line: LineScan, _ visit: (View, UInt32) -> Void) {
        let range = line.tokens
        func phrase(_ part: Range<Int>, _ seed: UInt64) {
            var hash = seed
            for token in tokens[part] { hash = Self.joined(hash, token.hash) }
            visit(.phrases, Self.term(hash, seed))
        }
        if range.count <= 8 { phrase(range, 5) }
        if range.count >= 3 {
            phrase(range.lowerBound..<(range.lowerBound + 3), 6)
            phrase((range.upperBound - 3)..<range.upperBound, 7)
        }
    }

    static func joined(_ first: UInt64, _ second: UInt64) -> UInt64 {
        (first.rotated(by: 23) ^ second) &* LineScanner.multiplier
    }

    /// The 32-bit key of a term in the model's table; `seed` keeps the views apart.
    static func term(_ hash: UInt64, _ seed: UInt64) -> UInt32 {
        var mixed = (hash ^ (seed &* 0xD6E8_FEB8_6659_FD93)) &* LineScanner.multiplier
        mixed ^= mixed >> 32
        mixed = mixed &* 0xD6E8_FEB8_6659_FD93
        return UInt32(truncatingIfNeeded: mixed >> 32)
    }
}
