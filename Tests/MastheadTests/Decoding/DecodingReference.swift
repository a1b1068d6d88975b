import Foundation
import NaiveBayes

@testable import Masthead

/// Evidence from counts as a compiled model has it: terms of fewer than two lines are left out,
/// and the evidence of a term is rounded to sixteenths.
struct RoundedEvidence: EvidenceSource {
    let counts: LabelCounts
    let exact: CountedEvidence

    init(_ counts: LabelCounts) {
        self.counts = counts
        exact = CountedEvidence(counts)
    }

    func evidence(value: Int, regime: Regime) -> ClassVector {
        exact.evidence(value: value, regime: regime)
    }

    func evidence(term: UInt32, view: View) -> ClassVector {
        let row = counts.terms[view.termIndex][term]
        if row.wrappedSum() < 2 * LabelCounts.unit { return .zero }
        return (exact.evidence(term: term, view: view) * 16).rounded(.toNearestOrAwayFromZero)
            .clamped(
                lowerBound: ClassVector(repeating: -127), upperBound: ClassVector(repeating: 127))
            / 16
    }
}

/// The label model written down as its definition reads, in double precision: evidence by group,
/// two layers by regime, mixed by the gate. No table is folded and no row is added beforehand.
struct ReferenceDecoder {
    let source: any EvidenceSource
    let weights: LabelWeights
    let gate: PageGate

    private static let labels = 0..<ParagraphLabel.count

    /// Log-odds of a layer.
    private func logits(_ layer: SoftmaxLayer, _ inputs: [Double]) -> [Double] {
        Self.labels.map { label in
            var sum = Double(layer.weights[inputs.count][label])
            for (index, input) in inputs.enumerated() {
                sum += Double(layer.weights[index][label]) * input
            }
            return sum
        }
    }

    private func softmax(_ logits: [Double]) -> [Double] {
        let top = logits.max() ?? 0
        let powers = logits.map { Foundation.exp($0 - top) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    private func mixed(_ layers: [SoftmaxLayer], _ inputs: [Double], _ residue: Double) -> [Double]
    {
        let pages = softmax(logits(layers[0], inputs))
        let rest = softmax(logits(layers[1], inputs))
        return zip(pages, rest).map { $0 * (1 - residue) + $1 * residue }
    }

    /// What an expert with hardly a say is not asked for: the decoder's own rule.
    private func residue(_ page: PageEvidence) -> Double {
        let residue = Double(gate.residue(page.traits))
        return residue < 0.02 ? 0 : residue > 0.98 ? 1 : residue
    }

    private func evidence(_ page: PageEvidence) -> [[Double]] {
        (0..<page.count).map { line in
            source.groups(of: line, in: page).flatMap { group in
                Self.labels.map { Double(group[$0]) * 0.25 }
            }
        }
    }

    /// The inputs of the second layer.
    func secondInputs(_ page: PageEvidence) -> [[Double]] {
        let evidence = evidence(page)
        let first = evidence.map { mixed(weights.first, $0, residue(page)) }
        return evidence.indices.map { evidence[$0] + context(first, $0) }
    }

    /// The documented context of a line, each vector computed by itself.
    private func context(_ first: [[Double]], _ line: Int) -> [Double] {
        func sum(_ range: Range<Int>) -> [Double] {
            Self.labels.map { label in
                range.clamped(to: first.indices).reduce(0) { $0 + first[$1][label] }
            }
        }
        let zero = [Double](repeating: 0, count: ParagraphLabel.count)
        var inputs = first[line].map { Foundation.log(max($0, 1e-4)) * 0.25 }
        for offset in [-3, -2, -1, 1, 2, 3] {
            inputs += first.indices.contains(line + offset) ? first[line + offset] : zero
        }
        let all = sum(first.indices)
        inputs += all.map { $0 / Double(first.count) }
        inputs += zip(sum(0..<line), all).map { $0 / max($1, 0.5) }
        inputs += sum((line - 8)..<line).map { $0 / 8 }
        inputs += sum((line + 1)..<(line + 9)).map { $0 / 8 }
        inputs += [line == 0 ? 1 : 0, line == first.count - 1 ? 1 : 0]
        return inputs
    }

    /// The log-odds of the second layer under a regime.
    func logits(_ inputs: [Double], regime: Int) -> [Double] {
        logits(weights.second[regime], inputs)
    }

    /// The probabilities of the labels of every line.
    func probabilities(_ page: PageEvidence) -> [[Double]] {
        let residue = residue(page)
        return secondInputs(page).map { mixed(weights.second, $0, residue) }
    }

    /// Counts and weights of a small model, made of one in eight documents and fitted briefly.
    static let small = Result { try SmallModel(TrainingSamples.some.get()) }
}

/// A model small enough for debug builds, together with what it was made of.
struct SmallModel: Sendable {
    let trainer: Trainer
    let model: Model
    let documents: [AnnotatedDocument]

    init(_ documents: [AnnotatedDocument]) {
        self.documents = documents
        // The built-in weights: real ones, without the cost of a fit.
        var trainer = Trainer()
        for document in documents { trainer.add(document) }
        self.trainer = trainer
        model = trainer.makeModel()
    }

    /// The slow decoder of the same counts and weights.
    var reference: ReferenceDecoder {
        ReferenceDecoder(
            source: RoundedEvidence(trainer.counts), weights: trainer.weights,
            gate: PageGate(trainer.counts))
    }
}
