import Masthead

/// A record while it is printed: page by page of its text, of which there is one save where the
/// text is cut into windows.
struct OpenRecord: Sendable {
    /// The document whose record it is.
    let document: InputDocument
    /// What has been printed and not taken.
    var bytes: [UInt8] = []
    /// Writes the JSON of the record where it is JSON.
    var json = JSONWriter()
    /// What has been added so far.
    var tally = Tally()
    /// What is known of the page as a whole, printed at the end.
    var outlet: OutletProfile?
    var markers: [StanceMarker]?
    /// The names of members that are written at the end, if at all.
    private var held: Set<String> = []

    /// The parts of a record in numbers.
    struct Tally: Sendable, Equatable {
        /// Paragraphs.
        var paragraphs = 0
        /// Paragraphs that are kept, and those of them whose label is a guess.
        var kept = 0
        var uncertain = 0
        /// Places where bytes were not UTF-8.
        var repairs = 0
    }

    /// A record of which nothing has been printed.
    init(_ document: InputDocument) { self.document = document }

    /// Moves what has been written as JSON to what has been printed.
    mutating func printJSON() { bytes += json.take() }

    /// Hands over what has been printed so far.
    mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }
}

extension OpenRecord {
    /// Opens the record's object and writes the members that stand before the content, save those
    /// that may have to give way to what the analysis adds.
    mutating func openObject(perhapsAdding added: Set<String>) {
        json.beginObject()
        held = added
        for member in document.members.prefix(while: { $0.json != nil })
        where !added.contains(member.name) {
            write(member)
        }
    }

    /// Writes the other members, save those that give way to what the analysis has added, and
    /// what went wrong, and ends the object.
    mutating func closeObject(_ format: OutputFormat, adding added: Set<String>, error: String?) {
        var isBehind = false
        for member in document.members {
            isBehind = isBehind || member.json == nil
            if isBehind || held.contains(member.name), !added.contains(member.name) {
                write(member)
            }
        }
        if let error {
            json.name("error")
            json.string(error)
        }
        json.endObject()
        printJSON()
        if format == .jsonl { bytes.append(0x0A) }
    }

    private mutating func write(_ member: InputDocument.Member) {
        guard let value = member.json else { return }
        json.name(member.name)
        json.json(value)
    }
}
