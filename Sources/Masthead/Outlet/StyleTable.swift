import NaiveBayes

/// The compiled evidence of all terms by view, looked up by key.
///
/// Keys are sorted within a range for each value of their upper twelve bits; rows are evidence
/// in sixteenths.
struct StyleTable: Sendable, Hashable {
    /// Evidence of 1 in a row's units.
    private static let unit: Float = 16
    private static let shift: UInt32 = 20

    private var starts: [UInt32]
    private(set) var keys: [UInt32]
    private var rows: [SIMD16<Int8>]

    /// Compiles the evidence of one view's terms. O(terms · log terms).
    init(_ evidence: [(key: UInt32, row: ClassVector)]) {
        let sorted = evidence.sorted { $0.key < $1.key }
        keys = sorted.map(\.key)
        rows = sorted.map { Self.quantised($0.row) }
        starts = Self.starts(keys)
    }

    private static func quantised(_ row: ClassVector) -> SIMD16<Int8> {
        let scaled = (row * unit).rounded(.toNearestOrAwayFromZero)
        let bound = ClassVector(repeating: 127)
        return SIMD16<Int8>(scaled.clamped(lowerBound: -bound, upperBound: bound))
    }

    private static func starts(_ keys: [UInt32]) -> [UInt32] {
        var starts = [UInt32](repeating: 0, count: 1 << (32 - shift) + 1)
        for key in keys { starts[Int(key >> shift) + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        return starts
    }

    /// Number of terms.
    var count: Int { keys.count }

    /// The evidence of a term, nil where it is not known. O(1) for keys that are hashes.
    func evidence(_ key: UInt32) -> ClassVector? {
        let bucket = Int(key >> Self.shift)
        var low = Int(starts[bucket])
        var high = Int(starts[bucket + 1])
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        guard low < Int(starts[bucket + 1]), keys[low] == key else { return nil }
        return ClassVector(rows[low]) / Self.unit
    }

    /// Writes the terms: differences of keys, and a row of eleven numbers each. O(terms).
    func encode(into writer: inout ByteWriter) {
        writer.write(varint: UInt64(keys.count))
        var previous: UInt32 = 0
        for (key, row) in zip(keys, rows) {
            writer.write(varint: UInt64(key - previous))
            for lane in 0..<OutletStyle.count { writer.write(row[lane]) }
            previous = key
        }
    }

    /// Reads what ``encode(into:)`` wrote. Throws ``ModelError``. O(terms).
    init(from reader: inout ByteReader) throws(ModelError) {
        let count = try reader.readCount(width: 1 + OutletStyle.count)
        keys = []
        rows = []
        keys.reserveCapacity(count)
        rows.reserveCapacity(count)
        var key: UInt32 = 0
        for index in 0..<count {
            let step = try reader.readVarint()
            guard step <= UInt64(UInt32.max - key), index == 0 || step > 0 else {
                throw reader.malformed
            }
            key += UInt32(step)
            let raw = try reader.readBytes(OutletStyle.count)
            var row = SIMD16<Int8>(repeating: 0)
            for (lane, byte) in raw.enumerated() { row[lane] = Int8(bitPattern: byte) }
            keys.append(key)
            rows.append(row)
        }
        starts = Self.starts(keys)
    }
}
