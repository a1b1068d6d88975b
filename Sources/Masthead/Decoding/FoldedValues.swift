import NaiveBayes

/// The evidence of every categorical value, multiplied by the weights of each layer and regime.
struct FoldedValues: Sendable {
    enum Layer: Int { case first, second }

    /// Log-odds of 1 in a row's units: rows reach ±127 in steps of 1/256.
    static let unit: Float = 256

    private let rows: TableView<SIMD16<Int16>>
    private let biases: TableView<SIMD16<Int16>>
    private let offsets: [Int32]
    private let valueCount = FeatureSpace.shared.values

    init(_ file: ModelFile) throws(ModelError) {
        rows = try file.table("value rows", of: SIMD16<Int16>.self)
        biases = try file.table("biases", of: SIMD16<Int16>.self)
        guard rows.count == 4 * FeatureSpace.shared.values, biases.count == 4 else {
            throw .malformed(section: "value rows")
        }
        offsets = FeatureSpace.shared.slots.map { Int32($0.offset) }
    }

    /// The log-odds that a line's categorical values and the bias add up to. O(slots).
    func sum(_ values: ArraySlice<UInt16>, layer: Layer, regime: Int) -> ClassVector {
        let table = layer.rawValue * 2 + regime
        let start = table * valueCount
        var sum = SIMD16<Int32>(truncatingIfNeeded: biases[table])
        for (slot, value) in values.enumerated() {
            let row = rows[start + Int(offsets[slot]) + Int(value)]
            sum &+= SIMD16<Int32>(truncatingIfNeeded: row)
        }
        return small(sum) * (1 / Self.unit)
    }

    /// What one value adds to the log-odds.
    func row(_ value: Int, layer: Layer, regime: Int) -> ClassVector {
        let start = (layer.rawValue * 2 + regime) * FeatureSpace.shared.values
        return small(SIMD16<Int32>(truncatingIfNeeded: rows[start + value])) * (1 / Self.unit)
    }

    /// What the bias adds to the log-odds.
    func bias(layer: Layer, regime: Int) -> ClassVector {
        let row = biases[layer.rawValue * 2 + regime]
        return small(SIMD16<Int32>(truncatingIfNeeded: row)) * (1 / Self.unit)
    }

    /// The sections of the folded tables. O(values · labels²).
    static func sections(
        _ evidence: CountedEvidence, _ weights: LabelWeights
    ) -> [(name: String, bytes: [UInt8])] {
        var rows = ByteWriter()
        var biases = ByteWriter()
        for layer in weights.first + weights.second {
            write(layer.weights[layer.inputs], to: &biases)
            for slot in FeatureSpace.shared.slots {
                for value in slot.offset..<(slot.offset + slot.values) {
                    var sum = ClassVector.zero
                    for regime in Regime.allCases {
                        let group = EvidenceGroup.index(slot.group, regime)
                        let row = evidence.evidence(value: value, regime: regime)
                        for label in 0..<ParagraphLabel.count {
                            let input = group * ParagraphLabel.count + label
                            sum += layer.weights[input] * row[label]
                        }
                    }
                    write(sum * LabelWeights.evidenceScale, to: &rows)
                }
            }
        }
        return [("value rows", rows.bytes), ("biases", biases.bytes)]
    }

    private static func write(_ row: ClassVector, to writer: inout ByteWriter) {
        for lane in 0..<16 {
            writer.write(Int16(max(-32_767, min(32_767, (row[lane] * unit).rounded()))))
        }
    }
}
