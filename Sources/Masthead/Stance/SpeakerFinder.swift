/// Finds who is named as the speaker of a quotation.
struct SpeakerFinder {
    let tokens: [StanceToken]
    let quotations: [Quotation]

    /// Lower-case words a name may stand away from its verb ("sagte der Sprecher X").
    private static let reach = 5

    /// Code points of the name next to the speech verb that introduces the quotation around
    /// `range`, given the token ranges of the paragraph's speech verbs; nil where none does.
    /// O(quotations + verbs).
    func speaker(of range: Range<Int>, verbs: [Range<Int>]) -> Range<Int>? {
        guard
            let quotation = quotations.first(where: {
                $0.open < range.lowerBound && $0.close >= range.upperBound
            }),
            let verb = verb(near: quotation, verbs)
        else { return nil }
        return name(from: verb.upperBound, step: 1, outside: quotation)
            ?? name(from: verb.lowerBound - 1, step: -1, outside: quotation)
    }

    /// The nearest verb outside the quotation, in the sentence where it begins or ends.
    private func verb(near quotation: Quotation, _ verbs: [Range<Int>]) -> Range<Int>? {
        let first = tokens[quotation.open].sentence
        let last = tokens[min(quotation.close, tokens.count - 1)].sentence
        let near = verbs.filter { verb in
            guard verb.upperBound <= quotation.open || verb.lowerBound > quotation.close else {
                return false
            }
            let sentence = tokens[verb.lowerBound].sentence
            return sentence == first || sentence == last || sentence == last + 1
        }
        return near.min { distance($0, quotation) < distance($1, quotation) }
    }

    private func distance(_ verb: Range<Int>, _ quotation: Quotation) -> Int {
        verb.lowerBound > quotation.close
            ? verb.lowerBound - quotation.close : quotation.open - verb.upperBound
    }

    /// The first run of capitalised words from an index on.
    private func name(from start: Int, step: Int, outside quotation: Quotation) -> Range<Int>? {
        var index = start
        var skipped = 0
        while index >= 0, index < tokens.count, tokens[index].kind != .mark, skipped <= Self.reach {
            if tokens[index].isCapitalized {
                var end = index
                while end + step >= 0, end + step < tokens.count,
                    tokens[end + step].isCapitalized, tokens[end + step].isWord
                {
                    end += step
                }
                let span = min(index, end)...max(index, end)
                return Int(tokens[span.lowerBound].start)..<Int(tokens[span.upperBound].end)
            }
            skipped += 1
            index += step
        }
        return nil
    }
}
