/// Where a paragraph stands on its page, for the context of its candidates.
struct PlaceOnPage: Sendable {
    var label: ParagraphLabel
    /// 0 for the first article paragraph, 1 for the second and third, 2 for later ones.
    var place: UInt32
}

/// The context of candidates in one paragraph: one categorical value a feature.
struct StanceContext {
    /// What the values describe, in order.
    enum Feature: Int, CaseIterable {
        case previous, next, previousTwo, nextTwo, shapes, clauseEnd, clauseStart, quotation
        case position, sentence, ending, place, before, length, rivals, leaning
    }

    private let scan: StanceScan
    private let quotations: [Quotation]
    private let page: PlaceOnPage
    private var traits: [SentenceTraits]

    init(
        scan: StanceScan, quotations: [Quotation], matches: [LexiconMatch],
        lexicon: StanceLexicon, page: PlaceOnPage
    ) {
        self.scan = scan
        self.quotations = quotations
        self.page = page
        traits = Array(repeating: [], count: scan.sentences)
        for token in scan.tokens {
            if token.kind == .mark {
                if token.hash == 0x3F { traits[Int(token.sentence)].insert(.question) }
            } else if !token.flags.isDisjoint(with: .traits) {
                traits[Int(token.sentence)].formUnion(SentenceTraits(token.flags))
            }
        }
        for match in matches {
            switch lexicon.tables.category(of: match.row) {
            case .attribution, .endorsement, .distancing:
                traits[Int(scan.tokens[match.tokens.lowerBound].sentence)].insert(.speech)
            default: break
            }
        }
        for quotation in quotations where quotation.words > 4 {
            traits[Int(scan.tokens[quotation.open].sentence)].insert(.quotation)
        }
    }

    /// Fills in the context of a candidate. O(clause).
    func describe(_ candidate: inout StanceCandidate) {
        if candidate.rule == .shortQuotation { return describeQuotation(&candidate) }
        let tokens = scan.tokens
        let range = candidate.tokens
        let first = tokens[range.lowerBound]
        let quote = quoteState(range)
        candidate.isQuoted = quote.inside
        let sentence = Int(first.sentence)
        let own = UInt32(traits[sentence].rawValue)
        let earlier = sentence > 0 ? UInt32(traits[sentence - 1].rawValue) : 64
        let before = word(range.lowerBound - 1)
        let after = word(range.upperBound)
        let flags: UInt32 =
            (first.isCapitalized ? 1 : 0) | (first.startsSentence ? 2 : 0)
            | (first.isAllCapitals ? 4 : 0)
        candidate.context = SIMD16(
            before, after, word(range.lowerBound - 2), word(range.upperBound + 1),
            SpellingHash.pair(shape(range.lowerBound - 1), shape(range.upperBound)),
            clauseEnd(range), clauseStart(range),
            quote.state, flags | UInt32(page.label.rawValue) << 3, own,
            ending(range), page.place, SpellingHash.pair(earlier, own & 7),
            UInt32(min(range.count, 6)) | (isBeforeMark(range) ? 8 : 0), 0, 0)
    }

    /// The context of a short quotation: what it holds, what stands around it, and how many
    /// others stand in the paragraph. Names of ships, papers and parties stand after a noun and
    /// begin with a capital; words at a distance stand after an article or adjective.
    private func describeQuotation(_ candidate: inout StanceCandidate) {
        let range = candidate.tokens
        let inner = scan.tokens[(range.lowerBound + 1)..<(range.upperBound - 1)]
        let words = inner.filter { $0.kind != .mark }
        let sentence = Int(scan.tokens[range.lowerBound].sentence)
        let own = UInt32(traits[sentence].rawValue)
        let lower = UInt32(words.count { $0.isWord && !$0.isCapitalized })
        let first: UInt32 = words.first.map { $0.isCapitalized ? 1 : $0.isWord ? 2 : 3 } ?? 0
        let last: UInt32 = words.last.map { $0.isCapitalized ? 1 : 2 } ?? 0
        let count = UInt32(min(words.count, 5))
        let before = word(range.lowerBound - 1)
        let after = word(range.upperBound)
        let others = UInt32(min(quotations.count, 4))
        let endsInside = scan.tokens[range.upperBound - 2].kind == .mark
        let quote = quoteState(range)
        candidate.isQuoted = quote.inside
        candidate.context = SIMD16(
            before, after, word(range.lowerBound - 2), word(range.upperBound + 1),
            SpellingHash.pair(shape(range.lowerBound - 1), first),
            SpellingHash.pair(shape(range.upperBound), last),
            count << 8 | min(lower, 3) << 4 | first,
            quote.state, others, own, words.last?.hash ?? 0, page.place,
            SpellingHash.pair(own & 7, count << 2 | first),
            (endsInside ? 1 : 0) | UInt32(page.label.rawValue) << 1, 0, 0)
    }

    /// The word at an index, marks by their code point; 0 and 1 beyond the ends.
    private func word(_ index: Int) -> UInt32 {
        guard index >= 0 else { return 0 }
        guard index < scan.tokens.count else { return 1 }
        return scan.tokens[index].kind == .number ? 2 : scan.tokens[index].hash
    }

    /// A rough part of speech: kind, capital, last two letters of lower-case words.
    private func shape(_ index: Int) -> UInt32 {
        guard index >= 0 else { return 0 }
        guard index < scan.tokens.count else { return 1 }
        let token = scan.tokens[index]
        switch token.kind {
        case .number: return 2
        case .mark: return token.hash
        case .word:
            if token.isCapitalized { return token.isAllCapitals ? 4 : 3 }
            return lastBytes(token, 2)
        }
    }

    private func ending(_ range: Range<Int>) -> UInt32 {
        let token = scan.tokens[range.upperBound - 1]
        return lastBytes(token, 3)
    }

    /// Hash of the last bytes of a spelling.
    private func lastBytes(_ token: StanceToken, _ count: Int) -> UInt32 {
        var hash = SpellingHash()
        for index in max(token.foldedStart, token.foldedEnd - Int32(count))..<token.foldedEnd {
            hash.add(scan.folded[Int(index)])
        }
        return hash.value
    }

    private static func endsClause(_ token: StanceToken) -> Bool {
        guard token.kind == .mark else { return false }
        switch token.hash {
        case 0x2C, 0x2E, 0x3B, 0x3A, 0x21, 0x3F, 0x2013, 0x2014: return true
        default: return false
        }
    }

    private func clauseEnd(_ range: Range<Int>) -> UInt32 {
        var last = range.upperBound - 1
        for index in range.upperBound..<min(range.upperBound + 30, scan.tokens.count) {
            if Self.endsClause(scan.tokens[index]) { break }
            if scan.tokens[index].kind != .mark { last = index }
        }
        return last < range.upperBound ? 3 : word(last)
    }

    private func clauseStart(_ range: Range<Int>) -> UInt32 {
        var first = range.lowerBound
        for index in stride(from: first - 1, through: max(first - 30, 0), by: -1) {
            if Self.endsClause(scan.tokens[index]) { break }
            if scan.tokens[index].kind != .mark { first = index }
        }
        return first == range.lowerBound ? 3 : word(first)
    }

    /// How the candidate stands to quotations: 0 outside, 1 in a short one, 2 in a longer one,
    /// 3 right before one, 4 right after one, 5 all of one.
    private func quoteState(_ range: Range<Int>) -> (state: UInt32, inside: Bool) {
        var state: UInt32 = 0
        for quotation in quotations {
            if quotation.open < range.lowerBound, quotation.close >= range.upperBound {
                let whole = quotation.content == range
                return (whole ? 5 : quotation.words <= 4 ? 1 : 2, true)
            }
            let before = range.upperBound..<(range.upperBound + 2)
            if before.contains(quotation.open) { state = 3 }
            if (range.lowerBound - 2..<range.lowerBound).contains(quotation.close) { state = 4 }
        }
        return (state, false)
    }

    private func isBeforeMark(_ range: Range<Int>) -> Bool {
        let tokens = scan.tokens
        return range.upperBound < tokens.count && tokens[range.upperBound].kind == .mark
    }
}

/// What a sentence holds.
struct SentenceTraits: OptionSet, Sendable {
    let rawValue: UInt8

    /// A form that only the Konjunktiv I has.
    static let konjunktiv = SentenceTraits(rawValue: 1)
    /// A speech verb or source marking of the lexicon.
    static let speech = SentenceTraits(rawValue: 2)
    /// A quotation of more than four words.
    static let quotation = SentenceTraits(rawValue: 4)
    /// A question mark.
    static let question = SentenceTraits(rawValue: 8)
    /// "wenn" or "if".
    static let condition = SentenceTraits(rawValue: 16)
    /// "dass", "ob".
    static let complement = SentenceTraits(rawValue: 32)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ flags: WordFlag) {
        var traits: SentenceTraits = []
        if flags.contains(.konjunktiv) { traits.insert(.konjunktiv) }
        if flags.contains(.condition) { traits.insert(.condition) }
        if flags.contains(.complement) { traits.insert(.complement) }
        self = traits
    }
}
