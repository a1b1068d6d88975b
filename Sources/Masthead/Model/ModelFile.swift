/// The container of a model: a header, a table of named sections, and the sections.
///
/// | bytes | content |
/// |---|---|
/// | 0–7 | `MASTHEAD` |
/// | 8–11 | version of the format |
/// | 12–15 | version of the features |
/// | 16–19 | number of sections |
/// | 20–23 | 0 |
/// | 24–31 | length of the file |
/// | 32–39 | checksum of all bytes from 40 on |
/// | 40–63 | 0 |
/// | 64 … | 32 bytes a section: name (16 bytes, padded with 0), offset, length |
///
/// All integers are little-endian. Sections start at multiples of 64, in the order of the
/// table, without overlap.
package struct ModelFile: Sendable {
    /// Version of this format.
    static let formatVersion: UInt32 = 1
    /// Version of the features; counts of other features are of no use.
    static let featureVersion: UInt32 = 3
    private static let magic = Array("MASTHEAD".utf8)
    private static let headerLength = 64
    private static let entryLength = 32
    /// More sections than any version has.
    private static let sectionLimit: UInt32 = 64

    let memory: ModelMemory
    private let sections: [String: Range<Int>]

    /// Reads the header and the table of sections, and verifies the checksum unless the bytes
    /// are the program's own. Throws ``ModelError``. O(bytes), O(1) without the checksum.
    package init(_ memory: ModelMemory, verifying: Bool) throws(ModelError) {
        guard memory.count >= 8, Array(memory.slice(0..<8)) == Self.magic else {
            throw .notAModel
        }
        guard memory.count >= Self.headerLength else { throw .truncated }
        var header = ByteReader(memory.slice(8..<Self.headerLength), section: "header")
        let format = try header.read(UInt32.self)
        guard format <= Self.formatVersion else { throw .tooNew(version: Int(format)) }
        let features = try header.read(UInt32.self)
        let count = try header.read(UInt32.self)
        _ = try header.read(UInt32.self)
        let length = try header.read(UInt64.self)
        let checksum = try header.read(UInt64.self)
        guard length >= memory.count else { throw .altered }
        guard length == memory.count else { throw .truncated }
        guard !verifying || checksum == memory.checksum(from: 40) else { throw .altered }
        guard format == Self.formatVersion, features == Self.featureVersion else {
            throw .otherFeatures
        }
        guard count <= Self.sectionLimit else { throw .malformed(section: "header") }
        self.memory = memory
        sections = try Self.sections(memory, count: Int(count))
    }

    private static func sections(
        _ memory: ModelMemory, count: Int
    ) throws(ModelError) -> [String: Range<Int>] {
        let end = headerLength + count * entryLength
        guard end <= memory.count else { throw .truncated }
        var table = ByteReader(memory.slice(headerLength..<end), section: "header")
        var sections: [String: Range<Int>] = [:]
        var free = end
        for _ in 0..<count {
            let raw = try table.readBytes(16).prefix { $0 != 0 }
            let name = String(decoding: raw, as: UTF8.self)
            let offset = try table.read(UInt64.self)
            let length = try table.read(UInt64.self)
            guard offset % 64 == 0, offset >= free, offset <= memory.count,
                length <= UInt64(memory.count) - offset, sections[name] == nil
            else { throw .malformed(section: "header") }
            sections[name] = Int(offset)..<Int(offset + length)
            free = Int(offset + length)
        }
        return sections
    }

    /// Where a section is in the memory, nil where the model has none of that name. O(1).
    func range(_ name: String) -> Range<Int>? { sections[name] }

    /// A section's bytes. Throws where the model has no section of that name. O(section).
    func bytes(_ name: String) throws(ModelError) -> ArraySlice<UInt8> {
        guard let range = sections[name] else { throw .malformed(section: name) }
        return memory.slice(range)
    }

    /// A reader over a section, or nil where the model has none of that name. O(section).
    func reader(_ name: String) -> ByteReader? {
        sections[name].map { ByteReader(memory.slice($0), section: name) }
    }

    /// A section as a table. Throws where it is missing or of another size. O(1).
    func table<Element: BitwiseCopyable>(
        _ name: String, of type: Element.Type
    ) throws(ModelError) -> TableView<Element> {
        guard let range = sections[name], let table = memory.table(range, of: type) else {
            throw .malformed(section: name)
        }
        return table
    }

    /// The bytes of a model with the given sections, in that order. O(bytes).
    package static func bytes(of sections: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var table = ByteWriter()
        var body = ByteWriter()
        let start = headerLength + sections.count * entryLength
        for (name, bytes) in sections {
            while (start + body.bytes.count) % 64 != 0 { body.write(UInt8(0)) }
            table.write(raw: (Array(name.utf8) + Array(repeating: 0, count: 16)).prefix(16))
            table.write(UInt64(start + body.bytes.count))
            table.write(UInt64(bytes.count))
            body.write(raw: bytes)
        }
        func file(checksum: UInt64) -> [UInt8] {
            var writer = ByteWriter()
            writer.write(raw: magic)
            writer.write(formatVersion)
            writer.write(featureVersion)
            writer.write(UInt32(sections.count))
            writer.write(UInt32(0))
            writer.write(UInt64(start + body.bytes.count))
            writer.write(checksum)
            writer.write(raw: Array(repeating: UInt8(0), count: 24))
            writer.write(raw: table.bytes)
            writer.write(raw: body.bytes)
            return writer.bytes
        }
        let memory = ModelMemory(copying: file(checksum: 0))
        return file(checksum: memory.checksum(from: 40))
    }
}
