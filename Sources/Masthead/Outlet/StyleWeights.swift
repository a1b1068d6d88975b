import NaiveBayes

/// The weights that make log-odds of a page's evidence: one for each view, and for each slot and
/// style one for the slot's value, which is a step on a scale from little to much.
package struct StyleWeights: Sendable, Hashable {
    /// One weight for each of ``StyleView``.
    package var views: [Float]
    /// One row for each slot of ``StyleSpace``.
    package var slots: [ClassVector]
    /// What is added for each style.
    package var bias: ClassVector

    /// Weights under which views speak a little and slots not at all.
    package init() {
        views = Array(repeating: 0.1, count: StyleView.allCases.count)
        slots = Array(repeating: .zero, count: StyleSpace.shared.slots.count)
        bias = .zero
    }

    /// The log-odds of the styles. O(views + slots).
    func logits(_ sums: [ClassVector], _ values: [UInt8]) -> ClassVector {
        var logits = bias
        for (view, sum) in sums.enumerated() { logits += sum * views[view] }
        for (slot, value) in values.enumerated() where value > 0 {
            logits += slots[slot] * Float(value)
        }
        return logits
    }
}
