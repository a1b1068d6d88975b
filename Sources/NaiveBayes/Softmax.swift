/// Probabilities from log-odds: `exp(z[i]) / Σ exp(z[j])` over the first `classes` lanes;
/// the other lanes are 0.
@inlinable
public func softmax(_ logits: ClassVector, mask: ClassVector) -> ClassVector {
    let floor = ClassVector(repeating: -1e30)
    let visible = logits.replacing(with: floor, where: mask .== 0)
    let powers = exp32(visible - visible.max()) * mask
    return powers / powers.sum()
}

/// A linear layer with a softmax: the few weights that are fitted on out-of-fold scores.
///
/// `logits = bias + Σ input[i] · weights[i]`, then ``softmax(_:mask:)``.
public struct SoftmaxLayer: Sendable, Hashable {
    /// Number of classes.
    public let classes: Int
    /// One row for each input; the last row is the bias.
    public var weights: [ClassVector]

    /// A layer of zero weights.
    public init(inputs: Int, classes: Int) {
        self.classes = classes
        weights = Array(repeating: .zero, count: inputs + 1)
    }

    /// Number of inputs.
    public var inputs: Int { weights.count - 1 }

    /// The log-odds of the classes. O(inputs).
    @inlinable
    public func logits(_ input: Span<Float>) -> ClassVector {
        var sum = weights[input.count]
        for index in input.indices { sum += weights[index] * input[index] }
        return sum
    }
}
