/// The lines of a table: a first line that names the columns, then one row a line, columns
/// separated by tabs; empty lines and lines that begin with `#` are skipped.
struct TableLines {
    /// More lines than this are no table but a mistake.
    static let limit = 2_000_000

    /// The table's name, for errors.
    let name: String
    /// The rows, with their line counted from 1.
    private(set) var rows: [(line: Int, columns: [String])] = []

    /// The rows of `text`. Throws where the header or a row's columns are not as expected.
    init(
        _ text: String, name: String, columns: [String]
    ) throws(OutletTableError) {
        self.name = name
        var hasHeader = false
        var line = 0
        for raw in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            line += 1
            guard line <= Self.limit else { throw error(line, .tooManyLines(limit: Self.limit)) }
            if raw.first == "#" || raw.allSatisfy(\.isWhitespace) { continue }
            let fields = raw.split(separator: "\t", omittingEmptySubsequences: false)
                .map { Self.trimmed($0) }
            if !hasHeader {
                guard fields == columns else { throw error(line, .header(expected: columns)) }
                hasHeader = true
                continue
            }
            guard fields.count == columns.count else {
                throw error(line, .columns(found: fields.count, expected: columns.count))
            }
            rows.append((line, fields))
        }
        guard hasHeader else { throw error(1, .header(expected: columns)) }
    }

    /// An error at a line of this table.
    func error(_ line: Int, _ problem: OutletTableError.Problem) -> OutletTableError {
        OutletTableError(table: name, line: line, problem: problem)
    }

    /// The value of a column that must be one of an enumeration's names.
    func value<T: RawRepresentable & CaseIterable>(
        _ text: String, column: String, line: Int
    ) throws(OutletTableError) -> T where T.RawValue == String {
        if let value = T(rawValue: text) { return value }
        throw error(
            line,
            .unknown(column: column, value: text, allowed: T.allCases.map(\.rawValue)))
    }

    /// The wording, when it can be matched.
    func wording(_ text: String, column: String, line: Int) throws(OutletTableError) -> String {
        guard !text.isEmpty else { throw error(line, .empty(column: column)) }
        let count = TokenText(text).tokens.count
        guard count > 0, count <= PhraseMatcher.longestPhrase else {
            throw error(
                line, .unmatchable(wording: text, longest: PhraseMatcher.longestPhrase))
        }
        return text
    }

    static func trimmed(_ text: Substring) -> String {
        var rest = text
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
