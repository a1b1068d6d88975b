/// What a model says about itself.
public struct ModelFacts: Sendable, Hashable {
    /// Documents that were added one by one, by language; `und` where it was not given.
    public internal(set) var documents: [String: Int] = [:]
    /// Sum of the digests of the added documents and tables: equal for equal training data,
    /// whatever its order.
    public internal(set) var digest: UInt64 = 0
    /// Names of the count tables that were merged in.
    public internal(set) var tables: [String] = []

    /// What stands in ``documents`` for a language that was not given.
    static let unknownLanguage = "und"

    /// Counts a document in, or out with `sign` −1.
    mutating func count(_ document: AnnotatedDocument, sign: Int) {
        let language = document.language ?? Self.unknownLanguage
        let count = documents[language, default: 0] + sign
        documents[language] = count == 0 ? nil : count
        digest = sign > 0 ? digest &+ document.digest : digest &- document.digest
    }

    func encode(into writer: inout ByteWriter) {
        writer.write(digest)
        writer.write(varint: UInt64(documents.count))
        for (language, count) in documents.sorted(by: { $0.key < $1.key }) {
            writer.write(language)
            writer.write(varint: UInt64(max(count, 0)))
        }
        writer.write(varint: UInt64(tables.count))
        for table in tables { writer.write(table) }
    }

    init() {}

    init(from reader: inout ByteReader) throws(ModelError) {
        digest = try reader.read(UInt64.self)
        for _ in 0..<(try reader.readCount(width: 2)) {
            let language = try reader.readString()
            documents[language] = Int(clamping: try reader.readVarint())
        }
        for _ in 0..<(try reader.readCount()) { tables.append(try reader.readString()) }
        guard reader.remaining == 0 else { throw reader.malformed }
    }
}

extension AnnotatedDocument {
    /// A hash of the texts and labels.
    var digest: UInt64 {
        var hash: UInt64 = 1
        for paragraph in paragraphs {
            for byte in paragraph.text.utf8 {
                hash = (hash.rotated(by: 5) ^ UInt64(byte)) &* WordHash.multiplier
            }
            let label: UInt64 =
                switch paragraph.label {
                case .label(let label): UInt64(label.rawValue)
                case .boilerplate: 0x100
                case .none: 0x101
                }
            hash = (hash.rotated(by: 5) ^ label) &* WordHash.multiplier
        }
        return hash
    }
}
