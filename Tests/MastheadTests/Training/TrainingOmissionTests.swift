import NaiveBayes
import Testing

@testable import Masthead

@Suite("Doing without parts of the evidence")
struct TrainingOmissionTests {
    private let documents = TrainingSamples.random(18, seed: 7, families: 4)

    private func weights(without part: EvidencePart?) -> LabelWeights {
        let samples = documents.map { LabelSample($0) }
        var counts = LabelCounts()
        for sample in samples { counts.add(sample) }
        var fit = LabelWeightFit()
        fit.fit.epochs = 2
        fit.omitted = part.map { [$0] } ?? []
        return fit.weights(samples, counts: counts)
    }

    @Test("a part that is left out has no weight, all others have", arguments: EvidencePart.all)
    func noWeight(part: EvidencePart) {
        let whole = weights(without: nil)
        let rest = weights(without: part)
        let silent = part.evidenceGroups.flatMap { group in
            (0..<ParagraphLabel.count).map { group * ParagraphLabel.count + $0 }
        }
        let context = LabelWeights.evidenceInputs..<LabelWeights.contextInputs
        for regime in Regime.allCases.indices {
            let (first, second) = (rest.first[regime].weights, rest.second[regime].weights)
            for row in silent { #expect(first[row] == .zero && second[row] == .zero) }
            let isContext = part == .context
            for row in context where isContext { #expect(second[row] == .zero) }
            for row in 0..<LabelWeights.evidenceInputs where !silent.contains(row) {
                #expect((first[row] == .zero) == (whole.first[regime].weights[row] == .zero))
            }
        }
    }

    @Test("names tell the parts apart")
    func names() {
        #expect(Set(EvidencePart.all.map(\.name)).count == EvidencePart.all.count)
        for part in EvidencePart.all { #expect(EvidencePart(name: part.name) == part) }
        #expect(EvidencePart(name: "shape") == nil)
    }
}
