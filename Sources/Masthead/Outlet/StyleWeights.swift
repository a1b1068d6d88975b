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

extension StyleWeights {
    /// Writes the weights. O(weights).
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
    /// The weights as text, one row a line: `view` and `slot` with their name and weights by
    /// style, then `bias`. Four decimals: what lies below changes no style. O(weights).
    package var text: String {
        var lines = zip(StyleView.allCases, views).map { view, weight in
            "view\t\(view.name)\t\(Self.rounded(weight))"
        }
        for (slot, row) in zip(StyleSpace.shared.slots, slots) where row != .zero {
            lines.append("slot\t\(slot.name)\t" + Self.text(row))
        }
        lines.append("bias\t\t" + Self.text(bias))
        return lines.joined(separator: "\n") + "\n"
    }

    private static func rounded(_ weight: Float) -> Float {
        (weight * 10_000).rounded() / 10_000
    }

    private static func text(_ row: ClassVector) -> String {
        (0..<OutletStyle.count).map { "\(rounded(row[$0]))" }.joined(separator: "\t")
    }

    /// The weights of a text that ``text`` made. Lines that start with `#` are comments; views
    /// and slots that are not named have weight 0. Throws ``CountTable/Fault``. O(text).
    package init(text: some StringProtocol) throws(CountTable.Fault) {
        self.init()
        for view in views.indices { views[view] = 0 }
        let slotNumbers = Dictionary(
            uniqueKeysWithValues: StyleSpace.shared.slots.enumerated().map {
                ($0.element.name, $0.offset)
            })
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            if line.isEmpty || line.hasPrefix("#") { continue }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            let numbers = fields.dropFirst(2).compactMap { Float($0) }.filter(\.isFinite)
            guard fields.count > 2, numbers.count == fields.count - 2 else {
                throw .line(number, expected: "a kind, a name and finite weights")
            }
            var row = ClassVector.zero
            for (lane, value) in numbers.prefix(OutletStyle.count).enumerated() {
                row[lane] = value
            }
            let isRow = numbers.count == OutletStyle.count
            let view = StyleView.allCases.first { $0.name == fields[1] }
            switch String(fields[0]) {
            case "view" where numbers.count == 1 && view != nil:
                views[Int(view?.rawValue ?? 0)] = numbers[0]
            case "bias" where isRow: bias = row
            case "slot" where isRow && slotNumbers[String(fields[1])] != nil:
                slots[slotNumbers[String(fields[1])] ?? 0] = row
            default: throw .line(number, expected: "a view, a slot or the bias")
            }
        }
    }
}
