/// Rows of cells, set as aligned text or as a Markdown table.
///
/// The first column is set to the left, all others to the right.
struct ReportTable {
    let header: [String]
    var rows: [[String]] = []
    /// What stands between two columns of aligned text.
    let gap: String

    init(_ header: [String], gap: String = "  ") {
        self.header = header
        self.gap = gap
    }

    /// Lines of aligned text without spaces at their ends.
    var text: String {
        let table = [header] + rows
        let widths = header.indices.map { column in
            table.reduce(0) { max($0, $1[column].unicodeScalars.count) }
        }
        return table.map { line($0, widths: widths) + "\n" }.joined()
    }

    /// A Markdown table; vertical bars in cells are escaped.
    var markdown: String {
        let rule = ["---"] + header.dropFirst().map { _ in "---:" }
        return ([header, rule] + rows).map { row in
            let cells = row.map { $0.split(separator: "|", omittingEmptySubsequences: false) }
            return "| " + cells.map { $0.joined(separator: "\\|") }.joined(separator: " | ")
                + " |\n"
        }.joined()
    }

    private func line(_ row: [String], widths: [Int]) -> String {
        var line = ""
        for (column, cell) in row.enumerated() {
            let padding = String(
                repeating: " ", count: widths[column] - cell.unicodeScalars.count)
            line += column == 0 ? cell + padding : gap + padding + cell
        }
        while line.last == " " { line.removeLast() }
        return line
    }
}

/// A number with that many decimals, rounded to the nearest; a dash for none.
func fixed(_ value: Double?, _ digits: Int = 3) -> String {
    guard let value, value.isFinite else { return "–" }
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let scaled = (abs(value) * Double(scale)).rounded()
    guard scaled < 1e15 else { return "\(value)" }
    let units = Int(scaled)
    let sign = value < 0 && units > 0 ? "-" : ""
    if digits == 0 { return "\(sign)\(units)" }
    let fraction = String(units % scale)
    let zeros = String(repeating: "0", count: digits - fraction.count)
    return "\(sign)\(units / scale).\(zeros)\(fraction)"
}

/// An interval as `0.912–0.934`, a dash for none.
func fixed(_ interval: BootstrapInterval?) -> String {
    interval.map { "\(fixed($0.low))–\(fixed($0.high))" } ?? "–"
}
