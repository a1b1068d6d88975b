import NaiveBayes

extension StanceCounts {
    /// Writes the counts: keys in order as differences, then only the classes that occur.
    package func encode(into writer: inout ByteWriter) {
        Self.encode(terms, into: &writer)
        Self.encode(polarities, into: &writer)
    }

    /// Reads what ``encode(into:)`` wrote. Throws ``ModelError``.
    package init(from reader: inout ByteReader) throws(ModelError) {
        self.init(
            terms: try Self.decode(&reader, lanes: Self.classes),
            polarities: try Self.decode(&reader, lanes: StancePolarity.allCases.count))
    }

    private static func encode(_ counts: TermCounts, into writer: inout ByteWriter) {
        let keys = counts.rows.keys.sorted()
        writer.write(varint: UInt64(keys.count))
        var last: UInt32 = 0
        for key in keys {
            writer.write(varint: UInt64(key - last))
            last = key
            let row = counts[key]
            var lanes: UInt16 = 0
            for lane in 0..<classLimit where row[lane] != 0 { lanes |= 1 << UInt16(lane) }
            writer.write(lanes)
            for lane in 0..<classLimit where row[lane] != 0 {
                // Counts are never negative once every removed document was added before; a
                // zigzag keeps those exact that are.
                let value = row[lane]
                let folded = UInt32(bitPattern: value << 1 ^ value >> 31)
                writer.write(varint: UInt64(folded))
            }
        }
    }

    private static func decode(
        _ reader: inout ByteReader, lanes limit: Int
    ) throws(ModelError) -> TermCounts {
        var counts = TermCounts()
        var key: UInt64 = 0
        for index in 0..<(try reader.readCount(width: 4)) {
            let step = try reader.readVarint()
            guard step > 0 || index == 0, step <= UInt64(UInt32.max) - key else {
                throw reader.malformed
            }
            key += step
            let lanes = try reader.read(UInt16.self)
            guard lanes != 0, Int(lanes) < 1 << limit else { throw reader.malformed }
            var row = ClassCounts.zero
            for lane in 0..<limit where lanes >> UInt16(lane) & 1 == 1 {
                let folded = try reader.readVarint()
                guard let word = UInt32(exactly: folded), word != 0 else { throw reader.malformed }
                row[lane] = Int32(bitPattern: word >> 1) ^ -Int32(bitPattern: word & 1)
            }
            counts.set(row, of: UInt32(key))
        }
        return counts
    }
}
