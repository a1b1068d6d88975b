/// A row of a term table: a wording that may show stance, with what it says.
public struct StanceTerm: Sendable, Hashable {
    /// The kind of wording it may be.
    public var category: StanceCategory
    /// The wording; `…` stands for a gap, a leading or trailing hyphen for the rest of a word.
    public var term: String
    /// How the wording is inflected.
    public var form: Form
    /// Attributes of its markers, `key=value` (`polarity`, `referent`, `anonymous`, `forms`).
    public var attributes: [String: String] = [:]
    /// Competing designations by polarity, as written in the table.
    public var alternatives = ""

    /// A row of that category, wording and form.
    public init(category: StanceCategory, term: String, form: Form) {
        self.category = category
        self.term = term
        self.form = form
    }

    /// How a wording is inflected.
    public enum Form: String, CaseIterable, Sendable, Hashable {
        /// This form only.
        case word
        /// A verb, named by its infinitive.
        case lemmaVerb = "lemma-verb"
        /// A noun, named by its nominative singular.
        case lemmaNoun = "lemma-noun"
        /// An adjective, named by its uninflected form.
        case lemmaAdjective = "lemma-adj"
        /// Several words in this order, `…` for up to six others.
        case phrase
        /// The beginning of compounds.
        case prefix
        /// The end of compounds.
        case suffix
    }
}

/// Why a term table can't be read.
public enum StanceTermError: Error, Sendable, Hashable {
    /// The first line lacks the column.
    case missingColumn(String)
    /// Line `line`, counted from 1, has no known value in the column.
    case unknownValue(String, column: String, line: Int)
}

extension StanceTerm {
    /// The rows of a table: tab-separated, a header line, the columns `category`, `term`,
    /// `form`, `attributes`, `alternatives` in any order, others ignored; empty lines and lines
    /// that start with `#` are skipped. Throws ``StanceTermError``. O(size).
    public static func table(_ text: String) throws(StanceTermError) -> [StanceTerm] {
        var columns: [Substring: Int] = [:]
        var rows: [StanceTerm] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            if line.isEmpty || line.hasPrefix("#") { continue }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            if columns.isEmpty {
                columns = try header(cells)
            } else if let row = try row(cells, columns, line: index + 1) {
                rows.append(row)
            }
        }
        return rows
    }

    private static func header(
        _ cells: [Substring]
    ) throws(StanceTermError) -> [Substring: Int] {
        var columns: [Substring: Int] = [:]
        for (index, cell) in cells.enumerated() { columns[cell] = index }
        for name in ["category", "term", "form"] where columns[Substring(name)] == nil {
            throw .missingColumn(name)
        }
        return columns
    }

    private static func row(
        _ cells: [Substring], _ columns: [Substring: Int], line: Int
    ) throws(StanceTermError) -> StanceTerm? {
        func cell(_ name: Substring) -> Substring {
            guard let index = columns[name], index < cells.count else { return "" }
            return cells[index]
        }
        guard let category = StanceCategory(name: cell("category")) else {
            throw .unknownValue(String(cell("category")), column: "category", line: line)
        }
        guard let form = Form(rawValue: String(cell("form"))) else {
            throw .unknownValue(String(cell("form")), column: "form", line: line)
        }
        var row = StanceTerm(category: category, term: String(cell("term")), form: form)
        for pair in cell("attributes").split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { continue }
            row.attributes[String(parts[0])] = String(parts[1])
        }
        if let name = row.attributes["polarity"], StancePolarity(name: name) == nil {
            throw .unknownValue(name, column: "attributes", line: line)
        }
        row.alternatives = String(cell("alternatives"))
        return row.term.isEmpty ? nil : row
    }
}
