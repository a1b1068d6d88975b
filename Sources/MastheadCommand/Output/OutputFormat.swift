import PageText

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
    var bytes = Array(value.utf8)
    escapeForColumn(&bytes, from: 0)
    return String(decoding: bytes, as: UTF8.self)
}

/// Makes of the bytes from `start` on a value as it stands in a column.
func escapeForColumn(_ bytes: inout [UInt8], from start: Int) {
    // The four are among the bytes that JSON escapes.
    var index = ByteScan.firstEscaped(in: bytes, start..<bytes.count)
    if index == bytes.count { return }
    let plain = Array(bytes[index...])
    bytes.removeSubrange(index...)
    index = 0
    while index < plain.count {
        let stretch = index
        index = ByteScan.firstEscaped(in: plain, stretch..<plain.count)
        bytes += plain[stretch..<index]
        guard index < plain.count else { break }
        switch plain[index] {
        case 0x09: bytes += "\\t".utf8
        case 0x0A: bytes += "\\n".utf8
        case 0x0D: bytes += "\\r".utf8
        case UInt8(ascii: "\\"): bytes += "\\\\".utf8
        default: bytes.append(plain[index])
        }
        index += 1
    }
}
