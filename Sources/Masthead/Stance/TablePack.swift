/// Tables of fixed-width elements in a model's memory, read in place.
///
/// A count, then an offset and a length in bytes for each table, all 32 bits; tables start at
/// multiples of 64 of the pack, which itself starts at one of the memory. Reading looks at the
/// directory alone: whoever reads a table must expect any number in it.
struct TablePack: Sendable {
    private let memory: ModelMemory
    private let ranges: [Range<Int>]

    /// The pack in a range of the memory. Throws ``ModelError``. O(tables).
    init(_ memory: ModelMemory, _ range: Range<Int>) throws(ModelError) {
        self.memory = memory
        guard range.lowerBound % 64 == 0,
            let head = memory.table(range.lowerBound..<(range.upperBound & ~3), of: UInt32.self),
            head.count > 0
        else { throw Self.malformed }
        let count = Int(head[0])
        guard count <= (head.count - 1) / 2 else { throw Self.malformed }
        var ranges: [Range<Int>] = []
        for index in 0..<count {
            let start = Int(head[1 + 2 * index])
            let length = Int(head[2 + 2 * index])
            guard start % 64 == 0, start + length <= range.count else { throw Self.malformed }
            ranges.append((range.lowerBound + start)..<(range.lowerBound + start + length))
        }
        self.ranges = ranges
    }

    static let malformed = ModelError.malformed(section: "stance")

    /// Number of tables.
    var count: Int { ranges.count }

    /// Where a table's bytes are. Throws where the pack has no such table.
    func range(_ index: Int) throws(ModelError) -> Range<Int> {
        guard ranges.indices.contains(index) else { throw Self.malformed }
        return ranges[index]
    }

    /// A table. Throws where the pack has none of that number and width. O(1).
    func table<Element: BitwiseCopyable>(
        _ index: Int, of type: Element.Type
    ) throws(ModelError) -> TableView<Element> {
        guard let table = memory.table(try range(index), of: type) else { throw Self.malformed }
        return table
    }

    /// The bytes of a pack of those tables. O(bytes).
    static func bytes(of tables: [[UInt8]]) -> [UInt8] {
        var head = ByteWriter()
        var body = ByteWriter()
        let start = (4 + 8 * tables.count + 63) / 64 * 64
        head.write(UInt32(tables.count))
        for table in tables {
            head.write(UInt32(start + body.bytes.count))
            head.write(UInt32(table.count))
            body.write(raw: table)
            body.write(raw: repeatElement(0, count: -table.count & 63))
        }
        head.write(raw: repeatElement(0, count: start - head.bytes.count))
        return head.bytes + body.bytes
    }

    /// The bytes of integers, little-endian. O(elements).
    static func bytes(of values: [some FixedWidthInteger]) -> [UInt8] {
        var writer = ByteWriter()
        for value in values { writer.write(value) }
        return writer.bytes
    }
}

extension TableView {
    /// The element at an index, `missing` where the table has none.
    @inline(__always)
    func at(_ index: Int, else missing: Element) -> Element {
        UInt(bitPattern: index) < UInt(bitPattern: count) ? self[index] : missing
    }
}
