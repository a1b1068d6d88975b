/// A paragraph with its candidates.
struct ProposedParagraph: Sendable {
    /// Index of the paragraph on the page.
    let index: Int
    let tokens: [StanceToken]
    let quotations: [Quotation]
    /// In order of their first token.
    var candidates: [StanceCandidate]
}

/// Finds the candidates of one page.
struct StanceProposer: Sendable {
    let lexicon: StanceLexicon
    let outlet: [[UInt32]]

    /// Longer quotations are somebody's speech (`scare-quotes` in the own documents have at
    /// most seven words, 95 % at most four).
    private static let longestScareQuote = 7

    init(lexicon: StanceLexicon, outletNames: [String]) {
        self.lexicon = lexicon
        outlet = outletNames.map { name in
            StanceScan(name, stemming: .none).tokens.filter { $0.kind != .mark }.map(\.hash)
        }.filter { !$0.isEmpty }
    }

    /// The candidates of a paragraph in order of their first token. O(tokens).
    func candidates(
        in text: String, at paragraph: Int, context page: PlaceOnPage
    ) -> ProposedParagraph {
        let scan = StanceScan(text, stemming: lexicon.stemming)
        let quotations = Quotation.quotations(in: scan.tokens)
        let matches = lexicon.matches(in: scan)
        var found = grouped(matches, scan, paragraph)
        found += composed(found, scan, paragraph)
        let ruled: [(StanceRule, Range<Int>)] =
            konjunktiv(scan, taken: found) + short(quotations, scan) + questions(scan)
            + ownNames(scan)
        for (rule, tokens) in ruled {
            add(rule, tokens, scan, paragraph, to: &found)
        }
        let context = StanceContext(
            scan: scan, quotations: quotations, matches: matches, lexicon: lexicon, page: page)
        for index in found.indices { context.describe(&found[index]) }
        found.sort {
            ($0.tokens.lowerBound, $0.tokens.upperBound)
                < ($1.tokens.lowerBound, $1.tokens.upperBound)
        }
        return ProposedParagraph(
            index: paragraph, tokens: scan.tokens, quotations: quotations, candidates: found)
    }

    /// One candidate for all rows that match the same tokens.
    private func grouped(
        _ matches: [LexiconMatch], _ scan: StanceScan, _ paragraph: Int
    ) -> [StanceCandidate] {
        var byRange: [Range<Int>: Int] = [:]
        var found: [StanceCandidate] = []
        for match in matches {
            if let known = byRange[match.tokens] {
                if !found[known].rows.contains(match.row) { found[known].rows.append(match.row) }
                continue
            }
            byRange[match.tokens] = found.count
            var candidate = candidate(match.tokens, scan, paragraph)
            candidate.rows = [match.row]
            candidate.isCompound = match.isCompound
            let key = lexicon.rowKeys[Int(match.row)]
            let shape = match.isCompound ? 1 : UInt32(min(match.tokens.count, 6)) + 1
            candidate.wording = SpellingHash.pair(key, shape)
            found.append(candidate)
        }
        return found
    }

    /// A designation with the adjective before it: "imperialistischer | Angriff". The adjective
    /// makes a neutral word contested, so the pair is proposed as one designation.
    private func composed(
        _ found: [StanceCandidate], _ scan: StanceScan, _ paragraph: Int
    ) -> [StanceCandidate] {
        var taken = Set(found.map(\.tokens))
        var pairs: [StanceCandidate] = []
        for noun in found where noun.tokens.lowerBound > 0 {
            guard let row = noun.rows.first(where: { lexicon.terms[Int($0)].category == .naming })
            else { continue }
            let before = noun.tokens.lowerBound - 1
            let adjective = scan.tokens[before]
            guard adjective.isWord, adjective.foldedLength >= 6, isAdjective(adjective, scan),
                taken.insert(before..<noun.tokens.upperBound).inserted
            else { continue }
            var pair = candidate(before..<noun.tokens.upperBound, scan, paragraph)
            pair.rows = [row]
            pair.isComposed = true
            pair.wording = SpellingHash.pair(adjective.stem, 0xAD)
            pairs.append(pair)
        }
        return pairs
    }

    private func isAdjective(_ token: StanceToken, _ scan: StanceScan) -> Bool {
        if token.isCapitalized && !token.startsSentence { return false }
        guard lexicon.stemming == .german else { return true }
        let last = scan.spelling(token).suffix(2)
        return last.last == UInt8(ascii: "e") || Self.adjectiveEndings.contains(Array(last))
    }

    private static let adjectiveEndings: Set<[UInt8]> = Set(
        ["en", "er", "es", "em"].map { Array($0.utf8) })

    private func candidate(
        _ tokens: Range<Int>, _ scan: StanceScan, _ paragraph: Int
    ) -> StanceCandidate {
        var form: UInt32 = 0
        for token in scan.tokens[tokens] { form = SpellingHash.pair(form, token.hash) }
        let range =
            Int(scan.tokens[tokens.lowerBound].start)..<Int(scan.tokens[tokens.upperBound - 1].end)
        return StanceCandidate(
            paragraph: paragraph, tokens: tokens, range: range, form: form, wording: form)
    }

    private func add(
        _ rule: StanceRule, _ tokens: Range<Int>, _ scan: StanceScan, _ paragraph: Int,
        to found: inout [StanceCandidate]
    ) {
        if let known = found.firstIndex(where: { $0.tokens == tokens }) {
            found[known].rule = found[known].rule ?? rule
            return
        }
        var candidate = candidate(tokens, scan, paragraph)
        candidate.rule = rule
        candidate.wording = UInt32(rule.rawValue) &+ 1
        if rule == .knownKonjunktiv { candidate.wording = candidate.form }
        if rule.holdsOthers { candidate.form = candidate.wording }
        found.append(candidate)
    }

    private func konjunktiv(
        _ scan: StanceScan, taken: [StanceCandidate]
    ) -> [(StanceRule, Range<Int>)] {
        guard lexicon.stemming == .german else { return [] }
        var found: [(StanceRule, Range<Int>)] = []
        let tokens = scan.tokens
        for (index, token) in tokens.enumerated()
        where token.isWord && (!token.isCapitalized || token.startsSentence)
            && !isFirstPerson(index, tokens)
        {
            let single = index..<(index + 1)
            let flags = lexicon.flags[token.hash]
            if flags.contains(.reported) {
                found.append((.knownKonjunktiv, single))
            } else if !token.isCapitalized, token.foldedLength >= 5,
                scan.spelling(token).last == UInt8(ascii: "e"),
                !flags.contains(.noVerb),
                index + 1 == tokens.count || !tokens[index + 1].isCapitalized
            {
                found.append((.openKonjunktiv, single))
            }
        }
        return found
    }

    /// "ich habe": the first person of the Konjunktiv I equals the indicative.
    private func isFirstPerson(_ index: Int, _ tokens: [StanceToken]) -> Bool {
        for near in [index - 1, index + 1] where tokens.indices.contains(near) {
            if tokens[near].hash == Self.ich { return true }
        }
        return false
    }

    private static let ich = SpellingHash.of(folded: "ich".utf8)

    private func short(
        _ quotations: [Quotation], _ scan: StanceScan
    ) -> [(StanceRule, Range<Int>)] {
        quotations.compactMap { quotation in
            guard quotation.isClosed, (1...Self.longestScareQuote).contains(quotation.words)
            else { return nil }
            return (.shortQuotation, quotation.open..<(quotation.close + 1))
        }
    }

    /// Sentences that end with a question mark, from their first word on.
    private func questions(_ scan: StanceScan) -> [(StanceRule, Range<Int>)] {
        var found: [(StanceRule, Range<Int>)] = []
        var start: Int?
        var sentence: Int32 = -1
        for (index, token) in scan.tokens.enumerated() {
            if token.sentence != sentence {
                sentence = token.sentence
                start = nil
            }
            if token.startsSentence { start = index }
            if token.kind == .mark, token.hash == 0x3F, let first = start {
                found.append((.question, first..<(index + 1)))
                start = nil
            }
        }
        return found
    }

    private func ownNames(_ scan: StanceScan) -> [(StanceRule, Range<Int>)] {
        var found: [(StanceRule, Range<Int>)] = []
        let tokens = scan.tokens
        for position in tokens.indices where tokens[position].isWord {
            for name in outlet
            where tokens[position].isCapitalized && position + name.count <= tokens.count {
                let range = position..<(position + name.count)
                if zip(tokens[range], name).allSatisfy({ $0.hash == $1 || $0.stem == $1 }) {
                    found.append((.outletName, range))
                    break
                }
            }
        }
        return found
    }
}
