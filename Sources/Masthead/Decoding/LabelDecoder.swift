import NaiveBayes

/// The label model as it is used: from the features of a page to the probabilities of its labels.
///
/// Everything is a sum of rows. The evidence of each categorical value is multiplied by the
/// weights beforehand (``FoldedValues``), so that a line costs one row a feature for both layers.
package struct LabelDecoder: Sendable {
    let terms: TermTable
    let values: FoldedValues
    let weights: LabelWeights
    private let gate: PageGate
    /// The weights of each regime as decoding reads them.
    private let rows: [ExpertRows]

    /// An expert with less say than this is not asked.
    private static let negligible: Float = 0.02

    init(_ file: ModelFile) throws(ModelError) {
        terms = try TermTable(file)
        values = try FoldedValues(file)
        weights = try LabelWeights(file)
        guard var reader = file.reader("gate") else { throw .malformed(section: "gate") }
        gate = try PageGate(from: &reader)
        let weights = weights
        rows = Regime.allCases.map { ExpertRows(weights, regime: Int($0.rawValue)) }
    }

    /// The probabilities of the labels of every line. O(features).
    package func probabilities(_ page: PageEvidence) -> [ClassVector] {
        let experts = experts(page)
        var (lines, logOdds) = layers(page, experts)
        for (index, expert) in experts.enumerated() {
            rows[expert.regime].context.add(lines, to: &logOdds, from: index * page.count)
        }
        for line in lines.indices {
            lines[line] = .zero
            for (index, expert) in experts.enumerated() {
                lines[line] += softmax(logOdds[index * page.count + line]) * expert.share
            }
        }
        return lines
    }

    /// The first layer's probabilities: each line by itself.
    func firstLayer(_ page: PageEvidence) -> [ClassVector] {
        layers(page, experts(page)).first
    }

    /// The first layer's probabilities, and the log-odds of the second layer as far as a line by
    /// itself decides them, expert after expert.
    private func layers(
        _ page: PageEvidence, _ experts: [(regime: Int, share: Float)]
    ) -> (first: [ClassVector], second: [ClassVector]) {
        var first = [ClassVector](repeating: .zero, count: page.count)
        var second = [ClassVector](repeating: .zero, count: page.count * experts.count)
        for line in 0..<page.count {
            let evidence = TermEvidence(page, line: line, terms)
            for (index, expert) in experts.enumerated() {
                var logOdds = values.sum(page, line: line, regime: expert.regime)
                rows[expert.regime].add(evidence, to: &logOdds)
                first[line] += softmax(logOdds.first) * expert.share
                second[index * page.count + line] = logOdds.second
            }
        }
        return (first, second)
    }

    /// The regimes to ask and their say; the says sum to 1.
    func experts(_ page: PageEvidence) -> [(regime: Int, share: Float)] {
        let residue = gate.residue(page.traits)
        if residue < Self.negligible { return [(0, 1)] }
        if residue > 1 - Self.negligible { return [(1, 1)] }
        return [(0, 1 - residue), (1, residue)]
    }
}
