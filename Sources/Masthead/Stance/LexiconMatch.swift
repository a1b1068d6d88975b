/// A wording of the lexicon found in a paragraph.
struct LexiconMatch: Sendable, Hashable {
    /// Token indices that would be marked.
    let tokens: Range<Int>
    let row: Int32
    let isCompound: Bool
}

extension StanceLexicon {
    /// All wordings found in a paragraph, by their first token. One pass; O(tokens) where few
    /// entries share a first token.
    func matches(in scan: StanceScan) -> [LexiconMatch] {
        var found: [LexiconMatch] = []
        let tokens = scan.tokens
        for position in tokens.indices where tokens[position].kind != .mark {
            let token = tokens[position]
            let before = found.count
            match(index[token.hash], at: position, tokens, into: &found)
            if token.stem != token.hash {
                match(index[token.stem], at: position, tokens, into: &found)
            }
            if found.count == before { matchCompound(position, scan, into: &found) }
        }
        return found
    }

    private func match(
        _ range: Range<Int>, at position: Int, _ tokens: [StanceToken],
        into found: inout [LexiconMatch]
    ) {
        for entry in range {
            guard demands[Int(entries[entry].row)].accepts(tokens[position]),
                let end = end(of: entries[entry], at: position, tokens)
            else { continue }
            let marked = entries[entry].marksFirst ? position + 1 : end
            let match = LexiconMatch(
                tokens: position..<marked, row: entries[entry].row, isCompound: false)
            if found.last != match { found.append(match) }
        }
    }

    /// The token after the entry's last, or nil where the rest does not follow.
    private func end(
        of entry: CompiledEntry, at position: Int, _ tokens: [StanceToken]
    ) -> Int? {
        var next = position + 1
        for index in Int(entry.start)..<Int(entry.end) {
            let element = elements[index]
            var gap = Int(element.gap)
            while true {
                guard next < tokens.count, tokens[next].sentence == tokens[position].sentence
                else { return nil }
                let token = tokens[next]
                let hit = token.hash == element.key || token.stem == element.key
                if hit, !entry.isParticle || endsClause(next, tokens) { break }
                if gap == 0 { return nil }
                if token.kind != .mark { gap -= 1 }
                next += 1
            }
            next += 1
        }
        return next
    }

    /// Whether a token is the last of its clause: a mark, a conjunction or nothing follows.
    private func endsClause(_ index: Int, _ tokens: [StanceToken]) -> Bool {
        guard index + 1 < tokens.count else { return true }
        return tokens[index + 1].kind == .mark || flags[tokens[index + 1].hash].contains(.joining)
    }

    /// A loaded head or beginning of a compound: "Angriffs|krieg", "China-|Agenten".
    private func matchCompound(
        _ position: Int, _ scan: StanceScan, into found: inout [LexiconMatch]
    ) {
        let token = scan.tokens[position]
        guard token.isWord, token.foldedLength >= 7 else { return }
        let stem = scan.folded[Int(token.foldedStart)..<Int(token.stemEnd)]
        var rows: [Int32] = []
        if !suffixes.isEmpty, token.isCapitalized || stemming != .german {
            rows = suffixes.match(stem.reversed(), count: stem.count, sparing: 2)
        }
        if rows.isEmpty, !prefixes.isEmpty {
            rows = prefixes.match(stem, count: stem.count, sparing: 2)
        }
        for row in rows where demands[Int(row)].accepts(token) {
            found.append(
                LexiconMatch(tokens: position..<(position + 1), row: row, isCompound: true))
        }
    }
}
