import PageText

/// A document of the input with what goes around it.
struct InputDocument: Equatable {
    /// The members of its record in their order, as JSON; of plain text, only `id`.
    var members: [Member]
    /// The page.
    var content: Content

    /// A member that is passed through.
    struct Member: Equatable {
        /// The name, escapes resolved.
        var name: String
        /// The value as it stands in the input; nil for the one that held the content.
        var json: ArraySlice<UInt8>?
    }

    /// What is to be analysed.
    enum Content: Equatable {
        /// Raw text, paragraphs not yet told apart.
        case text([UInt8])
        /// Text cut into paragraphs.
        case paragraphs([String])
    }

    /// The identifier as it is printed where no JSON is, or nil where the record has none.
    var identifier: String? {
        guard let json = members.last(where: { $0.name == "id" })?.json else { return nil }
        let bytes = Array(json)
        let isString = bytes.first == UInt8(ascii: "\"")
        return String(
            decoding: isString ? jsonString(in: bytes, bytes.indices) : bytes, as: UTF8.self)
    }
}

/// A record that is not a document.
struct BadRecord: Error, Equatable {
    /// The identifier as JSON: its own where it has one that can be read, else its place.
    var identifier: ArraySlice<UInt8>
    /// What is wrong, in words.
    var message: String
}

extension InputDocument {
    /// A plain text, named after its file.
    init(text: [UInt8], name: String) {
        self.init(members: [.init("id", name)], content: .text(text))
    }

    /// A record of an archive: `id`, `url`, `language` and `date` as far as its header has them.
    init(_ record: ArchiveRecord, place: String) throws(BadRecord) {
        switch record.content {
        case .success(let text):
            let fields = [
                ("id", record.identifier), ("url", record.address),
                ("language", record.language), ("date", record.date),
            ]
            let members = fields.compactMap { name, value in value.map { Member(name, $0) } }
            self.init(members: members, content: .text(text))
        case .failure(let failure):
            throw BadRecord(
                identifier: jsonBytes(record.identifier ?? place), message: failure.message)
        }
    }

    /// A line of JSON Lines: an object with a string `text` or an array `paragraphs`. Where both
    /// are there, the paragraphs are the page.
    init(line: [UInt8], _ range: Range<Int>, place: String) throws(BadRecord) {
        var identifier = jsonBytes(place)
        do {
            var scanner = JSONScanner(line, in: range)
            let found = try scanner.object()
            if let id = found.last(where: { $0.name == "id" }) { identifier = line[id.value] }
            let page = found.last { $0.name == "paragraphs" } ?? found.last { $0.name == "text" }
            guard let page else { throw RecordFailure.noText }
            let isText = page.name == "text"
            content =
                try isText
                ? .text(Self.text(in: line, page.value))
                : .paragraphs(Self.paragraphs(in: line, page.value))
            members = found.map {
                Member(name: $0.name, json: $0.name == page.name ? nil : line[$0.value])
            }
        } catch let failure as JSONFailure {
            throw BadRecord(identifier: identifier, message: failure.message)
        } catch {
            let failure = error as? RecordFailure ?? .noText
            throw BadRecord(identifier: identifier, message: failure.rawValue)
        }
    }

    private static func text(in line: [UInt8], _ value: Range<Int>) throws -> [UInt8] {
        guard line[value.lowerBound] == UInt8(ascii: "\"") else { throw RecordFailure.textKind }
        return jsonString(in: line, value)
    }

    private static func paragraphs(in line: [UInt8], _ value: Range<Int>) throws -> [String] {
        guard line[value.lowerBound] == UInt8(ascii: "[") else {
            throw RecordFailure.paragraphsKind
        }
        var scanner = JSONScanner(line, in: value)
        return try scanner.elements().map { element in
            guard line[element.lowerBound] == UInt8(ascii: "{") else {
                throw RecordFailure.paragraphKind
            }
            var scanner = JSONScanner(line, in: element)
            let text = try scanner.object().last { $0.name == "text" }
            guard let text, line[text.value.lowerBound] == UInt8(ascii: "\"") else {
                throw RecordFailure.paragraphKind
            }
            return String(decoding: jsonString(in: line, text.value), as: UTF8.self)
        }
    }
}

/// Why an object is not a document.
private enum RecordFailure: String, Error {
    case noText = "expected a string 'text' or an array 'paragraphs', found neither"
    case textKind = "expected 'text' to be a string"
    case paragraphsKind = "expected 'paragraphs' to be an array"
    case paragraphKind = "expected each of 'paragraphs' to be an object with a string 'text'"
}

extension InputDocument.Member {
    /// A member with a string.
    init(_ name: String, _ text: String) {
        self.init(name: name, json: jsonBytes(text))
    }
}

/// A string as JSON.
func jsonBytes(_ text: String) -> ArraySlice<UInt8> {
    var writer = JSONWriter()
    writer.string(text)
    return writer.bytes[...]
}

extension Batch {
    /// Calls `body` with each document or bad record of the batch, in their order. A window counts
    /// as a document.
    func forEachRecord(_ body: (Result<InputDocument, BadRecord>) -> Void) {
        switch content {
        case .document(let text), .window(let text, _, _):
            body(.success(InputDocument(text: text, name: source)))
        case .lines(let bytes, let first): forEachLine(of: bytes, first: first, body)
        case .archive(let records):
            for record in records {
                body(
                    Result { () throws(BadRecord) in try InputDocument(record, place: source) })
            }
        case .longLine(let number):
            body(
                .failure(
                    BadRecord(
                        identifier: jsonBytes("\(source):\(number)"),
                        message: "the line is longer than \(ReadSize.record) bytes")))
        case .unreadable(let message):
            body(.failure(BadRecord(identifier: jsonBytes(source), message: message)))
        }
    }

    private func forEachLine(
        of bytes: [UInt8], first: Int, _ body: (Result<InputDocument, BadRecord>) -> Void
    ) {
        var number = first
        var start = 0
        if first == 1 { start = bytes.count - bytes[...].withoutMark.count }
        while start < bytes.count {
            let end = ByteScan.first(UInt8(ascii: "\n"), in: bytes, start..<bytes.count)
            let place = "\(source):\(number)"
            body(
                Result { () throws(BadRecord) in
                    try InputDocument(line: bytes, start..<end, place: place)
                })
            number += 1
            start = end + 1
        }
    }
}
