import Foundation
import NaiveBayes
import Testing

@Suite("m-estimate")
struct MEstimateTests {
    static let classes = 13

    private func vector(
        _ range: ClosedRange<Int>, _ random: inout SplitMix
    ) -> ClassVector {
        var vector = ClassVector.zero
        for lane in 0..<Self.classes {
            vector[lane] = Float(Int.random(in: range, using: &random))
        }
        return vector
    }

    /// The formula of the type's comment, in double precision, from plain counts.
    private func reference(_ counts: [Double], totals: [Double], strength: Double) -> [Double] {
        let sum = totals.reduce(0) { $0 + $1 + 0.5 }
        let prior = totals.map { ($0 + 0.5) / sum }
        let total = counts.reduce(0, +)
        return zip(counts, prior).map { count, prior in
            Foundation.log((count + strength * prior) / ((total + strength) * prior))
        }
    }

    private func numbers(_ vector: ClassVector) -> [Double] {
        (0..<Self.classes).map { Double(vector[$0]) }
    }

    @Test("evidence equals the formula in double precision", arguments: [Float(0.5), 4, 192])
    func formula(strength: Float) {
        var random = SplitMix(seed: 21)
        for _ in 0..<60 {
            let totals = vector(0...5000, &random)
            let counts = vector(0...40, &random)
            let estimate = MEstimate(totals: totals, classes: Self.classes, strength: strength)
            let evidence = estimate.evidence(counts)
            let expected = reference(
                numbers(counts), totals: numbers(totals), strength: Double(strength))
            for lane in 0..<Self.classes {
                #expect(abs(Double(evidence[lane]) - expected[lane]) < 2e-5)
            }
        }
    }

    @Test("a value never seen speaks for nothing")
    func unseen() {
        let estimate = MEstimate(
            totals: ClassVector(repeating: 7), classes: Self.classes, strength: 4)
        #expect(estimate.evidence(.zero) == .zero)
    }

    @Test("lanes beyond the classes stay 0, and no totals at all give finite evidence")
    func unusedLanes() {
        let estimate = MEstimate(totals: .zero, classes: 5, strength: 4)
        var counts = ClassVector.zero
        counts[2] = 9
        let evidence = estimate.evidence(counts)
        for lane in 5..<classLimit {
            #expect(evidence[lane] == 0)
            #expect(estimate.prior[lane] == 0)
        }
        #expect((0..<5).allSatisfy { evidence[$0].isFinite })
        #expect(evidence[2] > 0 && evidence[0] < 0)
        #expect(abs(estimate.prior.sum() - 1) < 1e-6)
    }

    @Test("the shares behind the evidence sum to 1: Σ π·e^evidence = 1")
    func normalised() {
        var random = SplitMix(seed: 22)
        for _ in 0..<40 {
            let estimate = MEstimate(
                totals: vector(1...900, &random), classes: Self.classes, strength: 3)
            let evidence = estimate.evidence(vector(0...9, &random))
            let sum = (exp32(evidence) * estimate.prior).sum()
            #expect(abs(sum - 1) < 1e-5)
        }
    }

    @Test("a stronger prior draws evidence towards 0; more counts draw it away")
    func strength() {
        var totals = ClassVector.mask(Self.classes) * 100
        totals[1] = 900
        var once = ClassVector.zero
        once[3] = 1
        let values = [Float(1), 4, 16, 64].map { strength in
            MEstimate(totals: totals, classes: Self.classes, strength: strength)
                .evidence(once)[3]
        }
        #expect(values == values.sorted(by: >))
        let estimate = MEstimate(totals: totals, classes: Self.classes, strength: 4)
        #expect(estimate.evidence(once * 10)[3] > estimate.evidence(once)[3])
    }

    @Test("summed evidence of a random data set equals brute force over its samples")
    func bruteForce() {
        var random = SplitMix(seed: 23)
        let samples = (0..<120).map { _ in
            (
                label: Int.random(in: 0..<Self.classes, using: &random),
                terms: (0..<8).map { _ in UInt32.random(in: 0..<50, using: &random) }
            )
        }
        var counts = TermCounts()
        var totals = ClassCounts.zero
        for sample in samples {
            for term in sample.terms {
                counts.add(of: term, in: sample.label)
                totals[sample.label] += 1
            }
        }
        let estimate = MEstimate(
            totals: ClassVector(totals), classes: Self.classes, strength: 2)
        let occurrences = samples.flatMap { sample in sample.terms.map { (sample.label, $0) } }
        let byClass = (0..<Self.classes).map { label in
            Double(occurrences.count { $0.0 == label })
        }
        for sample in samples.prefix(20) {
            var sum = ClassVector.zero
            var expected = [Double](repeating: 0, count: Self.classes)
            for term in sample.terms {
                sum += estimate.evidence(ClassVector(counts[term]))
                let own = (0..<Self.classes).map { label in
                    Double(occurrences.count { $0.0 == label && $0.1 == term })
                }
                let evidence = reference(own, totals: byClass, strength: 2)
                for lane in 0..<Self.classes { expected[lane] += evidence[lane] }
            }
            for lane in 0..<Self.classes {
                #expect(abs(Double(sum[lane]) - expected[lane]) < 1e-4)
            }
        }
    }
}
