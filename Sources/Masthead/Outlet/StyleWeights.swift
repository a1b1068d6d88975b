import NaiveBayes

/// The weights of styles: a layer for whole pages and one for residue, since what surrounds an
/// article tells most of the first and is hardly there in the second.
package struct StyleWeights: Sendable, Hashable {
    /// The layers by raw value of ``Regime``.
    package var layers = Regime.allCases.map { _ in StyleLayer() }

    /// Weights of no fit.
    package init() {}

    /// The log-odds of the styles. O(views + slots).
    func logits(_ sums: [ClassVector], of page: StylePage) -> ClassVector {
        layers[Int(page.regime.rawValue)].logits(sums, page.values)
    }
}

/// The weights that make log-odds of a page's evidence: one for each view, and for each slot and
/// style one for the slot's value, which is a step on a scale from little to much.
package struct StyleLayer: Sendable, Hashable {
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

extension StyleLayer {
    /// Writes the layer. O(weights).
    package func encode(into writer: inout ByteWriter) {
        for view in views { writer.write(view) }
        writer.write(varint: UInt64(slots.count))
        for row in slots + [bias] { writer.write(styles: row) }
    }

    /// Reads what ``encode(into:)`` wrote. Throws ``ModelError``. O(weights).
    package init(from reader: inout ByteReader) throws(ModelError) {
        self.init()
        for view in views.indices { views[view] = try reader.readFloat() }
        guard try reader.readVarint() == UInt64(slots.count) else { throw .otherFeatures }
        for slot in slots.indices { slots[slot] = try reader.readStyles() }
        bias = try reader.readStyles()
    }
}

extension StyleWeights {
    /// Writes the weights. O(weights).
    package func encode(into writer: inout ByteWriter) {
        for layer in layers { layer.encode(into: &writer) }
    }

    /// Reads what ``encode(into:)`` wrote. Throws ``ModelError``. O(weights).
    package init(from reader: inout ByteReader) throws(ModelError) {
        for index in layers.indices { layers[index] = try StyleLayer(from: &reader) }
    }
}
