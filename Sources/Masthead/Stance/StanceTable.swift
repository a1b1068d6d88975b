import NaiveBayes

/// Where a scorer reads counts: the growing memory or the compiled table.
protocol StanceCountSource: Sendable {
    /// The counts of a key by class, all zero where it was never seen.
    func row(_ key: UInt32) -> ClassVector
    /// The polarity most often annotated for a wording; nil where none was.
    func polarity(of key: UInt32) -> StancePolarity?
}

/// Counts compiled for reading: open addressing over flat arrays, no more than half full.
struct StanceTable: StanceCountSource {
    /// Key in the upper half, number of the row from 1 on in the lower; 0 where free.
    private var slots: [UInt64]
    private var rows: [ClassVector] = []
    private let mask: Int
    private let counts: StanceCounts

    /// Compiles counts. O(keys).
    init(_ counts: StanceCounts) {
        self.counts = counts
        var size = 16
        while size < counts.terms.rows.count * 2 { size *= 2 }
        slots = Array(repeating: 0, count: size)
        mask = size - 1
        rows.reserveCapacity(counts.terms.rows.count)
        for (key, row) in counts.terms.rows {
            var slot = Int(key) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            rows.append(StanceCounts.vector(row))
            slots[slot] = UInt64(key) << 32 | UInt64(rows.count)
        }
    }

    @inline(__always)
    func row(_ key: UInt32) -> ClassVector {
        var slot = Int(key) & mask
        while true {
            let entry = slots[slot]
            if entry == 0 { return .zero }
            if UInt32(truncatingIfNeeded: entry >> 32) == key {
                return rows[Int(entry & 0xFFFF_FFFF) - 1]
            }
            slot = (slot + 1) & mask
        }
    }

    func polarity(of key: UInt32) -> StancePolarity? { counts.polarity(of: key) }
}

extension StanceCounts: StanceCountSource {
    func row(_ key: UInt32) -> ClassVector { Self.vector(terms[key]) }

    /// Counts as numbers, over the classes in use.
    static func vector(_ row: ClassCounts) -> ClassVector {
        var vector = ClassVector.zero
        if row == .zero { return vector }
        var sum: Int32 = 0
        for lane in 0..<classes where row[lane] != 0 {
            vector[lane] = Float(row[lane])
            sum += row[lane]
        }
        vector[total] = Float(sum)
        return vector
    }
}

/// Natural logarithm of each lane, for positive normal numbers.
///
/// The exponent and a series for the mantissa as in `log64`, in single precision: relative error
/// below 1e-6, the same on every machine.
@inline(__always)
func logarithms(_ value: ClassVector) -> ClassVector {
    let bits = SIMD16<Int32>(
        truncatingIfNeeded: unsafe unsafeBitCast(value, to: SIMD16<UInt32>.self))
    // Mantissas from 0.70 on, so that the series is short on both sides of 1.
    let shifted = bits &- 0x3F35_04F3
    let exponent = shifted &>> 23
    let mantissaBits = bits &- (exponent &<< 23)
    let mantissa = unsafe unsafeBitCast(mantissaBits, to: ClassVector.self)
    let t = (mantissa - 1) / (mantissa + 1)
    let square = t * t
    var series = square * Float(1.0 / 9) + Float(1.0 / 7)
    series = series * square + Float(1.0 / 5)
    series = series * square + Float(1.0 / 3)
    series = series * square + Float(1)
    return t * series * Float(2) + ClassVector(exponent) * Float(0.693_147_18)
}
