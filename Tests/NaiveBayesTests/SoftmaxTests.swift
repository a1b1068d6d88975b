import Foundation
import NaiveBayes
import Testing

@Suite("Softmax")
struct SoftmaxTests {
    private static let mask = ClassVector.mask(13)

    private func logits(_ random: inout SplitMix, within bound: Float) -> ClassVector {
        var logits = ClassVector.zero
        for lane in 0..<classLimit {
            logits[lane] = Float.random(in: -bound...bound, using: &random)
        }
        return logits
    }

    @Test("probabilities equal those of double precision", arguments: [Float(1), 10, 60])
    func reference(bound: Float) {
        var random = SplitMix(seed: 31)
        for _ in 0..<40 {
            let logits = logits(&random, within: bound)
            let powers = (0..<13).map { Foundation.exp(Double(logits[$0])) }
            let sum = powers.reduce(0, +)
            let probabilities = softmax(logits, mask: Self.mask)
            for lane in 0..<13 {
                #expect(abs(Double(probabilities[lane]) - powers[lane] / sum) < 1e-6)
            }
        }
    }

    @Test("probabilities sum to 1 and lanes beyond the classes are 0, however large the log-odds")
    func sums() {
        var random = SplitMix(seed: 32)
        for bound in [Float(0.1), 5, 400, 1e20] {
            let probabilities = softmax(logits(&random, within: bound), mask: Self.mask)
            #expect(abs(probabilities.sum() - 1) < 1e-6)
            for lane in 13..<classLimit { #expect(probabilities[lane] == 0) }
            for lane in 0..<13 { #expect(probabilities[lane] >= 0) }
        }
    }

    @Test("adding the same to all log-odds changes nothing")
    func shifted() {
        var random = SplitMix(seed: 33)
        let logits = logits(&random, within: 4)
        let first = softmax(logits, mask: Self.mask)
        let second = softmax(logits + 32, mask: Self.mask)
        for lane in 0..<13 { #expect(abs(first[lane] - second[lane]) < 1e-5) }
    }

    @Test("a layer's log-odds are bias and weighted inputs")
    func layer() {
        var random = SplitMix(seed: 34)
        var layer = SoftmaxLayer(inputs: 5, classes: 13)
        #expect(layer.inputs == 5)
        for index in layer.weights.indices { layer.weights[index] = logits(&random, within: 2) }
        let inputs = (0..<5).map { _ in Float.random(in: -2...2, using: &random) }
        let found = layer.logits(inputs.span)
        for lane in 0..<13 {
            var expected = Double(layer.weights[5][lane])
            for index in 0..<5 {
                expected += Double(layer.weights[index][lane]) * Double(inputs[index])
            }
            #expect(abs(Double(found[lane]) - expected) < 1e-5)
        }
    }
}

@Suite("Softmax fit")
struct SoftmaxFitTests {
    /// Three classes around three corners of a square.
    private func corners(_ count: Int, seed: UInt64, weight: Float = 1) -> SoftmaxSamples {
        var random = SplitMix(seed: seed)
        var samples = SoftmaxSamples(width: 2)
        let centres: [(Float, Float)] = [(1, 1), (-1, 1), (1, -1)]
        for row in 0..<count {
            let label = row % 3
            let noise = (0..<2).map { _ in Float.random(in: -0.4...0.4, using: &random) }
            samples.append(
                [centres[label].0 + noise[0], centres[label].1 + noise[1]],
                classes: 1 << UInt16(label), weight: weight)
        }
        return samples
    }

    private var fit: SoftmaxFit {
        var fit = SoftmaxFit()
        fit.epochs = 30
        fit.rate = 0.05
        return fit
    }

    private func accuracy(_ layer: SoftmaxLayer, _ samples: SoftmaxSamples) -> Double {
        let right = (0..<samples.count).count { row in
            let input = samples.inputs[(row * samples.width)..<((row + 1) * samples.width)]
            return layer.logits(Array(input).span).indexOfMax(count: 3)
                == samples.classes[row].trailingZeroBitCount
        }
        return Double(right) / Double(samples.count)
    }

    @Test("a separable problem is learnt, also on rows never seen")
    func separable() {
        let layer = fit.layer(corners(300, seed: 41), classes: 3)
        #expect(accuracy(layer, corners(300, seed: 41)) == 1)
        #expect(accuracy(layer, corners(150, seed: 42)) == 1)
    }

    @Test("unused classes get no weights")
    func unusedClasses() {
        let layer = fit.layer(corners(60, seed: 43), classes: 3)
        for row in layer.weights {
            for lane in 3..<classLimit { #expect(row[lane] == 0) }
        }
    }

    @Test("the same rows give the same weights to the last bit")
    func deterministic() {
        let first = fit.layer(corners(90, seed: 44), classes: 3)
        #expect(first == fit.layer(corners(90, seed: 44), classes: 3))
        #expect(first != fit.layer(corners(90, seed: 45), classes: 3))
    }

    @Test("no rows, or rows without weight, give zero weights")
    func nothing() {
        let zero = SoftmaxLayer(inputs: 2, classes: 3)
        #expect(fit.layer(SoftmaxSamples(width: 2), classes: 3) == zero)
        #expect(fit.layer(corners(30, seed: 46, weight: 0), classes: 3) == zero)
    }

    @Test("without inputs the bias learns how frequent the classes are, by weight")
    func frequencies() {
        var samples = SoftmaxSamples(width: 1)
        for row in 0..<800 {
            samples.append([0], classes: 1 << UInt16(row % 2), weight: row % 2 == 0 ? 3 : 1)
        }
        var fit = fit
        fit.penalty = 0
        let layer = fit.layer(samples, classes: 2)
        let probabilities = softmax(layer.weights[1], mask: .mask(2))
        #expect(abs(probabilities[0] - 0.75) < 0.03)
    }

    @Test("calibration makes classes as likely in the mean as they are frequent")
    func calibration() {
        let samples = corners(300, seed: 48, weight: 0.5)
        var often = SoftmaxSamples(width: 2)
        for row in 0..<300 where samples.classes[row] == 2 || row % 7 == 0 {
            let input = samples.inputs[(row * 2)..<(row * 2 + 2)]
            often.append(input, classes: samples.classes[row], weight: 3)
        }
        var fit = SoftmaxFit()
        fit.penalty = 0.1
        let layer = fit.layer(samples, classes: 3)
        func excess(_ layer: SoftmaxLayer) -> Float {
            let rows = 0..<often.count
            let said = rows.reduce(ClassVector.zero) { sum, row in
                let input = Array(often.inputs[(row * 2)..<(row * 2 + 2)])
                return sum + softmax(layer.logits(input.span), mask: .mask(3))
            }
            return said[1] - Float(rows.count { often.classes[$0] == 2 })
        }
        var calibrated = layer
        calibrated.calibrate(on: often)
        #expect(excess(layer) < -5)
        #expect(abs(excess(calibrated)) < 1)
        #expect(calibrated.weights.dropLast() == layer.weights.dropLast())
        calibrated = layer
        calibrated.calibrate(on: SoftmaxSamples(width: 2))
        #expect(calibrated == layer)
    }

    @Test("a penalty keeps weights small")
    func penalty() {
        let samples = corners(120, seed: 47)
        var strict = fit
        strict.penalty = 1
        func size(_ layer: SoftmaxLayer) -> Float {
            layer.weights.reduce(0) { $0 + ($1 * $1).sum() }
        }
        #expect(
            size(strict.layer(samples, classes: 3)) < size(fit.layer(samples, classes: 3)) / 4)
    }
}
