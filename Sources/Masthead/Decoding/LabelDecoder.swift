import NaiveBayes

/// The label model as it is used: from the features of a page to the probabilities of its labels.
///
/// Everything is a sum of rows. The evidence of each categorical value is multiplied by the
/// weights beforehand (`FoldedValues`), so that a line costs one row a feature and layer.
package struct LabelDecoder: Sendable {
    let terms: TermTable
    let values: FoldedValues
    let weights: LabelWeights
    private let gate: PageGate
    private let mask = ClassVector.mask(ParagraphLabel.count)

    /// An expert with less say than this is not asked.
    private static let negligible: Float = 0.02

    init(_ file: ModelFile) throws(ModelError) {
        terms = try TermTable(file)
        values = try FoldedValues(file)
        guard var weightReader = file.reader("weights") else {
            throw .malformed(section: "weights")
        }
        weights = try LabelWeights(from: &weightReader)
        guard var reader = file.reader("gate") else { throw .malformed(section: "gate") }
        gate = try PageGate(from: &reader)
    }

    /// The probabilities of the labels of every line. O(features).
    package func probabilities(_ page: PageEvidence) -> [ClassVector] {
        let experts = experts(page)
        let evidence = termEvidence(page)
        let context = PageContext(firstLayer(page, experts, evidence))
        return (0..<page.count).map { line in
            let inputs = context.inputs(line)
            return mixture(experts) { expert in
                let rows = weights.second[expert].weights
                var logits = values.sum(page.values(of: line), layer: .second, regime: expert)
                Self.add(evidence[line], rows, to: &logits)
                Self.add(inputs, rows, to: &logits)
                return logits
            }
        }
    }

    /// The first layer's probabilities: each line by itself.
    func firstLayer(_ page: PageEvidence) -> [ClassVector] {
        firstLayer(page, experts(page), termEvidence(page))
    }

    private func firstLayer(
        _ page: PageEvidence, _ experts: [(regime: Int, share: Float)], _ evidence: [TermSums]
    ) -> [ClassVector] {
        (0..<page.count).map { line in
            mixture(experts) { expert in
                let rows = weights.first[expert].weights
                var logits = values.sum(page.values(of: line), layer: .first, regime: expert)
                Self.add(evidence[line], rows, to: &logits)
                return logits
            }
        }
    }

    /// The regimes to ask and their say; the says sum to 1.
    func experts(_ page: PageEvidence) -> [(regime: Int, share: Float)] {
        let residue = gate.residue(page.traits)
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
}

extension LabelDecoder {
    /// The evidence of a line's terms by view, scaled as the layers' inputs are.
    private struct TermSums {
        var words = ClassVector.zero
        var bigrams = ClassVector.zero
        var grams = ClassVector.zero
        var phrases = ClassVector.zero
    }

    private func termEvidence(_ page: PageEvidence) -> [TermSums] {
        (0..<page.count).map { line in
            var sums = (
                SIMD16<Int32>.zero, SIMD16<Int32>.zero, SIMD16<Int32>.zero, SIMD16<Int32>.zero
            )
            var counts = SIMD4<Int32>.zero
            for view in View.terms {
                let keys = page.keys(view, of: line)
                counts[view.termIndex] = Int32(keys.count)
                for key in keys {
                    guard let row = terms.row(key) else { continue }
                    let wide = SIMD16<Int32>(truncatingIfNeeded: row)
                    switch view {
                    case .words: sums.0 &+= wide
                    case .bigrams: sums.1 &+= wide
                    case .grams: sums.2 &+= wide
                    default: sums.3 &+= wide
                    }
                }
            }
            func scaled(_ sum: SIMD16<Int32>, _ count: Int32) -> ClassVector {
                let scale = LabelWeights.evidenceScale / TermTable.unit
                return small(sum) * (scale / Float(max(count, 1)).squareRoot())
            }
            return TermSums(
                words: scaled(sums.0, counts[0]), bigrams: scaled(sums.1, counts[1]),
                grams: scaled(sums.2, counts[2]), phrases: scaled(sums.3, counts[3]))
        }
    }

    /// Where the inputs of the term views start.
    private static let termInput = EvidenceGroup.categorical * ParagraphLabel.count

    private static func add(
        _ sums: TermSums, _ rows: [ClassVector], to logits: inout ClassVector
    ) {
        let labels = ParagraphLabel.count
        add(sums.words, rows, from: termInput, to: &logits)
        add(sums.bigrams, rows, from: termInput + labels, to: &logits)
        add(sums.grams, rows, from: termInput + 2 * labels, to: &logits)
        add(sums.phrases, rows, from: termInput + 3 * labels, to: &logits)
    }

    private static func add(
        _ context: PageContext.Inputs, _ rows: [ClassVector], to logits: inout ClassVector
    ) {
        var start = LabelWeights.evidenceInputs
        for vector in context.vectors {
            add(vector, rows, from: start, to: &logits)
            start += ParagraphLabel.count
        }
        if context.isFirst { logits += rows[start] }
        if context.isLast { logits += rows[start + 1] }
    }

    /// Inputs smaller than this change no label; most probabilities of a line are.
    private static let insignificant: Float = 1.0 / 1024

    private static func add(
        _ vector: ClassVector, _ rows: [ClassVector], from start: Int,
        to logits: inout ClassVector
    ) {
        for label in 0..<ParagraphLabel.count {
            let input = vector[label]
            if abs(input) > insignificant { logits += rows[start + label] * input }
        }
    }
}
