import Masthead

/// Prints analysed pages in one of the formats.
protocol PageRenderer: Sendable {
    /// The format of the records.
    var format: OutputFormat { get }
    /// What stands between records of the text format.
    var textFraming: Framing { get }
    /// The columns of the table between the identifier and the error.
    var columnCount: Int { get }
    /// Prints what stands before the text of a record.
    func open(_ record: inout OpenRecord)
    /// Prints a page, or the next window of one.
    func add(_ page: PageAnalysis, to record: inout OpenRecord)
    /// Prints what stands behind the text; `error` where the rest of it can't be read.
    func close(_ record: inout OpenRecord, error: String?)
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

extension PageAnalysis {
    /// The analysis of a window with the places it has in the whole text.
    mutating func move(by offset: TextOffset) {
        guard offset != TextOffset() else { return }
        paragraphs = paragraphs.map { paragraph in
            paragraph.moved(bytes: offset.bytes, codePoints: offset.codePoints)
        }
    }
}

/// What labels the paragraphs of pages.
protocol PageAnalyzing: Sendable {
    /// The paragraphs of raw text with their labels.
    func analysis(of text: [UInt8]) -> PageAnalysis
    /// The same without profile and markers, which windows of a text don't have.
    var labelling: any PageAnalyzing { get }
    /// The labels of paragraphs that are told apart already.
    func analysis(of paragraphs: [String]) -> PageAnalysis
    /// Why paragraphs of raw text have their labels: all of them, or the one of that number, if
    /// there is one.
    func explanations(of text: [UInt8], paragraph: Int?) -> [ExplainedParagraph]
    /// Why a page of raw text has its profile and its markers.
    func explainedProfile(of text: [UInt8]) -> ExplainedProfile
}
