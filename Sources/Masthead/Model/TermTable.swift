import NaiveBayes

/// The compiled evidence of all terms, looked up by key in place.
///
/// A row is 16 bytes: the evidence of thirteen labels in sixteenths, and the lower 24 bits of the
/// term's key, its tag. Four rows are a bucket of 64 bytes, a line of the processor's cache; the
/// upper sixteen bits of a key name its bucket. Rows fill a bucket from the front, and where it is
/// full, the next ones take the rest. So nearly every look-up touches memory once, whether the
/// model knows the term or not.
///
/// A filter of sixteen bits a bucket, small enough to stay near the processor, tells first of most
/// unknown terms that they are unknown.
///
/// A free row is all 0.
struct TermTable: Sendable {
    /// Evidence of 1 in a row's units.
    static let unit: Float = 16
    /// Rows of a bucket.
    private static let width = 4
    /// Buckets in which a term may stand, from its own on.
    private static let reach = 8
    private static let buckets = 1 << 16
    private static let rowCount = (buckets + reach) * width

    private let filter: TableView<UInt16>
    private let rows: TableView<SIMD16<Int8>>

    /// The table of a model's sections. Throws where they have another size. O(1).
    init(_ file: ModelFile) throws(ModelError) {
        filter = try file.table("term filter", of: UInt16.self)
        rows = try file.table("term rows", of: SIMD16<Int8>.self)
        guard rows.count == Self.rowCount, filter.count == Self.buckets else {
            throw .malformed(section: "term rows")
        }
    }

    /// Number of terms. O(table).
    var count: Int { (0..<rows.count).count { fits(0, $0) == 0 } }

    /// The evidence of a term in sixteenths, all 0 where the model does not know it; the lanes
    /// beyond the labels mean nothing. O(1).
    @inline(__always)
    func row(_ key: UInt32) -> SIMD16<Int8> {
        let bits = unsafe filter[unchecked: Int(key >> 16)]
        if bits & Self.filterBit(key) == 0 { return .zero }
        let start = Int(key >> 16) * Self.width
        // Which row it is can't be foreseen, so it is computed without a branch: a wrong guess
        // would cost as much as the look-up. The last row, 0 here, also stands for none of them.
        let row = fits(key, start) | 2 * fits(key, start + 1) | 3 * fits(key, start + 2)
        if row | fits(key, start + 3) | fits(0, start + 3) == 0 { return rowBeyond(key) }
        return unsafe rows[unchecked: start + (row + 3) & 3]
    }

    /// The row of a term that is not in its own bucket.
    @inline(never)
    private func rowBeyond(_ key: UInt32) -> SIMD16<Int8> {
        let start = Int(key >> 16) * Self.width
        for row in (start + Self.width)..<(start + Self.width * Self.reach) {
            if fits(key, row) == 1 { return unsafe rows[unchecked: row] }
            if fits(0, row) == 1 { break }
        }
        return .zero
    }

    /// The bit of a key in its bucket's part of the filter.
    @inline(__always)
    private static func filterBit(_ key: UInt32) -> UInt16 { 1 &<< UInt16(key >> 12 & 15) }

    /// 1 where a row's tag is that of a key, else 0.
    @inline(__always)
    private func fits(_ key: UInt32, _ row: Int) -> Int {
        Int(truncatingIfNeeded: (UInt64(tag(row) ^ key << 8) &- 0x100) >> 63)
    }

    /// The last four bytes of a row: the evidence of the last label, and the tag above it.
    @inline(__always)
    private func tag(_ row: Int) -> UInt32 {
        // Every key's bucket and those in its reach lie within the table.
        unsafe unsafeBitCast(rows[unchecked: row], to: SIMD4<UInt32>.self)[3]
    }

    /// The sections of a table with the given evidence. O(terms · log terms).
    ///
    /// A term is left out where its tag is 0, which is that of free rows, or all buckets in its
    /// reach are full: of a million terms hardly one.
    static func sections(_ evidence: [(key: UInt32, row: ClassVector)]) -> [(
        name: String, bytes: [UInt8]
    )] {
        var bytes = [UInt8](repeating: 0, count: rowCount * 16)
        var filter = [UInt16](repeating: 0, count: buckets)
        var next = 0
        for (key, row) in evidence.sorted(by: { $0.key < $1.key }) where key << 8 != 0 {
            // In ascending order, the first free row is behind the last one taken.
            let start = Int(key >> 16) * width
            next = max(next, start)
            if next >= start + reach * width { continue }
            for label in 0..<ParagraphLabel.count {
                let value = (row[label] * unit).rounded()
                bytes[next * 16 + label] = UInt8(bitPattern: Int8(max(-127, min(127, value))))
            }
            for byte in 0..<3 {
                bytes[next * 16 + 13 + byte] = UInt8(truncatingIfNeeded: key >> (8 * byte))
            }
            next += 1
            filter[Int(key >> 16)] |= filterBit(key)
        }
        var filterBytes = ByteWriter()
        for bits in filter { filterBytes.write(bits) }
        return [("term filter", filterBytes.bytes), ("term rows", bytes)]
    }
}
