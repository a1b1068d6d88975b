import Masthead

/// Prints the article of each page.
struct CleanRenderer: PageRenderer {
    let format: OutputFormat
    /// What is kept.
    let keeping: Keeping
    /// How the text format looks.
    let palette: Palette
    /// Whether control characters are made visible.
    let isForTerminal: Bool

    let columnCount = 1
    /// An empty line; each paragraph is a line.
    let textFraming = Framing(separator: "\n")

    func open(_ record: inout OpenRecord) {
        switch format {
        case .text: break
        case .tsv:
            record.bytes += escapedForColumn(record.document.identifier ?? "").utf8
            record.bytes.append(0x09)
        case .json, .jsonl:
            record.openObject(perhapsAdding: Self.members)
            record.json.name("text")
            record.json.beginString()
            record.printJSON()
        }
    }

    func add(_ page: PageAnalysis, to record: inout OpenRecord) {
        for paragraph in page.paragraphs where keeping.keeps(paragraph) {
            // In a record, line breaks stand between paragraphs; in a text, behind each.
            let isFirst = record.tally.kept == 0
            switch format {
            case .text where isForTerminal: record.bytes += line(paragraph).utf8
            case .text:
                paragraph.appendText(to: &record.bytes)
                record.bytes.append(0x0A)
            case .tsv:
                if !isFirst { record.bytes += "\\n".utf8 }
                let start = record.bytes.count
                paragraph.appendText(to: &record.bytes)
                escapeForColumn(&record.bytes, from: start)
            case .json, .jsonl:
                if !isFirst { record.json.extendString("\n") }
                record.json.extendString { paragraph.appendText(to: &$0) }
            }
            record.tally.kept += 1
            if paragraph.isUncertain { record.tally.uncertain += 1 }
        }
        record.printJSON()
        record.tally.paragraphs += page.paragraphs.count
        record.tally.repairs += page.repairs
    }

    func close(_ record: inout OpenRecord, error: String?) {
        switch format {
        case .text: break
        case .tsv: record.bytes += "\t\(escapedForColumn(error ?? ""))\n".utf8
        case .json, .jsonl:
            record.json.endString()
            let tally = record.tally
            let figures = [
                ("kept", tally.kept), ("removed", tally.paragraphs - tally.kept),
                ("uncertain", tally.uncertain), ("repairs", tally.repairs),
            ]
            for (name, value) in figures {
                record.json.name(name)
                record.json.integer(value)
            }
            record.closeObject(format, adding: Self.members, error: error)
        }
    }

    /// The members of a record that cleaning gives.
    private static let members: Set<String> = ["text", "kept", "removed", "uncertain", "repairs"]

    /// Whether the page has an article: something to keep that is rather body than not.
    func hasArticle(_ page: PageAnalysis) -> Bool {
        page.paragraphs.contains { keeping.keeps($0) && $0.isRatherBody }
    }

    /// A paragraph as it is printed on a terminal.
    private func line(_ paragraph: LabeledParagraph) -> String {
        let text = visible(paragraph.text, keepingLines: true)
        return (paragraph.label == .headline ? palette.text(text, .strong) : text) + "\n"
    }
}
