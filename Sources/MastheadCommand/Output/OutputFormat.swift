/// How records are printed.
enum OutputFormat: String, CaseIterable {
    /// For people; may change.
    case text
    /// One array of the records.
    case json
    /// One record a line: the stable contract.
    case jsonl
    /// Columns separated by tabs.
    case tsv
}

/// What stands around and between records.
struct Framing: Sendable {
    /// Before the first record, also where there is none.
    var opening = ""
    /// Between two records.
    var separator = ""
    /// After the last record.
    var closing = ""

    /// What JSON has around the elements of an array.
    static let array = Framing(opening: "[\n", separator: ",\n", closing: "\n]\n")
}

/// A row of values separated by tabs, with its line break.
///
/// Tabs, line breaks and backslashes in values are written `\t`, `\n`, `\r` and `\\`, so that rows
/// and columns can be split without looking at anything else.
func tabSeparated(_ values: [String]) -> String {
    values.map(escapedForColumn).joined(separator: "\t") + "\n"
}

/// A value as it stands in a column.
func escapedForColumn(_ value: String) -> String {
    let special: Set<UInt8> = [0x09, 0x0A, 0x0D, UInt8(ascii: "\\")]
    guard value.utf8.contains(where: special.contains) else { return value }
    var result = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
        switch scalar {
        case "\t": result.append(contentsOf: "\\t".unicodeScalars)
        case "\n": result.append(contentsOf: "\\n".unicodeScalars)
        case "\r": result.append(contentsOf: "\\r".unicodeScalars)
        case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
        default: result.append(scalar)
        }
    }
    return String(result)
}
