extension OutletTables {
    /// Writes the tables as a section of a model: the same bytes for the same rows.
    package func encode(into writer: inout ByteWriter) {
        writer.write(varint: UInt64(signatures.count))
        for row in signatures {
            for text in [row.outlet, row.style, row.language, row.wording] { writer.write(text) }
            writer.write(row.place.rawValue)
            writer.write(row.strength.rawValue)
        }
        writer.write(varint: UInt64(sources.count))
        for row in sources {
            for text in [row.name, row.kind.rawValue, row.use.rawValue] { writer.write(text) }
            for names in [row.exactNames, row.foldedNames] {
                writer.write(varint: UInt64(names.count))
                for name in names { writer.write(name) }
            }
        }
        writer.write(varint: UInt64(cues.count))
        for row in cues {
            for text in [row.kind.rawValue, row.wording, row.value] { writer.write(text) }
        }
        languages.encode(into: &writer)
    }

    /// Reads what ``encode(into:)`` wrote. Throws where the bytes are not of that shape.
    package init(from reader: inout ByteReader) throws(ModelError) {
        let signatures = try Self.signatures(from: &reader)
        let sources = try Self.sources(from: &reader)
        var cues: [CreditCue] = []
        for _ in 0..<(try reader.readCount(width: 3)) {
            let kind: CreditCue.Kind = try reader.readName()
            cues.append(
                CreditCue(
                    kind: kind, wording: try reader.readString(),
                    value: try reader.readString()))
        }
        self.init(
            signatures: signatures, sources: sources, cues: cues,
            languages: try LanguageTable(from: &reader))
    }

    private static func signatures(
        from reader: inout ByteReader
    ) throws(ModelError) -> [OutletSignature] {
        var rows: [OutletSignature] = []
        for _ in 0..<(try reader.readCount(width: 6)) {
            let outlet = try reader.readString()
            let style = try reader.readString()
            guard OutletSignature.styles.contains(style) else { throw reader.malformed }
            rows.append(
                OutletSignature(
                    outlet: outlet, style: style, language: try reader.readString(),
                    wording: try reader.readString(), place: try reader.readName(),
                    strength: try reader.readName()))
        }
        return rows
    }

    private static func sources(
        from reader: inout ByteReader
    ) throws(ModelError) -> [CreditableSource] {
        var rows: [CreditableSource] = []
        for _ in 0..<(try reader.readCount(width: 5)) {
            let name = try reader.readString()
            let kind: CreditableSource.Kind = try reader.readName()
            let use: CreditableSource.Use = try reader.readName()
            rows.append(
                CreditableSource(
                    name: name, kind: kind, use: use, exactNames: try reader.readStrings(),
                    foldedNames: try reader.readStrings()))
        }
        return rows
    }
}

extension ByteReader {
    /// Reads the name of one of an enumeration's cases.
    fileprivate mutating func readName<T: RawRepresentable>() throws(ModelError) -> T
    where T.RawValue == String {
        guard let value = T(rawValue: try readString()) else { throw malformed }
        return value
    }

    /// Reads strings written after their number.
    fileprivate mutating func readStrings() throws(ModelError) -> [String] {
        var strings: [String] = []
        for _ in 0..<(try readCount()) { strings.append(try readString()) }
        return strings
    }
}
