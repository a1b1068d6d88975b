/// Finds all phrases of a table in one pass over a text, however long the table.
///
/// The phrases form a trie whose edges are hashes of tokens (``TokenText``), so that a match
/// begins and ends at word boundaries and does not depend on white space. From every token the
/// trie is walked as far as it goes, at most ``longestPhrase`` tokens: O(tokens) for a text,
/// whatever the number of phrases; building is O(tokens of all phrases). A match is decided by
/// 64-bit hashes: two different phrases would have to collide to be taken for one another.
package struct PhraseMatcher: Sendable {
    /// The most tokens that a phrase may have. It bounds the work for each token of a text: the
    /// longest notices that name an outlet have about twenty.
    package static let longestPhrase = 32

    /// A phrase, and whether capitals count.
    package struct Phrase: Sendable, Hashable {
        /// The wording.
        package let text: String
        /// Whether a match must have the same capitals, as `AP` must.
        package let isCaseSensitive: Bool

        /// A phrase of that wording.
        package init(_ text: String, isCaseSensitive: Bool) {
            self.text = text
            self.isCaseSensitive = isCaseSensitive
        }
    }

    /// An occurrence of a phrase.
    package struct Match: Sendable, Hashable {
        /// Index of the phrase in the table.
        package let phrase: Int
        /// Tokens of the text, half-open.
        package let tokens: Range<Int>
    }

    private var edges = HashedEdges()
    private var ends: [NodeEnd] = [NodeEnd()]
    private var exactPhrases: [UInt64: Int32] = [:]

    private struct NodeEnd {
        var folded: Int32 = -1
        var hasExact = false
    }

    /// A matcher of the phrases. Where two are alike, the first is reported; phrases without a
    /// token or with more than ``longestPhrase`` never match.
    package init(_ phrases: [Phrase]) {
        for (index, phrase) in phrases.enumerated() { add(phrase, as: index) }
    }

    /// Adds a phrase under an index, and returns the index under which it is found: that of an
    /// equal phrase added before, or nil for a phrase that never matches. O(tokens).
    @discardableResult
    mutating func add(_ phrase: Phrase, as index: Int) -> Int? {
        let tokens = TokenText(phrase.text).tokens
        guard !tokens.isEmpty, tokens.count <= Self.longestPhrase else { return nil }
        var node: UInt32 = 0
        var exact: UInt64 = 0
        for token in tokens {
            let fresh = UInt32(ends.count)
            let next = edges.child(of: node, by: token.folded, addingAs: fresh)
            if next == fresh { ends.append(NodeEnd()) }
            node = next
            exact = HashedEdges.key(node, exact ^ token.exact)
        }
        let stored = Int32(truncatingIfNeeded: index)
        if phrase.isCaseSensitive {
            ends[Int(node)].hasExact = true
            if let known = exactPhrases[exact] { return Int(known) }
            exactPhrases[exact] = stored
        } else {
            if ends[Int(node)].folded >= 0 { return Int(ends[Int(node)].folded) }
            ends[Int(node)].folded = stored
        }
        return index
    }

    /// Calls `body` with every match, in the order of their starts, shorter ones first; where two
    /// phrases differ in capitals only, the one whose capitals do not count comes first. O(tokens).
    package func visitMatches(
        in text: TokenText, _ body: (Match) -> Void
    ) {
        let tokens = text.tokens
        for start in tokens.indices {
            var node: UInt32 = 0
            var exact: UInt64 = 0
            for index in start..<min(tokens.count, start + Self.longestPhrase) {
                guard let next = edges.child(of: node, by: tokens[index].folded) else { break }
                node = next
                exact = HashedEdges.key(node, exact ^ tokens[index].exact)
                let end = ends[Int(node)]
                if end.folded >= 0 {
                    body(Match(phrase: Int(end.folded), tokens: start..<(index + 1)))
                }
                if end.hasExact, let found = exactPhrases[exact] {
                    body(Match(phrase: Int(found), tokens: start..<(index + 1)))
                }
            }
        }
    }

    /// All matches, overlapping ones included, in the order of their starts, shorter ones first.
    package func matches(in text: TokenText) -> [Match] {
        var matches: [Match] = []
        visitMatches(in: text) { matches.append($0) }
        return matches
    }

    /// The leftmost matches, of those with the same start the longest, none overlapping.
    package func longestMatches(in text: TokenText) -> [Match] {
        Self.longest(of: matches(in: text))
    }

    /// The leftmost of some matches in the order of ``visitMatches(in:_:)``, of those with the
    /// same start the longest, none overlapping. O(matches).
    package static func longest(of matches: [Match]) -> [Match] {
        var kept: [Match] = []
        for match in matches {
            if let last = kept.last {
                if match.tokens.lowerBound == last.tokens.lowerBound {
                    kept[kept.count - 1] = match
                    continue
                }
                if match.tokens.lowerBound < last.tokens.upperBound { continue }
            }
            kept.append(match)
        }
        return kept
    }
}
