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

    func append(_ page: PageAnalysis, of document: InputDocument, to output: inout [UInt8]) {
        let article = page.paragraphs.filter(keeping.keeps)
        switch format {
        case .text: output += text(article).utf8
        case .tsv:
            let columns = [document.identifier ?? "", articleText(article), ""]
            output += tabSeparated(columns).utf8
        case .json, .jsonl:
            append(document, added: ["text", "kept", "removed", "uncertain", "repairs"], to: &output) { writer in
                writer.name("text")
                writer.string(articleText(article))
                writer.name("kept")
                writer.integer(article.count)
                writer.name("removed")
                writer.integer(page.paragraphs.count - article.count)
                writer.name("uncertain")
                writer.integer(article.count { $0.isUncertain })
                writer.name("repairs")
                writer.integer(page.repairs)
            }
        }
    }

    /// Whether the page has an article: something to keep that is rather body than not.
    func hasArticle(_ page: PageAnalysis) -> Bool {
        page.paragraphs.contains { keeping.keeps($0) && $0.isRatherBody }
    }

    private func articleText(_ paragraphs: [LabeledParagraph]) -> String {
        paragraphs.map(\.text).joined(separator: "\n")
    }

    private func text(_ paragraphs: [LabeledParagraph]) -> String {
        guard isForTerminal else {
            return paragraphs.isEmpty ? "" : articleText(paragraphs) + "\n"
        }
        return paragraphs.map { paragraph in
            let text = visible(paragraph.text, keepingLines: true)
            return (paragraph.label == .headline ? palette.text(text, .strong) : text) + "\n"
        }.joined()
    }
}
