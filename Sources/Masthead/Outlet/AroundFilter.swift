/// Tells which lines around the article can't have a signature or a left-over wording, by the
/// terms that label features are made of anyway.
///
/// Of each wording one word is noted, the one that stands in fewest wordings; a line without any
/// noted word is passed over. A word that features see otherwise, as with an apostrophe or a
/// soft hyphen grown to it, may so be missed.
struct AroundFilter: Sendable {
    /// One bit for the upper sixteen bits of a word's key.
    private var bits = [UInt64](repeating: 0, count: 1 << 10)
    /// Whether some wording has no such word: then every line must be looked at.
    private var isBlind = false

    /// A filter for wordings. O(size).
    init(_ wordings: [String]) {
        let texts = wordings.map { TokenText($0) }
        var frequency: [UInt64: Int] = [:]
        for text in texts {
            for token in text.tokens { frequency[token.folded, default: 0] += 1 }
        }
        for text in texts {
            let words = text.tokens.indices.filter { Self.isAlone($0, in: text.tokens) }
            let ranked = words.sorted {
                let (first, second) = (text.tokens[$0], text.tokens[$1])
                let (one, other) = (frequency[first.folded] ?? 0, frequency[second.folded] ?? 0)
                return (one, -first.range.count, $0) < (other, -second.range.count, $1)
            }
            if let key = Self.firstKey(of: ranked, in: text) {
                bits[Int(key >> 22)] |= 1 << UInt64(key >> 16 & 63)
            } else {
                isBlind = true
            }
        }
    }

    /// The key of the first of some words that has one.
    private static func firstKey(of words: [Int], in text: TokenText) -> UInt32? {
        for index in words {
            // Features see three words in "BR24Newsletter".
            let parts = text.string(index..<(index + 1)).unicodeScalars.split {
                $0.properties.numericType != nil
            }
            if let longest = parts.max(by: { $0.count < $1.count }),
                let key = TermName.key(.words, String(longest))
            {
                return key
            }
        }
        return nil
    }

    /// Whether a token is a word that features see alike: of two letters or more, without an
    /// apostrophe beside it, which they would make a part of it.
    private static func isAlone(_ index: Int, in tokens: [TokenText.Token]) -> Bool {
        let token = tokens[index]
        guard token.isWord, token.range.count > 1 else { return false }
        if index > 0, tokens[index - 1].mark == 0x27, !token.spaceBefore { return false }
        let next = index + 1
        return next == tokens.count || tokens[next].mark != 0x27 || tokens[next].spaceBefore
    }

    /// Whether a wording may stand in a line. Lines of which features look at the ends alone are
    /// always looked at. O(words).
    func mayStand(in page: PageEvidence, line: Int) -> Bool {
        let words = page.range(.words, of: line)
        if isBlind || words.count >= TermFeatures.head + TermFeatures.tail { return true }
        let keys = page.termKeys.span
        for place in words {
            let key = keys[place]
            if bits[Int(key >> 22)] >> UInt64(key >> 16 & 63) & 1 != 0 { return true }
        }
        return false
    }
}
