import Masthead

/// Prints analysed pages in one of the formats.
protocol PageRenderer: Sendable {
    /// The format of the records.
    var format: OutputFormat { get }
    /// What stands between records of the text format.
    var textFraming: Framing { get }
    /// The columns of the table between the identifier and the error.
    var columnCount: Int { get }
    /// Appends the record of a page.
    func append(_ page: PageAnalysis, of document: InputDocument, to output: inout [UInt8])
}

extension PageRenderer {
    /// What stands around and between the records.
    var framing: Framing {
        switch format {
        case .text: textFraming
        case .json: .array
        case .jsonl, .tsv: Framing()
        }
    }

    /// Appends what stands in the place of a record that can't be read: nothing in the text format,
    /// where it is a message on standard error.
    func append(_ bad: BadRecord, to output: inout [UInt8]) {
        switch format {
        case .text: break
        case .json, .jsonl:
            var writer = JSONWriter()
            writer.beginObject()
            writer.name("id")
            writer.json(bad.identifier)
            writer.name("error")
            writer.string(bad.message)
            writer.endObject()
            output += writer.bytes
            if format == .jsonl { output.append(0x0A) }
        case .tsv:
            let empty = Array(repeating: "", count: columnCount)
            output += tabSeparated([bad.place] + empty + [bad.message]).utf8
        }
    }

    /// Appends the record of a page as JSON: the members of its record, with what `body` writes in
    /// the place of the content. Members that are named as one of `added` give way to it.
    func append(
        _ document: InputDocument, added: [String], to output: inout [UInt8],
        _ body: (inout JSONWriter) -> Void
    ) {
        var writer = JSONWriter()
        writer.beginObject()
        var isWritten = false
        for member in document.members {
            if let json = member.json {
                guard !added.contains(member.name) else { continue }
                writer.name(member.name)
                writer.json(json)
            } else if !isWritten {
                isWritten = true
                body(&writer)
            }
        }
        if !isWritten { body(&writer) }
        writer.endObject()
        output += writer.bytes
        if format == .jsonl { output.append(0x0A) }
    }
}

extension BadRecord {
    /// The identifier as it is printed where no JSON is.
    var place: String {
        InputDocument(members: [.init(name: "id", json: identifier)], content: .paragraphs([]))
            .identifier ?? ""
    }
}

/// What is known of a page.
struct PageAnalysis: Sendable {
    /// The paragraphs in the order of the page.
    var paragraphs: [LabeledParagraph]
    /// The outlet profile, where it was looked for.
    var outlet: OutletProfile? = nil
    /// The stance markers, where they were looked for.
    var markers: [StanceMarker]? = nil
    /// Places where bytes were not UTF-8.
    var repairs = 0
}

/// What labels the paragraphs of pages.
protocol PageAnalyzing: Sendable {
    /// The paragraphs of raw text with their labels.
    func analysis(of text: [UInt8]) -> PageAnalysis
    /// The labels of paragraphs that are told apart already.
    func analysis(of paragraphs: [String]) -> PageAnalysis
    /// Why paragraphs of raw text have their labels: all of them, or the one of that number, if
    /// there is one.
    func explanations(of text: [UInt8], paragraph: Int?) -> [ExplainedParagraph]
}
