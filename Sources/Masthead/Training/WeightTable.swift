import NaiveBayes

/// The weights as text: what `TrainingData/counts/weights.tsv` holds.
///
/// Lines that start with `#` are comments. The others are layer (`first`, `second`), regime,
/// number of the input and one weight for each label, separated by tabs, in the order of the
/// layers' inputs; the last input of a layer is the bias.
package enum WeightTable {
    /// The table's text. O(weights).
    package static func text(_ weights: LabelWeights) -> String {
        var text = ""
        for (layer, layers) in [("first", weights.first), ("second", weights.second)] {
            for regime in Regime.allCases {
                let rows = layers[Int(regime.rawValue)].weights
                for (input, row) in rows.enumerated() {
                    let numbers = (0..<ParagraphLabel.count).map { "\(rounded(row[$0]))" }
                    text += "\(layer)\t\(regime)\t\(input)\t"
                    text += numbers.joined(separator: "\t") + "\n"
                }
            }
        }
        return text
    }

    /// Four decimals: what lies below changes no label.
    static func rounded(_ weight: Float) -> Float { (weight * 10_000).rounded() / 10_000 }

    /// The weights of a table's text. Throws ``CountTable/Fault`` where a line is not of the
    /// table or lines are missing. O(text).
    package static func weights(
        _ text: some StringProtocol
    ) throws(CountTable.Fault) -> LabelWeights {
        var weights = LabelWeights()
        var missing = (weights.first + weights.second).reduce(0) { $0 + $1.weights.count }
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            if line.isEmpty || line.hasPrefix("#") { continue }
            let fields = line.split(separator: "\t")
            guard fields.count == 3 + ParagraphLabel.count,
                let layer = ["first": 0, "second": 1][String(fields[0])],
                let regime = Regime(name: String(fields[1])), let input = Int(fields[2])
            else {
                throw .line(number, expected: "layer, regime, input and one weight a label")
            }
            var row = ClassVector.zero
            for (lane, field) in fields[3...].enumerated() {
                guard let value = Float(field), abs(value) <= LabelWeights.limit else {
                    let limit = Int(LabelWeights.limit)
                    throw .line(number, expected: "weights from -\(limit) to \(limit)")
                }
                row[lane] = value
            }
            let path = layer == 0 ? \LabelWeights.first : \LabelWeights.second
            guard weights[keyPath: path][Int(regime.rawValue)].weights.indices.contains(input)
            else { throw .line(number, expected: "an input of the layer") }
            weights[keyPath: path][Int(regime.rawValue)].weights[input] = row
            missing -= 1
        }
        guard missing == 0 else { throw .line(number, expected: "\(missing) more lines") }
        return weights
    }
}
