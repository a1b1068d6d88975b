import NaiveBayes

extension LabelCounts {
    /// Writes the counts: dense tables as they are, terms sorted by key, each with a mask of the
    /// labels it has counts for.
    func encode(into writer: inout ByteWriter) {
        for regime in values.indices {
            Self.write(lines[regime], to: &writer)
            for count in traits[regime] { writer.write(varint: UInt64(max(count, 0))) }
            for row in values[regime].rows { Self.write(row, to: &writer) }
        }
        for row in termTotals { Self.write(row, to: &writer) }
        for view in terms { Self.write(view, to: &writer) }
    }

    private static func write(_ terms: TermCounts, to writer: inout ByteWriter) {
        writer.write(varint: UInt64(terms.rows.count))
        var previous: UInt32 = 0
        for key in terms.rows.keys.sorted() {
            writer.write(varint: UInt64(key &- previous))
            write(terms[key], to: &writer)
            previous = key
        }
    }

    init(from reader: inout ByteReader) throws(ModelError) {
        self.init()
        for regime in values.indices {
            lines[regime] = try Self.readRow(from: &reader)
            for kind in traits[regime].indices {
                traits[regime][kind] = try Self.readCount(from: &reader)
            }
            for value in 0..<FeatureSpace.shared.values {
                values[regime][value] = try Self.readRow(from: &reader)
            }
        }
        for view in termTotals.indices { termTotals[view] = try Self.readRow(from: &reader) }
        for view in terms.indices { terms[view] = try Self.readTerms(from: &reader) }
        guard reader.remaining == 0 else { throw reader.malformed }
    }

    private static func readTerms(from reader: inout ByteReader) throws(ModelError) -> TermCounts {
        let count = try reader.readCount(width: 3)
        var terms = TermCounts(capacity: count)
        var key: UInt32 = 0
        for index in 0..<count {
            let step = try reader.readVarint()
            guard step <= UInt64(UInt32.max - key), index == 0 || step > 0 else {
                throw reader.malformed
            }
            key += UInt32(step)
            terms.set(try readRow(from: &reader), of: key)
        }
        return terms
    }

    private static func write(_ row: ClassCounts, to writer: inout ByteWriter) {
        var mask: UInt16 = 0
        for lane in 0..<classLimit where row[lane] != 0 { mask |= 1 << UInt16(lane) }
        writer.write(mask)
        for lane in 0..<classLimit where row[lane] != 0 {
            writer.write(varint: UInt64(UInt32(bitPattern: row[lane])))
        }
    }

    private static func readRow(from reader: inout ByteReader) throws(ModelError) -> ClassCounts {
        let mask = try reader.read(UInt16.self)
        guard mask >> UInt16(ParagraphLabel.count) == 0 else { throw reader.malformed }
        var row = ClassCounts.zero
        for lane in 0..<classLimit where mask & 1 << UInt16(lane) != 0 {
            row[lane] = try readCount(from: &reader)
        }
        return row
    }

    private static func readCount(from reader: inout ByteReader) throws(ModelError) -> Int32 {
        let value = try reader.readVarint()
        guard value <= UInt64(limit) else { throw reader.malformed }
        return Int32(value)
    }
}
