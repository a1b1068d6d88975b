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

    func open(_ record: inout OpenRecord) {
        switch format {
        case .tsv: break
        case .text:
            let name = visible(record.document.identifier ?? "")
            record.bytes += (palette.text("==> \(name) <==", .strong) + "\n").utf8
        case .json, .jsonl:
            record.openObject(perhapsAdding: Self.members.union(Self.findings))
            record.json.name("paragraphs")
            record.json.beginArray()
            record.printJSON()
        }
    }

    func add(_ page: PageAnalysis, to record: inout OpenRecord) {
        // Offsets say where a paragraph stands in the text of the record; where the record has
        // paragraphs, there is no such text.
        let hasOffsets = if case .text = record.document.content { true } else { false }
        let identifier = format == .tsv ? escapedForColumn(record.document.identifier ?? "") : ""
        for paragraph in page.paragraphs {
            switch format {
            case .text: record.bytes += line(paragraph).utf8
            case .tsv:
                record.bytes += identifier.utf8
                appendColumns(of: paragraph, hasOffsets: hasOffsets, to: &record)
            case .json, .jsonl:
                write(paragraph, hasOffsets: hasOffsets, to: &record.json)
            }
            record.tally.paragraphs += 1
        }
        record.printJSON()
        record.tally.repairs += page.repairs
        record.outlet = page.outlet
        record.markers = page.markers
    }

    func close(_ record: inout OpenRecord, error: String?) {
        switch format {
        case .text:
            let facts = (record.outlet?.lines ?? []) + markerLines(record.markers ?? [])
            for fact in facts { record.bytes += (palette.text(visible(fact), .faint) + "\n").utf8 }
        case .tsv:
            guard let error else { break }
            let empty = Array(repeating: "", count: columnCount)
            record.bytes +=
                tabSeparated([record.document.identifier ?? ""] + empty + [error]).utf8
        case .json, .jsonl:
            record.json.endArray()
            if let outlet = record.outlet { record.json.profile(outlet) }
            if let markers = record.markers { record.json.markers(markers) }
            record.json.name("repairs")
            record.json.integer(record.tally.repairs)
            record.closeObject(format, adding: added(to: record), error: error)
        }
    }

    /// The members of a record that labelling always gives, and those that it may find.
    private static let members: Set<String> = ["text", "paragraphs", "repairs"]
    private static let profile: Set<String> = [
        "outlet", "credits", "syndication", "translation", "figures",
    ]
    private static let language: Set<String> = ["language", "variety"]
    private static let findings = profile.union(language).union(["markers"])

    /// The members that were found; what was not is left as the record has it.
    private func added(to record: OpenRecord) -> Set<String> {
        var added = Self.members
        if let outlet = record.outlet {
            added.formUnion(Self.profile)
            if outlet.sources.language.language != nil { added.formUnion(Self.language) }
        }
        if record.markers != nil { added.insert("markers") }
        return added
    }

    /// Appends what stands behind the identifier in the row of a paragraph.
    private func appendColumns(
        of paragraph: LabeledParagraph, hasOffsets: Bool, to record: inout OpenRecord
    ) {
        let range = hasOffsets ? paragraph.codePointRange : nil
        let columns = [
            String(record.tally.paragraphs), paragraph.label.name,
            fourDigits(paragraph.confidence), range.map { String($0.lowerBound) } ?? "",
            range.map { String($0.upperBound) } ?? "",
        ]
        for column in columns {
            record.bytes.append(0x09)
            record.bytes += column.utf8
        }
        record.bytes.append(0x09)
        let start = record.bytes.count
        paragraph.appendText(to: &record.bytes)
        escapeForColumn(&record.bytes, from: start)
        // The column of errors is empty.
        record.bytes += "\t\n".utf8
    }

    private func write(
        _ paragraph: LabeledParagraph, hasOffsets: Bool, to writer: inout JSONWriter
    ) {
        writer.beginObject()
        writer.name("text")
        writer.beginString()
        writer.extendString { paragraph.appendText(to: &$0) }
        writer.endString()
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

    private func line(_ paragraph: LabeledParagraph) -> String {
        let name = paragraph.label.name
        let label = name + String(repeating: " ", count: Self.labelWidth - name.count)
        let text = isForTerminal ? visible(paragraph.text) : oneLine(paragraph.text)
        return palette.text(label, look(of: paragraph.label)) + " "
            + palette.text(fourDigits(paragraph.confidence), .faint) + "  " + text + "\n"
    }

    /// The categories of the stance markers by number.
    private func markerLines(_ markers: [StanceMarker]) -> [String] {
        guard !markers.isEmpty else { return [] }
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
