import NaiveBayes

extension StyleWeights {
    /// The weights as text, one row a line: regime, `view` or `slot` with their name and weights
    /// by style, then `bias`. Four decimals: what lies below changes no style. O(weights).
    package var text: String {
        var lines: [String] = []
        for (regime, layer) in zip(Regime.allCases, layers) {
            for (view, weight) in zip(StyleView.allCases, layer.views) {
                lines.append("\(regime.name)\tview\t\(view.name)\t\(Self.rounded(weight))")
            }
            for (slot, row) in zip(StyleSpace.shared.slots, layer.slots) where row != .zero {
                lines.append("\(regime.name)\tslot\t\(slot.name)\t" + Self.text(row))
            }
            lines.append("\(regime.name)\tbias\t\t" + Self.text(layer.bias))
        }
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
        for index in layers.indices {
            layers[index].views = layers[index].views.map { _ in 0 }
        }
        let slots = Dictionary(
            uniqueKeysWithValues: StyleSpace.shared.slots.enumerated().map {
                ($0.element.name, $0.offset)
            })
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            if line.isEmpty || line.hasPrefix("#") { continue }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            let numbers = fields.dropFirst(3).compactMap { Float($0) }.filter(\.isFinite)
            guard fields.count > 3, numbers.count == fields.count - 3,
                let regime = Regime.allCases.first(where: { $0.name == fields[0] })
            else {
                throw .line(number, expected: "a regime, a kind, a name and finite weights")
            }
            var row = ClassVector.zero
            for (lane, value) in numbers.prefix(OutletStyle.count).enumerated() {
                row[lane] = value
            }
            let isRow = numbers.count == OutletStyle.count
            let layer = Int(regime.rawValue)
            let view = StyleView.allCases.first { $0.name == fields[2] }
            switch (String(fields[1]), view, slots[String(fields[2])]) {
            case ("view", let view?, _) where numbers.count == 1:
                layers[layer].views[Int(view.rawValue)] = numbers[0]
            case ("bias", _, _) where isRow: layers[layer].bias = row
            case ("slot", _, let slot?) where isRow: layers[layer].slots[slot] = row
            default: throw .line(number, expected: "a view, a slot or the bias")
            }
        }
    }
}
