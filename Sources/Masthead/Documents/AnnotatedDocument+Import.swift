extension AnnotatedDocument {
    /// The document of one line of training data in any of the formats of ``SampleFormat``.
    ///
    /// - fastText: a document of one paragraph.
    /// - doccano: `label` or `labels` holds names, which label the whole text, or ranges
    ///   `[start, end, name]`; `entities` holds objects with `start_offset`, `end_offset` and
    ///   `label`.
    /// - Prodigy: `label` or `accept` labels the whole text; `spans` holds objects with `start`,
    ///   `end` and `label`. Answers other than `accept` leave everything unlabelled, for of thirteen
    ///   labels, to rule out one says little.
    ///
    /// Offsets count Unicode code points. Each line of the text that is not blank becomes a
    /// paragraph; its label is the one whose ranges cover the most of it, if they cover at least
    /// half. All other keys are passed through.
    ///
    /// Throws ``ImportError``. O(length + ranges · log ranges).
    public init(sampleLine line: some Sequence<UInt8>) throws(ImportError) {
        let line = Array(line)
        let text = String(decoding: line, as: UTF8.self)
        if SampleFormat(line: text) == .fastText {
            try self.init(fastText: text)
            return
        }
        guard let value = try? JSONValue(json: line), let members = value.object else {
            throw .unknownFormat
        }
        switch SampleFormat(members: members) {
        case .annotated:
            do throws(SampleError) {
                try self.init(json: value)
            } catch {
                throw .sample(error)
            }
        case .doccano: try self.init(doccano: members)
        case .prodigy: try self.init(prodigy: members)
        case .fastText, nil: throw .unknownFormat
        }
    }

    private init(fastText line: String) throws(ImportError) {
        var rest = line.drop(while: \.isWhitespace)
        var labels: [String] = []
        while rest.hasPrefix(SampleFormat.fastTextMark) {
            let word = rest.prefix { !$0.isWhitespace }
            labels.append(String(word.dropFirst(SampleFormat.fastTextMark.count)))
            rest = rest[word.endIndex...].drop(while: \.isWhitespace)
        }
        while rest.last?.isWhitespace ?? false { rest.removeLast() }
        guard !rest.isEmpty else { throw .missingText }
        let label = try annotation(ofAll: labels)
        self.init(paragraphs: [AnnotatedParagraph(text: String(rest), label: label)])
    }

    private init(doccano members: [String: JSONValue]) throws(ImportError) {
        var members = members
        let text = try members.takeText()
        var ranges: [LabelledRange] = []
        var names: [String] = []
        for key in ["label", "labels", "cats"] {
            for (index, item) in (members.removeValue(forKey: key)?.listed ?? []).enumerated() {
                if let name = item.string {
                    names.append(name)
                } else {
                    ranges.append(try LabelledRange(item.array ?? [], index: index))
                }
            }
        }
        for (index, item) in (members.removeValue(forKey: "entities")?.array ?? []).enumerated() {
            ranges.append(
                try LabelledRange(item, start: "start_offset", end: "end_offset", index: index))
        }
        try self.init(text, ranges, wholeText: names, other: members)
    }

    private init(prodigy members: [String: JSONValue]) throws(ImportError) {
        var members = members
        let text = try members.takeText()
        let isAccepted = (members.removeValue(forKey: "answer")?.string ?? "accept") == "accept"
        let label = members.removeValue(forKey: "label")?.listed ?? []
        let accepted = members.removeValue(forKey: "accept")?.listed ?? []
        let spans = members.removeValue(forKey: "spans")?.array ?? []
        guard isAccepted else {
            try self.init(text, [], wholeText: [], other: members)
            return
        }
        var ranges: [LabelledRange] = []
        for (index, item) in spans.enumerated() {
            ranges.append(try LabelledRange(item, start: "start", end: "end", index: index))
        }
        // The task of a choice has the right ones in `accept`; its `label`, if any, is the title.
        let names = (accepted.isEmpty ? label : accepted).compactMap(\.string)
        try self.init(text, ranges, wholeText: names, other: members)
    }

    private init(
        _ text: String, _ ranges: [LabelledRange], wholeText names: [String],
        other: [String: JSONValue]
    ) throws(ImportError) {
        let whole = try annotation(ofAll: names)
        var lines = LabelledLines(text)
        try lines.add(ranges)
        self.init(paragraphs: lines.paragraphs(otherwise: whole))
        var other = other
        if let id = other.removeValue(forKey: "id") { self.id = id.string ?? id.jsonLine }
        url = other.removeValue(forKey: "url")?.string
        language = other.removeValue(forKey: "language")?.string
        self.other = other
    }
}

/// The annotation that all names agree on; none where there are no names.
private func annotation(ofAll names: [String]) throws(ImportError) -> AnnotatedParagraph.Annotation
{
    guard let first = names.first else { return .none }
    guard names.allSatisfy({ $0 == first }) else { throw .severalLabels(names) }
    return try AnnotatedParagraph.Annotation(name: first)
}

extension AnnotatedParagraph.Annotation {
    /// The annotation of that name: a label's, or `boilerplate`. Letters may be of any case, for
    /// annotation tools show their labels as people like them.
    init(name: String) throws(ImportError) {
        let lowercased = name.lowercased()
        if lowercased == "boilerplate" {
            self = .boilerplate
        } else if let label = ParagraphLabel(name: lowercased) {
            self = .label(label)
        } else {
            throw .unknownLabel(name)
        }
    }
}

extension JSONValue {
    /// The elements of an array; any other value save null is a list of itself.
    fileprivate var listed: [JSONValue] {
        switch self {
        case .array(let elements): elements
        case .null: []
        default: [self]
        }
    }
}

extension [String: JSONValue] {
    fileprivate mutating func takeText() throws(ImportError) -> String {
        guard let text = removeValue(forKey: "text")?.string else { throw .missingText }
        return text
    }
}
