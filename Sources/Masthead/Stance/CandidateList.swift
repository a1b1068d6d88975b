/// The candidates of one paragraph as they are collected: one for each range of tokens.
struct CandidateList {
    let scan: StanceScan
    let lexicon: StanceLexicon
    /// The rows of the page's candidates.
    private var rows: [Int32]
    private var candidates: [StanceCandidate] = []
    /// Index of the first candidate that begins at each token.
    private var heads: [Int32]
    /// Index of the next candidate that begins at the same token, −1 for none.
    private var links: [Int32] = []

    init(scan: StanceScan, lexicon: StanceLexicon, rows: [Int32]) {
        self.scan = scan
        self.lexicon = lexicon
        self.rows = rows
        heads = Array(repeating: -1, count: scan.tokens.count)
    }

    /// The candidates in order of their first and last token, and the page's rows.
    consuming func finish(rows page: inout [Int32]) -> [StanceCandidate] {
        page = rows
        candidates.sort {
            ($0.tokens.lowerBound, $0.tokens.upperBound)
                < ($1.tokens.lowerBound, $1.tokens.upperBound)
        }
        return candidates
    }

    private func index(of tokens: Range<Int>) -> Int? {
        var index = Int(heads[tokens.lowerBound])
        while index >= 0 {
            if candidates[index].tokens.upperBound == tokens.upperBound { return index }
            index = Int(links[index])
        }
        return nil
    }

    private mutating func append(_ candidate: StanceCandidate) {
        let start = candidate.tokens.lowerBound
        links.append(heads[start])
        heads[start] = Int32(candidates.count)
        candidates.append(candidate)
    }

    /// Adds one candidate for all rows that match the same tokens, then designations with the
    /// adjective before them. Matches are ordered by their first token.
    mutating func add(_ matches: [LexiconMatch]) {
        candidates.reserveCapacity(matches.count + Self.usualRules)
        links.reserveCapacity(matches.count + Self.usualRules)
        var start = 0
        while start < matches.count {
            let first = matches[start].tokens.lowerBound
            var end = start + 1
            while end < matches.count, matches[end].tokens.lowerBound == first { end += 1 }
            for index in start..<end where self.index(of: matches[index].tokens) == nil {
                addGroup(matches[index], matches[index..<end])
            }
            start = end
        }
        for index in candidates.indices { addComposed(candidates[index]) }
    }

    private mutating func addGroup(_ match: LexiconMatch, _ others: ArraySlice<LexiconMatch>) {
        var candidate = candidate(match.tokens)
        let start = rows.count
        for other in others
        where other.tokens.upperBound == match.tokens.upperBound
            && !rows[start...].contains(other.row)
        {
            rows.append(other.row)
            if lexicon.tables.polarity(of: other.row) > 0 { candidate.mayLean = true }
        }
        candidate.rows = start..<rows.count
        candidate.isCompound = match.isCompound
        let key = lexicon.tables.key(of: match.row)
        let shape = match.isCompound ? 1 : UInt32(min(match.tokens.count, 6)) + 1
        candidate.wording = SpellingHash.pair(key, shape)
        append(candidate)
    }

    /// A designation with the adjective before it: "imperialistischer | Angriff". The adjective
    /// makes a neutral word contested, so the pair is proposed as one designation.
    private mutating func addComposed(_ noun: StanceCandidate) {
        let before = noun.tokens.lowerBound - 1
        guard before >= 0, scan.tokens[before].foldedLength >= Self.shortestAdjective,
            let row = rows[noun.rows].first(where: {
                lexicon.tables.category(of: $0) == .naming
            }), isAdjective(scan.tokens[before]),
            index(of: before..<noun.tokens.upperBound) == nil
        else { return }
        var pair = candidate(before..<noun.tokens.upperBound)
        pair.rows = rows.count..<(rows.count + 1)
        rows.append(row)
        pair.mayLean = lexicon.tables.polarity(of: row) > 0
        pair.isComposed = true
        pair.wording = SpellingHash.pair(scan.tokens[before].stem, 0xAD)
        append(pair)
    }

    private static let shortestAdjective = 6
    /// Candidates of rules in most paragraphs.
    private static let usualRules = 8

    private func isAdjective(_ token: StanceToken) -> Bool {
        guard token.isWord, !token.isCapitalized || token.startsSentence else { return false }
        guard lexicon.stemming == .german else { return true }
        let end = Int(token.foldedEnd)
        let last = scan.folded[end - 1]
        if last == UInt8(ascii: "e") { return true }
        guard scan.folded[end - 2] == UInt8(ascii: "e") else { return false }
        switch last {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "s"), UInt8(ascii: "m"):
            return true
        default: return false
        }
    }

    private func candidate(_ tokens: Range<Int>) -> StanceCandidate {
        var form: UInt32 = 0
        for index in tokens { form = SpellingHash.pair(form, scan.tokens[index].hash) }
        let first = scan.tokens[tokens.lowerBound]
        let last = scan.tokens[tokens.upperBound - 1]
        return StanceCandidate(
            tokens: tokens, range: Int(first.start)..<Int(last.end), form: form, wording: form)
    }

    /// Adds what a rule proposes.
    mutating func add(_ rule: StanceRule, _ tokens: Range<Int>) {
        if let known = index(of: tokens) {
            candidates[known].rule = candidates[known].rule ?? rule
            return
        }
        var candidate = candidate(tokens)
        candidate.rule = rule
        if rule != .knownKonjunktiv { candidate.wording = UInt32(rule.rawValue) &+ 1 }
        if rule.holdsOthers { candidate.form = candidate.wording }
        append(candidate)
    }
}
