/// Probabilities from log-odds: `exp(z[i]) / Σ exp(z[j])` over the lanes where `mask` is 1; the
/// other lanes are 0.
public func softmax(_ logits: ClassVector, mask: ClassVector) -> ClassVector {
    softmax(logits.replacing(with: ClassVector(repeating: noClass), where: mask .== 0))
}

/// Probabilities from log-odds; lanes with ``noClass`` are 0.
///
/// Never inlined: taken together with the sums before it, the lanes for the maximum are computed
/// twice, one by one and as vectors.
@inline(never)
public func softmax(_ logits: ClassVector) -> ClassVector {
    let powers = exp32(small: logits - logits.largest)
    return powers / powers.total
}

/// The log-odds of a lane that is no class.
public let noClass: Float = -1e30

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
