/// What is proposed by rule rather than by a row of the lexicon.
struct StanceRules {
    let scan: StanceScan
    let lexicon: StanceLexicon
    /// Names by which the outlet may call itself, as hashes of their words.
    let outlet: [[UInt32]]

    /// Longer quotations are somebody's speech (`scare-quotes` in the own documents have at
    /// most seven words, 95 % at most four).
    private static let longestScareQuote = 7
    private static let ich = SpellingHash.of(folded: "ich".utf8)

    /// Calls `body` with each proposal: its rule and its tokens. O(tokens).
    func visit(_ quotations: [Quotation], _ body: (StanceRule, Range<Int>) -> Void) {
        if lexicon.stemming == .german { visitKonjunktiv(body) }
        for quotation in quotations
        where quotation.isClosed && (1...Self.longestScareQuote).contains(quotation.words) {
            body(.shortQuotation, quotation.open..<(quotation.close + 1))
        }
        visitQuestions(body)
        if !outlet.isEmpty { visitNames(body) }
    }

    private func visitKonjunktiv(_ body: (StanceRule, Range<Int>) -> Void) {
        let ich = Self.ich
        let tokens = scan.tokens
        for index in tokens.indices {
            let token = tokens[index]
            guard token.isWord, !token.isCapitalized || token.startsSentence else { continue }
            let rule: StanceRule
            if token.flags.contains(.reported) {
                rule = .knownKonjunktiv
            } else if !token.isCapitalized, token.foldedLength >= 5,
                scan.folded[Int(token.foldedEnd) - 1] == UInt8(ascii: "e"),
                !token.flags.contains(.noVerb),
                index + 1 == tokens.count || !tokens[index + 1].isCapitalized
            {
                rule = .openKonjunktiv
            } else {
                continue
            }
            // "ich habe": the first person of the Konjunktiv I equals the indicative.
            if index > 0, tokens[index - 1].hash == ich { continue }
            if index + 1 < tokens.count, tokens[index + 1].hash == ich { continue }
            body(rule, index..<(index + 1))
        }
    }

    /// Sentences that end with a question mark, from their first word on.
    private func visitQuestions(_ body: (StanceRule, Range<Int>) -> Void) {
        var start: Int?
        var sentence: Int32 = -1
        for (index, token) in scan.tokens.enumerated() {
            if token.sentence != sentence {
                sentence = token.sentence
                start = nil
            }
            if token.startsSentence { start = index }
            if token.kind == .mark, token.hash == 0x3F, let first = start {
                body(.question, first..<(index + 1))
                start = nil
            }
        }
    }

    private func visitNames(_ body: (StanceRule, Range<Int>) -> Void) {
        let tokens = scan.tokens
        for position in tokens.indices where tokens[position].isCapitalized {
            for name in outlet where position + name.count <= tokens.count {
                let range = position..<(position + name.count)
                if zip(tokens[range], name).allSatisfy({ $0.hash == $1 || $0.stem == $1 }) {
                    body(.outletName, range)
                    break
                }
            }
        }
    }
}
