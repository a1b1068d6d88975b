/// An agency or outlet that texts credit, with the names by which they do.
public struct CreditableSource: Sendable, Hashable {
    /// Its canonical name.
    public let name: String
    /// What it is.
    public let kind: Kind
    /// Where its name counts as a credit.
    public let use: Use
    /// Names whose capitals count, such as `AP`.
    public let exactNames: [String]
    /// Names whose capitals do not count, such as `Associated Press`.
    public let foldedNames: [String]

    /// What a source is.
    public enum Kind: String, CaseIterable, Sendable {
        /// A news agency.
        case agency
        /// A broadcaster.
        case broadcaster
        /// A magazine.
        case magazine
        /// Media of a country, unnamed: "Russian media".
        case media
        /// An outlet that is only on line.
        case online
        /// A newspaper.
        case paper
        /// A provider of photographs.
        case photo
    }

    /// Where a source's name counts as a credit.
    public enum Use: String, CaseIterable, Sendable {
        /// In every slot of a byline, a caption or a bracket.
        case free
        /// With a cue: the names are also met as a text's subject.
        case cue
        /// With a cue right beside it: the names are also common words.
        case weak
    }

    /// A source.
    public init(
        name: String, kind: Kind, use: Use, exactNames: [String], foldedNames: [String]
    ) {
        self.name = name
        self.kind = kind
        self.use = use
        self.exactNames = exactNames
        self.foldedNames = foldedNames
    }
}

extension CreditableSource {
    /// The columns of `sources.tsv`.
    static let columns = ["source", "kind", "use", "exact", "folded"]

    /// The sources of a table with the columns `source`, `kind`, `use`, `exact` and `folded`,
    /// the last two lists separated by semicolons. Throws where a line is not of that shape, or
    /// where a name stands for two sources. O(size).
    public static func rows(
        of text: String, table: String = "sources.tsv"
    ) throws(OutletTableError) -> [CreditableSource] {
        let lines = try TableLines(text, name: table, columns: columns)
        var owners: [String: String] = [:]
        var rows: [CreditableSource] = []
        for (line, fields) in lines.rows {
            guard !fields[0].isEmpty else { throw lines.error(line, .empty(column: "source")) }
            let exact = try names(fields[3], "exact", line, lines)
            let folded = try names(fields[4], "folded", line, lines)
            guard !exact.isEmpty || !folded.isEmpty else {
                throw lines.error(line, .empty(column: "exact"))
            }
            for key in exact.map({ "=" + $0 }) + folded.map({ $0.lowercased() }) {
                if let owner = owners.updateValue(fields[0], forKey: key), owner != fields[0] {
                    throw lines.error(line, .taken(wording: key, by: owner))
                }
            }
            rows.append(
                CreditableSource(
                    name: fields[0], kind: try lines.value(fields[1], column: "kind", line: line),
                    use: try lines.value(fields[2], column: "use", line: line),
                    exactNames: exact, foldedNames: folded))
        }
        return rows
    }

    private static func names(
        _ field: String, _ column: String, _ line: Int, _ lines: TableLines
    ) throws(OutletTableError) -> [String] {
        var names: [String] = []
        for part in field.split(separator: ";") {
            let name = TableLines.trimmed(part)
            if name.isEmpty { continue }
            names.append(try lines.wording(name, column: column, line: line))
        }
        return names
    }
}
