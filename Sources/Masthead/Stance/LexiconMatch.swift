/// A wording of the lexicon found in a paragraph.
struct LexiconMatch: Sendable, Hashable {
    /// Token indices that would be marked.
    let tokens: Range<Int>
    let row: Int32
    let isCompound: Bool
}

extension StanceLexicon {
    /// All wordings found in a paragraph, by their first token; the scan's words get their
    /// flags. One pass; O(tokens) where few entries share a first token.
    func matches(in scan: inout StanceScan) -> [LexiconMatch] {
        // First all look-ups of words: clauses are told apart by words that are yet to come.
        let runs = scan.lookUp(tables)
        var matcher = LexiconMatcher(scan: scan, tables: tables)
        matcher.run(runs, matchesLowerCompounds: stemming != .german)
        return matcher.found
    }
}

/// Walks the tables of a lexicon along the tokens of a paragraph.
private struct LexiconMatcher {
    let scan: StanceScan
    let tables: LexiconTables
    private(set) var found: [LexiconMatch] = []

    init(scan: StanceScan, tables: LexiconTables) {
        self.scan = scan
        self.tables = tables
    }

    /// Compounds of fewer bytes have no room for a head and a beginning.
    private static let shortestCompound = 7
    /// Bytes that a compound has besides the affix.
    private static let sparing = 2

    mutating func run(_ runs: [StanceScan.WordRuns], matchesLowerCompounds: Bool) {
        for position in scan.tokens.indices where scan.tokens[position].kind != .mark {
            let token = scan.tokens[position]
            let before = found.count
            let (word, stem) = (runs[position].word, runs[position].stem)
            if word.bits != 0 { match(word, token.hash, at: position, token) }
            if stem.bits != 0 { match(stem, token.stem, at: position, token) }
            if found.count == before, token.foldedLength >= Self.shortestCompound, token.isWord {
                matchCompound(
                    position, token, suffixed: token.isCapitalized || matchesLowerCompounds)
            }
        }
    }

    private mutating func match(
        _ run: PackedRun, _ key: UInt32, at position: Int, _ token: StanceToken
    ) {
        match(run, at: position, next: position + 1, token)
        guard WordFlag(rawValue: run.flags).contains(.startsPhrase),
            position + 1 < scan.tokens.count
        else { return }
        let second = scan.tokens[position + 1]
        guard second.kind != .mark, second.sentence == token.sentence else { return }
        let keys: InlineArray<2, UInt32> = [
            SpellingHash.pair(key, second.hash), SpellingHash.pair(key, second.stem),
        ]
        let values = tables.pairs.values(of: keys, else: 0)
        for index in 0..<2 where values[index] != 0 {
            match(PackedRun(values[index]), at: position, next: position + 2, token)
        }
    }

    private mutating func match(
        _ run: PackedRun, at position: Int, next: Int, _ token: StanceToken
    ) {
        for index in run.start..<max(run.end, run.start) {
            let entry = tables.entries.at(index, else: .zero)
            let row = Int32(truncatingIfNeeded: entry[0])
            guard accepts(token, entry[2], row), let end = end(of: entry, at: position, next)
            else { continue }
            let marked = entry[2] & LexiconFlag.marksFirst != 0 ? position + 1 : end
            let match = LexiconMatch(tokens: position..<marked, row: row, isCompound: false)
            if found.last != match { found.append(match) }
        }
    }

    /// Whether a token may be the first of a row's wording. In headlines and at the start of a
    /// sentence a capital says nothing.
    private func accepts(_ token: StanceToken, _ bits: UInt32, _ row: Int32) -> Bool {
        if bits & LexiconFlag.demands == 0 { return true }
        if bits & LexiconFlag.exceptions != 0, tables.excludes(token.hash, from: row) {
            return false
        }
        if bits & LexiconFlag.upper != 0 { return token.isCapitalized }
        if bits & LexiconFlag.lower == 0 || !token.isCapitalized { return true }
        // Short capitals are an abbreviation wherever they stand: "US" is not "us".
        return token.startsSentence && !(token.isAllCapitals && token.foldedLength <= 3)
    }

    /// The token after the entry's last, or nil where the rest does not follow.
    private func end(of entry: SIMD4<UInt32>, at position: Int, _ start: Int) -> Int? {
        let tokens = scan.tokens
        var next = start
        let isParticle = entry[2] & LexiconFlag.particle != 0
        for index in 0..<Int(entry[2] & 0xFF) {
            let element = tables.elements.at(Int(entry[1]) + index, else: .zero)
            var gap = element[1]
            while true {
                guard next < tokens.count, tokens[next].sentence == tokens[position].sentence
                else { return nil }
                let hit = tokens[next].hash == element[0] || tokens[next].stem == element[0]
                if hit, !isParticle || endsClause(next) { break }
                if gap == 0 { return nil }
                if tokens[next].kind != .mark { gap -= 1 }
                next += 1
            }
            next += 1
        }
        return next
    }

    /// Whether a token is the last of its clause: a mark, a conjunction or nothing follows.
    private func endsClause(_ index: Int) -> Bool {
        guard index + 1 < scan.tokens.count else { return true }
        let next = scan.tokens[index + 1]
        return next.kind == .mark || next.flags.contains(.joining)
    }

    /// A loaded head or beginning of a compound: "Angriffs|krieg", "China-|Agenten".
    private mutating func matchCompound(_ position: Int, _ token: StanceToken, suffixed: Bool) {
        let start = Int(token.foldedStart)
        let end = Int(token.stemEnd)
        let longest = end - start - Self.sparing
        guard longest > 0 else { return }
        var run: PackedRun?
        if suffixed {
            var hash = SpellingHash()
            for index in 1...longest {
                hash.add(scan.folded[end - index])
                guard let value = tables.suffixes[hash.value] else { break }
                if PackedRun(value).end > PackedRun(value).start { run = PackedRun(value) }
            }
        }
        if run == nil {
            var hash = SpellingHash()
            for index in 0..<longest {
                hash.add(scan.folded[start + index])
                guard let value = tables.prefixes[hash.value] else { break }
                if PackedRun(value).end > PackedRun(value).start { run = PackedRun(value) }
            }
        }
        guard let run else { return }
        for index in run.start..<run.end {
            let row = Int32(truncatingIfNeeded: tables.affixRows.at(index, else: 0))
            guard accepts(token, tables.demand(of: row), row) else { continue }
            found.append(
                LexiconMatch(tokens: position..<(position + 1), row: row, isCompound: true))
        }
    }
}
