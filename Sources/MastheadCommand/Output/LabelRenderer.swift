import Masthead

/// Prints each paragraph of each page with its label.
struct LabelRenderer: PageRenderer {
    let format: OutputFormat
    /// How the text format looks.
    let palette: Palette
    /// Whether control characters are made visible.
    let isForTerminal: Bool

    let columnCount = 6
    let textFraming = Framing(separator: "\n")

    func append(_ page: PageAnalysis, of document: InputDocument, to output: inout [UInt8]) {
        // Offsets say where a paragraph stands in the text of the record; where the record has
        // paragraphs, there is no such text.
        let hasOffsets = if case .text = document.content { true } else { false }
        switch format {
        case .text: output += text(page, of: document).utf8
        case .tsv:
            for (index, paragraph) in page.paragraphs.enumerated() {
                let range = hasOffsets ? paragraph.codePointRange : nil
                output +=
                    tabSeparated([
                        document.identifier ?? "", String(index), paragraph.label.name,
                        fourDigits(paragraph.confidence), range.map { String($0.lowerBound) } ?? "",
                        range.map { String($0.upperBound) } ?? "", paragraph.text, "",
                    ]).utf8
            }
        case .json, .jsonl:
            append(document, added: Self.members, to: &output) { writer in
                writer.name("paragraphs")
                writer.beginArray()
                for paragraph in page.paragraphs {
                    write(paragraph, hasOffsets: hasOffsets, to: &writer)
                }
                writer.endArray()
                if let outlet = page.outlet { writer.profile(outlet) }
                if let markers = page.markers { writer.markers(markers) }
                writer.name("repairs")
                writer.integer(page.repairs)
            }
        }
    }

    /// The members of a record that the analysis gives.
    private static let members = [
        "text", "paragraphs", "repairs", "outlet", "credits", "syndication", "translation",
        "language", "variety", "figures", "markers",
    ]

    private func write(
        _ paragraph: LabeledParagraph, hasOffsets: Bool, to writer: inout JSONWriter
    ) {
        writer.beginObject()
        writer.name("text")
        writer.string(paragraph.text)
        writer.name("label")
        writer.string(paragraph.label.name)
        writer.name("confidence")
        writer.probability(paragraph.confidence)
        if paragraph.isUncertain {
            writer.name("uncertain")
            writer.json(Array("true".utf8)[...])
        }
        if hasOffsets {
            writer.name("start")
            writer.integer(paragraph.codePointRange.lowerBound)
            writer.name("end")
            writer.integer(paragraph.codePointRange.upperBound)
        }
        writer.endObject()
    }

    private func text(_ page: PageAnalysis, of document: InputDocument) -> String {
        let name = visible(document.identifier ?? "")
        let lines = page.paragraphs.map { paragraph in
            let name = paragraph.label.name
            let label = name + String(repeating: " ", count: Self.labelWidth - name.count)
            let text = isForTerminal ? visible(paragraph.text) : oneLine(paragraph.text)
            return palette.text(label, look(of: paragraph.label)) + " "
                + palette.text(fourDigits(paragraph.confidence), .faint) + "  " + text + "\n"
        }
        let facts = (page.outlet?.lines ?? []) + markerLines(page)
        return palette.text("==> \(name) <==", .strong) + "\n" + lines.joined()
            + facts.map { palette.text(visible($0), .faint) + "\n" }.joined()
    }

    /// The categories of the stance markers by number.
    private func markerLines(_ page: PageAnalysis) -> [String] {
        guard let markers = page.markers, !markers.isEmpty else { return [] }
        let numbers = StanceCategory.allCases.compactMap { category in
            let count = markers.count { $0.category == category }
            return count == 0 ? nil : "\(category.name) \(count)"
        }
        return ["markers: " + numbers.joined(separator: ", ")]
    }

    private static let labelWidth = ParagraphLabel.allCases.map(\.name.count).max() ?? 0

    private func look(of label: ParagraphLabel) -> Palette.Look {
        switch label.disposition {
        case .content: .content
        case .ancillary: .ancillary
        case .boilerplate: .faint
        }
    }

    /// Paragraphs seldom have line breaks; here one would look like the next paragraph.
    private func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
