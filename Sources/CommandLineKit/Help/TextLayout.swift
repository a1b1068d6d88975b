/// Plain text in 80 columns, counted in characters.
enum TextLayout {
    /// Columns of a line; a word that doesn't fit into a line of its own overflows.
    static let width = 80
    /// The widest first column of a list; a longer term gets a line to itself.
    static let widestTerm = 28

    /// The text broken at spaces into lines that are indented and fit the width.
    static func wrap(_ text: String, indent: Int = 0) -> [String] {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            if !line.isEmpty && indent + line.count + 1 + word.count > width {
                lines.append(margin + line)
                line = ""
            }
            line += line.isEmpty ? String(word) : " " + word
        }
        if !line.isEmpty { lines.append(margin + line) }
        return lines
    }

    /// A list of terms and texts in two aligned columns.
    static func columns(_ entries: [(term: String, text: String)], indent: Int = 2) -> [String] {
        let widest = entries.map(\.term.count).filter { $0 <= widestTerm }.max() ?? 0
        let column = indent + widest + 2
        var lines: [String] = []
        for (term, text) in entries {
            var body = wrap(text, indent: column)
            let start = String(repeating: " ", count: indent) + term
            if term.count <= widest, let first = body.first {
                let gap = String(repeating: " ", count: column - start.count)
                body[0] = start + gap + first.dropFirst(column)
            } else {
                body.insert(start, at: 0)
            }
            lines += body
        }
        return lines
    }
}
