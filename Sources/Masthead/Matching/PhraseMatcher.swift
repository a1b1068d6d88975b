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
    /// Phrases whose capitals count, by the hashes of all their tokens.
    private var exactPhrases = HashedEdges()
    /// How phrases begin, all and those that are wanted.
    private var starts = StartFilter()
    private var wantedStarts = StartFilter()

    /// One bit for some bits of a hash: at most tokens no phrase begins, and this tells them.
    private struct StartFilter {
        /// Tokens that are phrases by themselves, and pairs that begin a longer one.
        private var single = [UInt64](repeating: 0, count: 1 << 10)
        private var pairs = [UInt64](repeating: 0, count: 1 << 11)

        /// The upper bits of the hash of a short token hardly differ; those of a product do.
        @inline(__always)
        private static func mixed(_ hash: UInt64) -> UInt64 { hash &* 0x9E37_79B9_7F4A_7C15 }

        @inline(__always)
        private static func pair(_ tokens: [TokenText.Token], _ start: Int) -> UInt64 {
            mixed(tokens[start].folded ^ tokens[start + 1].folded.rotated(by: 17))
        }

        mutating func insert(_ tokens: [TokenText.Token]) {
            if tokens.count == 1 {
                let mixed = Self.mixed(tokens[0].folded)
                single[Int(mixed >> 54)] |= 1 << (mixed >> 48 & 63)
            } else {
                let mixed = Self.pair(tokens, 0)
                pairs[Int(mixed >> 53)] |= 1 << (mixed >> 47 & 63)
            }
        }

        /// How many tokens a phrase that begins at a token may have.
        @inline(__always)
        func longest(_ tokens: [TokenText.Token], from start: Int) -> Int {
            if start + 1 < tokens.count {
                let pair = Self.pair(tokens, start)
                if pairs[Int(pair >> 53)] >> (pair >> 47 & 63) & 1 != 0 { return longestPhrase }
            }
            let mixed = Self.mixed(tokens[start].folded)
            return Int(single[Int(mixed >> 54)] >> (mixed >> 48 & 63) & 1)
        }
    }

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
    /// equal phrase added before, or nil for a phrase that never matches. `isWanted` phrases can
    /// be looked for alone. O(tokens).
    @discardableResult
    mutating func add(_ phrase: Phrase, as index: Int, isWanted: Bool = false) -> Int? {
        let tokens = TokenText(phrase.text).tokens
        guard !tokens.isEmpty, tokens.count <= Self.longestPhrase else { return nil }
        var node: UInt32 = 0
        var exact: UInt64 = 0
        starts.insert(tokens)
        if isWanted { wantedStarts.insert(tokens) }
        for token in tokens {
            let fresh = UInt32(ends.count)
            let next = edges.child(of: node, by: token.folded, addingAs: fresh)
            if next == fresh { ends.append(NodeEnd()) }
            node = next
            exact = HashedEdges.key(node, exact ^ token.exact)
        }
        if phrase.isCaseSensitive {
            ends[Int(node)].hasExact = true
            return Int(exactPhrases.child(of: 0, by: exact, addingAs: UInt32(index)))
        }
        if ends[Int(node)].folded >= 0 { return Int(ends[Int(node)].folded) }
        ends[Int(node)].folded = Int32(truncatingIfNeeded: index)
        return index
    }

    /// Calls `body` with every match, in the order of their starts, shorter ones first; where two
    /// phrases differ in capitals only, the one whose capitals do not count comes first. With
    /// `wantedOnly`, at least with every match of a wanted phrase, sooner. O(tokens).
    package func visitMatches(
        in tokens: [TokenText.Token], wantedOnly: Bool = false, _ body: (Match) -> Void
    ) {
        let filter = wantedOnly ? wantedStarts : starts
        for start in tokens.indices {
            let longest = filter.longest(tokens, from: start)
            if longest == 0 { continue }
            var node: UInt32 = 0
            var exact: UInt64 = 0
            for index in start..<min(tokens.count, start + longest) {
                guard let next = edges.child(of: node, by: tokens[index].folded) else { break }
                node = next
                exact = HashedEdges.key(node, exact ^ tokens[index].exact)
                let end = ends[Int(node)]
                if end.folded >= 0 {
                    body(Match(phrase: Int(end.folded), tokens: start..<(index + 1)))
                }
                if end.hasExact, let found = exactPhrases.child(of: 0, by: exact) {
                    body(Match(phrase: Int(found), tokens: start..<(index + 1)))
                }
            }
        }
    }

    /// All matches, overlapping ones included, in the order of their starts, shorter ones first.
    package func matches(in text: TokenText) -> [Match] {
        var matches: [Match] = []
        visitMatches(in: text.tokens) { matches.append($0) }
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
