/// A wording by which an outlet's pages give themselves away.
public struct OutletSignature: Sendable, Hashable {
    /// The outlet's name.
    public let outlet: String
    /// The name of the outlet's style, one of those in `Documentation/labels.md`.
    public let style: String
    /// BCP 47 code of the language of its pages.
    public let language: String
    /// The wording; capitals count, white space and the typography of quotes and dashes do not.
    public let wording: String
    /// In which paragraphs it counts.
    public let place: Place
    /// How much one occurrence says.
    public let strength: Strength

    /// In which paragraphs a signature counts.
    public enum Place: String, CaseIterable, Sendable {
        /// Outside the running text: every label but `body` and `headline`.
        case boilerplate
        /// In the running text only.
        case article
        /// Everywhere.
        case any

        /// Whether it counts in a paragraph of that label; an unknown label counts as not the
        /// article.
        func includes(_ label: ParagraphLabel?) -> Bool {
            switch self {
            case .any: true
            case .article: label?.disposition == .content
            case .boilerplate: label?.disposition != .content
            }
        }
    }

    /// How much one occurrence of a signature says.
    public enum Strength: String, CaseIterable, Sendable {
        /// It names the outlet by itself.
        case names
        /// It names the outlet together with another signature of the same outlet.
        case supports
    }

    /// A signature.
    public init(
        outlet: String, style: String, language: String, wording: String, place: Place,
        strength: Strength
    ) {
        self.outlet = outlet
        self.style = style
        self.language = language
        self.wording = wording
        self.place = place
        self.strength = strength
    }
}

extension OutletSignature {
    /// The columns of `signatures.tsv`.
    static let columns = ["outlet", "style", "language", "wording", "where", "strength"]

    /// The names that the column `style` may hold.
    static let styles = [
        "wire-agency", "state-media", "public-broadcaster", "national-press", "regional-press",
        "tabloid", "specialist-press", "aggregator", "blog", "institution", "reference",
    ]

    /// The signatures of a table with the columns `outlet`, `style`, `language`, `wording`,
    /// `where` and `strength`. Throws where a line is not of that shape, or where a wording
    /// stands for two outlets. O(size).
    public static func rows(
        of text: String, table: String = "signatures.tsv"
    ) throws(OutletTableError) -> [OutletSignature] {
        let lines = try TableLines(text, name: table, columns: columns)
        var owners: [String: String] = [:]
        var rows: [OutletSignature] = []
        for (line, fields) in lines.rows {
            for index in 0..<3 where fields[index].isEmpty {
                throw lines.error(line, .empty(column: columns[index]))
            }
            guard styles.contains(fields[1]) else {
                throw lines.error(
                    line, .unknown(column: "style", value: fields[1], allowed: styles))
            }
            let row = OutletSignature(
                outlet: fields[0], style: fields[1], language: fields[2],
                wording: try lines.wording(fields[3], column: "wording", line: line),
                place: try lines.value(fields[4], column: "where", line: line),
                strength: try lines.value(fields[5], column: "strength", line: line))
            if let owner = owners.updateValue(row.outlet, forKey: row.wording),
                owner != row.outlet
            {
                throw lines.error(line, .taken(wording: row.wording, by: owner))
            }
            rows.append(row)
        }
        return rows
    }
}
