import NaiveBayes

/// The evidence of every categorical value, multiplied by the weights of each layer and regime.
///
/// A row holds what a value adds to the log-odds of both layers, in turns: the first label of the
/// first layer, the first of the second, and so on. So one pass over a line's values sums up for
/// both, sixteen bits a number, and the sums are told apart by shifts.
struct FoldedValues: Sendable {
    /// Log-odds of 1 in a row's units.
    static let unit: Float = 256
    /// The largest number of a row, 2.2 in log-odds: the sum of a value for each slot stays within
    /// sixteen bits.
    static let limit = Float(Int16.max / Int16(FeatureSpace.shared.slots.count))

    private let rows: TableView<SIMD32<Int16>>
    private let biases: [RowPair]
    private let offsets: [Int32]

    init(_ file: ModelFile) throws(ModelError) {
        rows = try file.table("value rows", of: SIMD32<Int16>.self)
        let biases = try file.table("biases", of: SIMD32<Int16>.self)
        let regimes = Regime.allCases.count
        guard rows.count == regimes * FeatureSpace.shared.values, biases.count == regimes else {
            throw .malformed(section: "value rows")
        }
        self.biases = (0..<regimes).map { regime in
            var pair = Self.logOdds(biases[regime])
            for lane in ParagraphLabel.count..<classLimit {
                pair.first[lane] = noClass
                pair.second[lane] = noClass
            }
            return pair
        }
        offsets = FeatureSpace.shared.slots.map { Int32($0.offset) }
    }

    /// The log-odds of both layers that a line's values and the bias add up to. O(slots).
    @inline(__always)
    func sum(_ page: PageEvidence, line: Int, regime: Int) -> RowPair {
        let offsets = offsets.span
        let first = line * offsets.count
        let values = page.values.span.extracting(first..<(first + offsets.count))
        let start = regime * FeatureSpace.shared.values
        var sum = SIMD32<Int16>.zero
        for slot in offsets.indices {
            // Both spans have a number for each slot.
            let value = unsafe Int(values[unchecked: slot])
            sum &+= unsafe rows[start &+ Int(offsets[unchecked: slot]) &+ value]
        }
        let logOdds = Self.logOdds(sum)
        let bias = biases[regime]
        return RowPair(first: logOdds.first + bias.first, second: logOdds.second + bias.second)
    }

    /// What one value adds to the log-odds of both layers.
    func row(_ value: Int, regime: Int) -> RowPair {
        Self.logOdds(rows[regime * FeatureSpace.shared.values + value])
    }

    /// What the bias adds to the log-odds of both layers; lanes beyond the labels are no class.
    func bias(regime: Int) -> RowPair { biases[regime] }

    @inline(__always)
    private static func logOdds(_ row: SIMD32<Int16>) -> RowPair {
        let both = unsafe unsafeBitCast(row, to: SIMD16<Int32>.self)
        return RowPair(
            first: small((both &<< 16) &>> 16) * (1 / unit),
            second: small(both &>> 16) * (1 / unit))
    }

    /// The sections of the folded tables. O(values · labels²).
    static func sections(
        _ evidence: CountedEvidence, _ weights: LabelWeights
    ) -> [(name: String, bytes: [UInt8])] {
        var rows = ByteWriter()
        var biases = ByteWriter()
        for (first, second) in zip(weights.first, weights.second) {
            write(
                first.weights[first.inputs], second.weights[second.inputs],
                within: Float(Int16.max), to: &biases)
            for slot in FeatureSpace.shared.slots {
                for value in slot.offset..<(slot.offset + slot.values) {
                    write(
                        folded(value, slot.group, evidence, first),
                        folded(value, slot.group, evidence, second), within: limit, to: &rows)
                }
            }
        }
        return [("value rows", rows.bytes), ("biases", biases.bytes)]
    }

    /// The evidence of a value, of both regimes' counts, times a layer's weights.
    private static func folded(
        _ value: Int, _ group: SlotGroup, _ evidence: CountedEvidence, _ layer: SoftmaxLayer
    ) -> ClassVector {
        var sum = ClassVector.zero
        for regime in Regime.allCases {
            let group = EvidenceGroup.index(group, regime)
            let row = evidence.evidence(value: value, regime: regime)
            for label in 0..<ParagraphLabel.count {
                sum += layer.weights[group * ParagraphLabel.count + label] * row[label]
            }
        }
        return sum * LabelWeights.evidenceScale
    }

    private static func write(
        _ first: ClassVector, _ second: ClassVector, within limit: Float,
        to writer: inout ByteWriter
    ) {
        for lane in 0..<classLimit {
            for row in [first, second] {
                writer.write(Int16(max(-limit, min(limit, (row[lane] * unit).rounded()))))
            }
        }
    }
}
