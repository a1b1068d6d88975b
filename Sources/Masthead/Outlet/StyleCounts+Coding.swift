import NaiveBayes

extension StyleCounts {
    /// Writes the counts, terms sorted by key. O(size · log size).
    package func encode(into writer: inout ByteWriter) {
        writer.write(varint: UInt64(StyleSpace.shared.values))
        Self.write(pages, to: &writer)
        for row in termTotals { Self.write(row, to: &writer) }
        for row in values.rows { Self.write(row, to: &writer) }
        for view in terms {
            writer.write(varint: UInt64(view.rows.count))
            var previous: UInt32 = 0
            for key in view.rows.keys.sorted() {
                writer.write(varint: UInt64(key - previous))
                Self.write(view[key], to: &writer)
                previous = key
            }
        }
    }

    /// Reads what ``encode(into:)`` wrote. Throws ``ModelError``. O(size).
    package init(from reader: inout ByteReader) throws(ModelError) {
        self.init()
        guard try reader.readVarint() == UInt64(StyleSpace.shared.values) else {
            throw .otherFeatures
        }
        pages = try Self.readRow(from: &reader)
        for view in termTotals.indices { termTotals[view] = try Self.readRow(from: &reader) }
        for value in values.rows.indices { values[value] = try Self.readRow(from: &reader) }
        for view in terms.indices {
            let count = try reader.readCount(width: 3)
            var key: UInt32 = 0
            for index in 0..<count {
                let step = try reader.readVarint()
                guard step <= UInt64(UInt32.max - key), index == 0 || step > 0 else {
                    throw reader.malformed
                }
                key += UInt32(step)
                terms[view].set(try Self.readRow(from: &reader), of: key)
            }
        }
        guard reader.remaining == 0 else { throw reader.malformed }
    }

    private static func write(_ row: ClassCounts, to writer: inout ByteWriter) {
        var mask: UInt16 = 0
        for lane in 0..<OutletStyle.count where row[lane] != 0 { mask |= 1 << UInt16(lane) }
        writer.write(mask)
        for lane in 0..<OutletStyle.count where row[lane] != 0 {
            writer.write(varint: UInt64(UInt32(bitPattern: row[lane])))
        }
    }

    private static func readRow(from reader: inout ByteReader) throws(ModelError) -> ClassCounts {
        let mask = try reader.read(UInt16.self)
        guard mask >> UInt16(OutletStyle.count) == 0 else { throw reader.malformed }
        var row = ClassCounts.zero
        for lane in 0..<OutletStyle.count where mask & 1 << UInt16(lane) != 0 {
            let value = try reader.readVarint()
            guard value > 0, value <= UInt64(Int32.max) else { throw reader.malformed }
            row[lane] = Int32(value)
        }
        return row
    }
}
