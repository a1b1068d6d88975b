/// The words of a page's title, which its other headings share more often than its links do.
///
/// The title is the first line of two words or more. Of a line the first 24 words of four letters
/// or more are looked at, which bounds the work and hardly changes the share.
struct TitleWords {
    private static let most = 24
    private var hashes: [UInt64] = []
    /// A bit for each hash, for most words stand in no title.
    private var filter: UInt64 = 0
    private var isFound = false

    /// Share of a line's words that stand in the title, 0 to 1; 0 for the title and the lines
    /// before it. Lines come in the order of the page; `words` is the number of words of the
    /// line. O(tokens), at most 24 words.
    mutating func share(of tokens: ArraySlice<Token>, words: Int) -> Float {
        if !isFound && words < 2 { return 0 }
        var looked = 0
        var shared = 0
        for token in tokens where token.characters >= 4 && token.isAlphabetic {
            if looked == Self.most { break }
            looked += 1
            if isFound { shared += contains(token.hash) ? 1 : 0 } else { add(token.hash) }
        }
        isFound = true
        return Float(shared) / Float(max(looked, 1))
    }

    private mutating func add(_ hash: UInt64) {
        hashes.append(hash)
        filter |= 1 << (hash >> 58)
    }

    @inline(__always)
    private func contains(_ hash: UInt64) -> Bool {
        filter >> (hash >> 58) & 1 == 1 && hashes.contains(hash)
    }
}
