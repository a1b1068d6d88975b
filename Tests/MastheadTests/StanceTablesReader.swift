import Foundation

/// One row of a table of stance terms, as the tests read it.
struct StanceTermRow: Sendable {
    var line: Int
    var category: String
    var term: String
    var form: String
    var attributes: [String: String]
    var alternatives: String
    var reference: String

    /// The forms that the row lists, with the term itself first.
    var forms: [String] {
        [term] + (attributes["forms"]?.split(separator: ",").map(String.init) ?? [])
    }

    /// The designation without inflection, so that variants of one phrase count once.
    var stem: String {
        term.lowercased().split(separator: " ").map { $0.prefix(6) }.joined(separator: " ")
    }
}

/// A line that is not a row: which one, and what was expected.
struct StanceTableError: Error, Equatable, CustomStringConvertible {
    var line: Int
    var expected: String
    var description: String { "line \(line): expected \(expected)" }
}

/// Reads tables of stance terms from the package folder.
enum StanceTablesReader {
    static let languages = ["de", "en", "fr", "ru", "tr"]
    static let header = "category\tterm\tform\tattributes\talternatives\treference"

    static let trainingData = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "TrainingData")

    /// Every table, read once: splitting ten thousand lines in each test would be slow.
    private static let tables = Dictionary(
        uniqueKeysWithValues: languages.map { language in
            (language, Result { try readRows(language) })
        })

    /// The rows of one language.
    static func rows(_ language: String) throws -> [StanceTermRow] {
        try tables[language]?.get() ?? []
    }

    private static func readRows(_ language: String) throws -> [StanceTermRow] {
        let file = trainingData.appending(path: "stance/\(language).tsv")
        return try rows(of: String(contentsOf: file, encoding: .utf8))
    }

    /// The rows of a table's text; throws at the first line that is none.
    static func rows(of text: String) throws -> [StanceTermRow] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        guard lines.first.map(String.init) == header else {
            throw StanceTableError(line: 1, expected: "the header")
        }
        return try lines.dropFirst().enumerated().map { try row($1, line: $0 + 2) }
    }

    private static func row(_ text: Substring, line: Int) throws -> StanceTermRow {
        let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard cells.count == 6 else { throw StanceTableError(line: line, expected: "six columns") }
        guard cells.allSatisfy({ $0 == $0.trimmingCharacters(in: .whitespaces) }) else {
            throw StanceTableError(line: line, expected: "no space around a cell")
        }
        guard !cells[1].isEmpty, !cells[5].isEmpty else {
            throw StanceTableError(line: line, expected: "a term and a reference")
        }
        return StanceTermRow(
            line: line, category: cells[0], term: cells[1], form: cells[2],
            attributes: try attributes(cells[3], line: line), alternatives: cells[4],
            reference: cells[5])
    }

    private static func attributes(_ cell: String, line: Int) throws -> [String: String] {
        var found: [String: String] = [:]
        for part in cell.split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard pair.count == 2, found.updateValue(pair[1], forKey: pair[0]) == nil else {
                throw StanceTableError(line: line, expected: "each attribute once, as key=value")
            }
        }
        return found
    }
}
