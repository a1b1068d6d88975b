import NaiveBayes

/// The weights of one regime's layers, laid out in the order in which decoding reads them.
struct ExpertRows: Sendable {
    /// Of the evidence of terms, for both layers: view after view, in a view in the order of
    /// ``TermEvidence``.
    private let terms: [RowPair]
    /// Of the second layer's context.
    let context: ContextRows

    init(_ weights: LabelWeights, regime: Int) {
        let first = weights.first[regime].weights
        let second = weights.second[regime].weights
        terms = View.terms.flatMap { view in
            let start = EvidenceGroup.index(view) * ParagraphLabel.count
            return TermEvidence.labels.map { label in
                RowPair(first: first[start + label], second: second[start + label])
            }
        }
        context = ContextRows(second[LabelWeights.evidenceInputs...])
    }

    /// Adds what a line's terms tell to the log-odds of both layers.
    @inline(__always)
    func add(_ evidence: TermEvidence, to logOdds: inout RowPair) {
        add(evidence.words, 0, to: &logOdds)
        if evidence.bigrams.isKnown { add(evidence.bigrams, 1, to: &logOdds) }
        add(evidence.grams, 2, to: &logOdds)
    }

    /// Not inlined, because its vectors take up all registers.
    @inline(never)
    private func add(_ sum: TermEvidence.Sum, _ view: Int, to logOdds: inout RowPair) {
        let start = view * ParagraphLabel.count
        let rows = terms.span.extracting(start..<(start + ParagraphLabel.count))
        var total = logOdds
        forEachLabel { total.add(rows[$0], times: sum.inputs[TermEvidence.lane($0)]) }
        logOdds = total
    }
}
