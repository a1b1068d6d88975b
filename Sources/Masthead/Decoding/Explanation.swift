import NaiveBayes

/// Why a paragraph has its label and not the runner-up: the sums themselves.
public struct Explanation: Sendable {
    /// The chosen label.
    public let label: ParagraphLabel
    /// The second likeliest.
    public let runnerUp: ParagraphLabel
    /// Probability of both, 0 to 1.
    public let probability: (label: Float, runnerUp: Float)
    /// What spoke for the label (above 0) or for the runner-up (below 0), strongest first.
    /// The weights add up to ``margin``.
    public let evidence: [Evidence]

    /// Log-odds of the label against the runner-up, under the regime that decided.
    public var margin: Float { evidence.reduce(0) { $0 + $1.weight } }

    /// One summand of a decision.
    public struct Evidence: Sendable, Hashable {
        /// Where it comes from: `shape`, `page`, `neighbours`, `words`, `bigrams`, `affixes`,
        /// `phrases`, `context` (the labels around) or `bias`.
        public let view: String
        /// The feature and its value, or the term.
        public let feature: String
        /// Natural log-odds for the label against the runner-up.
        public let weight: Float
    }
}

extension LabelDecoder {
    /// The explanation of a line's label. O(features of the page).
    func explanation(
        _ page: PageEvidence, line: Int, names: [String]
    ) -> Explanation {
        let final = probabilities(page)[line]
        let label = ParagraphLabel.likeliest(final)
        var others = final
        others[Int(label.rawValue)] = -1
        let runnerUp = ParagraphLabel.likeliest(others)
        let regime = experts(page).max { $0.share < $1.share }?.regime ?? 0
        let rows = weights.second[regime].weights
        func difference(_ row: ClassVector) -> Float {
            row[Int(label.rawValue)] - row[Int(runnerUp.rawValue)]
        }
        var evidence: [Explanation.Evidence] = []
        func add(_ view: String, _ feature: String, _ weight: Float) {
            if weight != 0 { evidence.append(.init(view: view, feature: feature, weight: weight)) }
        }
        add("bias", "", difference(values.bias(layer: .second, regime: regime)))
        for (slot, value) in zip(FeatureSpace.shared.slots, page.values(of: line)) {
            let row = values.row(slot.offset + Int(value), layer: .second, regime: regime)
            add("\(slot.view)", "\(slot.name)=\(value)", difference(row))
        }
        for (index, term) in termContributions(page, line: line, rows).enumerated() {
            add("\(term.view)", names[index], difference(term.sum))
        }
        let context = PageContext(firstLayer(page))
        var inputs: [Float] = []
        context.append(line: line, to: &inputs)
        var parts: [String: Float] = [:]
        for (index, input) in inputs.enumerated() {
            let part = PageContext.part(of: index)
            parts[part, default: 0] +=
                difference(rows[LabelWeights.evidenceInputs + index]) * input
        }
        for (part, weight) in parts { add("context", part, weight) }
        evidence.sort { (abs($0.weight), $0.feature) > (abs($1.weight), $1.feature) }
        return Explanation(
            label: label, runnerUp: runnerUp,
            probability: (final[Int(label.rawValue)], final[Int(runnerUp.rawValue)]),
            evidence: evidence)
    }

    /// What each term of a line adds to the log-odds of the labels.
    private func termContributions(
        _ page: PageEvidence, line: Int, _ rows: [ClassVector]
    ) -> [(view: View, sum: ClassVector)] {
        View.terms.flatMap { view in
            let keys = page.keys(view, of: line)
            let count = Float(keys.count).squareRoot()
            let scale = LabelWeights.evidenceScale / TermTable.unit / count
            let start = EvidenceGroup.index(view) * ParagraphLabel.count
            return keys.map { key in
                var sum = ClassVector.zero
                guard let row = terms.row(key) else { return (view, sum) }
                for label in 0..<ParagraphLabel.count {
                    sum += rows[start + label] * (Float(row[label]) * scale)
                }
                return (view, sum)
            }
        }
    }
}
