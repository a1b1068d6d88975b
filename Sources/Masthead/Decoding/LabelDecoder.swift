import NaiveBayes

/// The label model as it is used: from the features of a page to the probabilities of its labels.
///
/// Everything is a sum of rows. The evidence of each categorical value is multiplied by the
/// weights beforehand (`FoldedValues`), so that a line costs one row a feature and layer.
package struct LabelDecoder: Sendable {
    let terms: TermTable
    let values: FoldedValues
    let weights: LabelWeights
    /// Probability that a page of each kind is residue.
    private let residue: [Float]
    private let mask = ClassVector.mask(ParagraphLabel.count)

    /// An expert with less say than this is not asked.
    private static let negligible: Float = 0.02

    init(_ file: ModelFile) throws(ModelError) {
        terms = try TermTable(file)
        values = try FoldedValues(file)
        guard var reader = file.reader("weights") else { throw .malformed(section: "weights") }
        weights = try LabelWeights(from: &reader)
        guard var kinds = file.reader("kinds") else { throw .malformed(section: "kinds") }
        var residue: [Float] = []
        for _ in 0..<PageFeatures.kinds { residue.append(try kinds.readFloat()) }
        self.residue = residue
    }

    /// The probabilities of the labels of every line. O(features).
    package func probabilities(_ page: PageEvidence) -> [ClassVector] {
        let experts = experts(page)
        let evidence = (0..<page.count).map { termEvidence(page, line: $0) }
        let context = PageContext(firstLayer(page, experts, evidence))
        var inputs: [Float] = []
        return (0..<page.count).map { line in
            inputs.removeAll(keepingCapacity: true)
            context.append(line: line, to: &inputs)
            return mixture(experts) { expert in
                let rows = weights.second[expert].weights
                var logits = values.sum(page.values(of: line), layer: .second, regime: expert)
                logits += Self.product(evidence[line], rows, from: Self.termInput)
                let offset = LabelWeights.evidenceInputs
                for (index, input) in inputs.enumerated() where input != 0 {
                    logits += rows[offset + index] * input
                }
                return logits
            }
        }
    }

    /// The first layer's probabilities: each line by itself.
    func firstLayer(_ page: PageEvidence) -> [ClassVector] {
        firstLayer(page, experts(page), (0..<page.count).map { termEvidence(page, line: $0) })
    }

    private func firstLayer(
        _ page: PageEvidence, _ experts: [(regime: Int, share: Float)],
        _ evidence: [[ClassVector]]
    ) -> [ClassVector] {
        (0..<page.count).map { line in
            mixture(experts) { expert in
                let rows = weights.first[expert].weights
                return values.sum(page.values(of: line), layer: .first, regime: expert)
                    + Self.product(evidence[line], rows, from: Self.termInput)
            }
        }
    }

    /// Where the inputs of the term views start.
    private static let termInput = 6 * ParagraphLabel.count

    /// The regimes to ask and their say; the says sum to 1.
    func experts(_ page: PageEvidence) -> [(regime: Int, share: Float)] {
        let residue = residue[page.kind]
        if residue < Self.negligible { return [(0, 1)] }
        if residue > 1 - Self.negligible { return [(1, 1)] }
        return [(0, 1 - residue), (1, residue)]
    }

    private func mixture(
        _ experts: [(regime: Int, share: Float)], _ logits: (Int) -> ClassVector
    ) -> ClassVector {
        var sum = ClassVector.zero
        for (regime, share) in experts {
            sum += softmax(logits(regime), mask: mask) * share
        }
        return sum
    }

    /// The evidence of a line's terms by view, scaled as the layers' inputs are.
    private func termEvidence(_ page: PageEvidence, line: Int) -> [ClassVector] {
        var sums = [SIMD16<Int32>](repeating: .zero, count: View.terms.count)
        var counts = [Int32](repeating: 0, count: View.terms.count)
        for term in page.terms[page.termRanges[line]] {
            let view = term.view.termIndex
            counts[view] += 1
            if let row = terms.row(term.key) {
                sums[view] &+= SIMD16<Int32>(truncatingIfNeeded: row)
            }
        }
        return zip(sums, counts).map { sum, count in
            let scale = LabelWeights.evidenceScale / TermTable.unit
            return ClassVector(sum) * (scale / Float(max(count, 1)).squareRoot())
        }
    }

    private static func product(
        _ evidence: [ClassVector], _ rows: [ClassVector], from start: Int
    ) -> ClassVector {
        var sum = ClassVector.zero
        var index = start
        for vector in evidence {
            for label in 0..<ParagraphLabel.count {
                sum += rows[index] * vector[label]
                index += 1
            }
        }
        return sum
    }
}
