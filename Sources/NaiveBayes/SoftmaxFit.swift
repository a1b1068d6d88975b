/// Rows of inputs with the class each belongs to: what a softmax layer is fitted on.
public struct SoftmaxSamples: Sendable {
    /// Inputs of a row.
    public let width: Int
    /// The inputs, row after row.
    public var inputs: [Float] = []
    /// The classes that each row may belong to, one bit a class; most rows have one.
    public var classes: [UInt16] = []
    /// The weight of each row, 0 or more.
    public var weights: [Float] = []

    /// No rows.
    public init(width: Int) { self.width = width }

    /// Number of rows.
    public var count: Int { classes.count }

    /// Appends a row of `width` inputs.
    public mutating func append(
        _ row: some Sequence<Float>, classes: UInt16, weight: Float
    ) {
        inputs.append(contentsOf: row)
        self.classes.append(classes)
        weights.append(weight)
    }
}

/// Settings of the fit, each chosen by cross-validation (`Documentation/training.md`).
public struct SoftmaxFit: Sendable {
    /// Passes over the rows.
    public var epochs = 7
    /// Rows a step.
    public var batch = 64
    /// First step size; it falls linearly to 0.
    public var rate: Float = 0.01
    /// L2 penalty a row.
    public var penalty: Float = 5e-4

    /// The default settings.
    public init() {}

    /// Fits a layer by Adam (Kingma and Ba 2015) on the weighted log loss: minus the logarithm
    /// of the probability of all classes that a row may belong to.
    ///
    /// Deterministic: rows are visited in an order drawn from a fixed seed.
    /// O(epochs · rows · width).
    public func layer(_ samples: SoftmaxSamples, classes: Int) -> SoftmaxLayer {
        var layer = SoftmaxLayer(inputs: samples.width, classes: classes)
        if samples.count == 0 { return layer }
        let mask = ClassVector.mask(classes)
        let width = samples.width
        var gradient = [ClassVector](repeating: .zero, count: width + 1)
        var mean = gradient
        var square = gradient
        var order = Array(0..<samples.count)
        var random = SplitMix(seed: 1)
        let steps = epochs * ((samples.count + batch - 1) / batch)
        var step = 0
        for _ in 0..<epochs {
            order.shuffle(using: &random)
            for start in stride(from: 0, to: order.count, by: batch) {
                for index in gradient.indices { gradient[index] = .zero }
                var total: Float = 0
                for row in order[start..<min(start + batch, order.count)] {
                    let weight = samples.weights[row]
                    if weight == 0 { continue }
                    total += weight
                    let input = samples.inputs.span.extracting((row * width)..<((row + 1) * width))
                    var error = softmax(layer.logits(input), mask: mask)
                    error -= Self.target(error, samples.classes[row])
                    error *= weight
                    for index in 0..<width { gradient[index] += error * input[index] }
                    gradient[width] += error
                }
                step += 1
                if total == 0 { continue }
                let rate = rate * (1 - Float(step) / Float(steps + 1))
                update(&layer, gradient, &mean, &square, step, rate, 1 / total)
            }
        }
        return layer
    }

    /// The probabilities given that the row belongs to one of the classes.
    private static func target(_ probabilities: ClassVector, _ classes: UInt16) -> ClassVector {
        var target = ClassVector.zero
        var sum: Float = 0
        for lane in 0..<classLimit where classes & 1 << UInt16(lane) != 0 {
            target[lane] = max(probabilities[lane], 1e-12)
            sum += target[lane]
        }
        return sum > 0 ? target / sum : probabilities
    }

    private func update(
        _ layer: inout SoftmaxLayer, _ gradient: [ClassVector], _ mean: inout [ClassVector],
        _ square: inout [ClassVector], _ step: Int, _ rate: Float, _ scale: Float
    ) {
        let first = 1 - power(0.9, step)
        let second = 1 - power(0.999, step)
        for index in gradient.indices {
            let slope = gradient[index] * scale + layer.weights[index] * penalty
            mean[index] = mean[index] * 0.9 + slope * 0.1
            square[index] = square[index] * 0.999 + slope * slope * 0.001
            let denominator = (square[index] / second).squareRoot() + 1e-6
            layer.weights[index] -= (mean[index] / first) / denominator * rate
        }
    }

    private func power(_ base: Float, _ exponent: Int) -> Float {
        var result: Float = 1
        for _ in 0..<min(exponent, 20_000) { result *= base }
        return result
    }
}

/// A small generator with a fixed seed (Steele, Lea and Flood 2014), so that runs repeat.
public struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A generator that starts at `seed`.
    public init(seed: UInt64) { state = seed }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
