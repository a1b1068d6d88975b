import NaiveBayes

/// The compiled evidence of all terms, looked up by key in place.
///
/// Keys are sorted; the upper sixteen bits of a key give the range in which it can stand, which
/// holds three or four keys for a model of 200,000 terms. Rows are evidence in sixteenths.
struct TermTable: Sendable {
    /// Evidence of 1 in a row's units.
    static let unit: Float = 16

    /// More keys than ever share their upper half; a longer run would make look-ups slow.
    private static let bucketLimit: UInt32 = 1024

    private let starts: TableView<UInt32>
    private let keys: TableView<UInt32>
    private let rows: TableView<SIMD16<Int8>>

    /// The table of a model's sections. Throws where they do not fit together. O(2^16).
    init(_ file: ModelFile) throws(ModelError) {
        starts = try file.table("term starts", of: UInt32.self)
        keys = try file.table("term keys", of: UInt32.self)
        rows = try file.table("term rows", of: SIMD16<Int8>.self)
        guard starts.count == 1 << 16 + 1, keys.count == rows.count,
            starts[1 << 16] == keys.count
        else { throw .malformed(section: "term starts") }
        for index in 0..<(1 << 16) {
            let start = starts[index]
            let end = starts[index + 1]
            guard start <= end, end - start <= Self.bucketLimit else {
                throw .malformed(section: "term starts")
            }
        }
    }

    /// Number of terms.
    var count: Int { keys.count }

    /// The evidence of a term in sixteenths, nil where the model does not know it.
    @inline(__always)
    func row(_ key: UInt32) -> SIMD16<Int8>? {
        let bucket = Int(key >> 16)
        var index = Int(starts[bucket])
        let end = Int(starts[bucket + 1])
        while index < end {
            let found = keys[index]
            if found >= key { return found == key ? rows[index] : nil }
            index += 1
        }
        return nil
    }

    /// The sections of a table with the given evidence. O(terms · log terms).
    static func sections(_ evidence: [(key: UInt32, row: ClassVector)]) -> [(
        name: String, bytes: [UInt8]
    )] {
        let sorted = evidence.sorted { $0.key < $1.key }
        var counts = [UInt32](repeating: 0, count: 1 << 16 + 1)
        var keys = ByteWriter()
        var rows = ByteWriter()
        for (key, row) in sorted {
            counts[Int(key >> 16) + 1] += 1
            keys.write(key)
            for lane in 0..<16 {
                let value = (row[lane] * unit).rounded()
                rows.write(Int8(max(-127, min(127, value))))
            }
        }
        var starts = ByteWriter()
        var sum: UInt32 = 0
        for count in counts {
            sum += count
            starts.write(sum)
        }
        return [
            ("term starts", starts.bytes), ("term keys", keys.bytes), ("term rows", rows.bytes),
        ]
    }
}
