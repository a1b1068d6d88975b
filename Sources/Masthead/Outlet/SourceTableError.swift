/// Why a table of outlets, sources, cues or words cannot be used.
public struct OutletTableError: Error, Sendable, Hashable {
    /// The table, for example `signatures.tsv`.
    public let table: String
    /// The line, counted from 1.
    public let line: Int
    /// What is wrong with it.
    public let problem: Problem

    /// What may be wrong with a line.
    public enum Problem: Sendable, Hashable {
        /// The first line does not name these columns.
        case header(expected: [String])
        /// The line has other than that many columns.
        case columns(found: Int, expected: Int)
        /// The column is empty.
        case empty(column: String)
        /// The column holds a value that is not one of those allowed.
        case unknown(column: String, value: String, allowed: [String])
        /// The column is not a whole number above 0.
        case notANumber(column: String, value: String)
        /// The wording has no word or mark, or more tokens than can be matched.
        case unmatchable(wording: String, longest: Int)
        /// The wording already stands for another name.
        case taken(wording: String, by: String)
        /// The table has more lines than are read.
        case tooManyLines(limit: Int)
    }
}

extension OutletTableError: CustomStringConvertible {
    /// The error in words: table, line, what is wrong, what was expected.
    public var description: String { "\"\(table)\", line \(line): \(problem)" }
}

extension OutletTableError.Problem: CustomStringConvertible {
    /// The problem in words.
    public var description: String {
        switch self {
        case .header(let expected):
            "expected a first line with the columns \(Self.quoted(expected)), separated by tabs"
        case .columns(let found, let expected):
            "expected \(expected) columns separated by tabs, found \(found)"
        case .empty(let column):
            "column \"\(column)\" is empty, expected a value"
        case .unknown(let column, let value, let allowed):
            "column \"\(column)\" is \"\(value)\", expected one of \(Self.quoted(allowed))"
        case .notANumber(let column, let value):
            "column \"\(column)\" is \"\(value)\", expected a whole number above 0"
        case .unmatchable(let wording, let longest):
            "wording \"\(wording)\" cannot be found, expected 1 to \(longest) words and marks"
        case .taken(let wording, let owner):
            "wording \"\(wording)\" already stands for \"\(owner)\", expected a wording of its own"
        case .tooManyLines(let limit):
            "expected at most \(limit) lines"
        }
    }

    private static func quoted(_ names: [String]) -> String {
        names.map { "\"\($0)\"" }.joined(separator: ", ")
    }
}
