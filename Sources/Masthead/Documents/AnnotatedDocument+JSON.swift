/// Why a record is not an annotated document.
public enum SampleError: Error, Sendable, Hashable {
    /// The line is not a JSON object.
    case notAnObject
    /// The record has no `paragraphs`.
    case missingParagraphs
    /// Paragraph `index` has no string `text`.
    case missingText(index: Int)
    /// Paragraph `index` has a label that is not one of the thirteen, `boilerplate` or null.
    case unknownLabel(String, index: Int)
    /// Marker `index` lacks a key, or its range does not lie in its paragraph.
    case badMarker(index: Int)
}

extension AnnotatedDocument {
    /// The document of one line of JSON.
    ///
    /// Throws ``SampleError`` where the record is not of the documented shape. O(size).
    public init(jsonLine: some Sequence<UInt8>) throws(SampleError) {
        guard let value = try? JSONValue(json: jsonLine) else { throw .notAnObject }
        try self.init(json: value)
    }

    /// The document of a JSON object. Throws ``SampleError``. O(size).
    public init(json: JSONValue) throws(SampleError) {
        guard var members = json.object else { throw .notAnObject }
        guard let list = members.removeValue(forKey: "paragraphs")?.array else {
            throw .missingParagraphs
        }
        var paragraphs: [AnnotatedParagraph] = []
        paragraphs.reserveCapacity(list.count)
        for (index, item) in list.enumerated() {
            paragraphs.append(try AnnotatedParagraph(json: item, index: index))
        }
        self.init(paragraphs: paragraphs)
        if let id = members.removeValue(forKey: "id") { self.id = id.string ?? id.jsonLine }
        url = members.removeValue(forKey: "url")?.string
        language = members.removeValue(forKey: "language")?.string
        if let outlet = members.removeValue(forKey: "outlet")?.object {
            self.outlet = AnnotatedOutlet(
                name: outlet["name"]?.string, style: outlet["style"]?.string)
        }
        if let list = members.removeValue(forKey: "markers")?.array {
            markers = try self.markers(from: list)
        }
        other = members
    }

    private func markers(from list: [JSONValue]) throws(SampleError) -> [AnnotatedMarker] {
        var markers: [AnnotatedMarker] = []
        for (index, item) in list.enumerated() {
            guard var members = item.object,
                let paragraph = members.removeValue(forKey: "paragraph")?.integer,
                let start = members.removeValue(forKey: "start")?.integer,
                let end = members.removeValue(forKey: "end")?.integer,
                let category = members.removeValue(forKey: "category")?.string,
                paragraphs.indices.contains(paragraph), 0 <= start, start < end,
                end <= paragraphs[paragraph].text.unicodeScalars.count
            else { throw .badMarker(index: index) }
            markers.append(
                AnnotatedMarker(
                    paragraph: paragraph, range: start..<end, category: category,
                    attributes: members))
        }
        return markers
    }

    /// The document as a JSON object, unknown keys included. O(size).
    public var json: JSONValue {
        var members = other
        members["id"] = .string(id)
        members["url"] = url.map(JSONValue.string)
        members["language"] = language.map(JSONValue.string)
        if let outlet {
            var value: [String: JSONValue] = [:]
            value["name"] = outlet.name.map(JSONValue.string)
            value["style"] = outlet.style.map(JSONValue.string)
            members["outlet"] = .object(value)
        }
        members["paragraphs"] = .array(paragraphs.map(\.json))
        members["markers"] = markers.map { .array($0.map(\.json)) }
        return .object(members)
    }
}

extension AnnotatedParagraph {
    init(json: JSONValue, index: Int) throws(SampleError) {
        guard var members = json.object, let text = members.removeValue(forKey: "text")?.string
        else { throw .missingText(index: index) }
        let label: Annotation
        switch members.removeValue(forKey: "label") {
        case nil, .null: label = .none
        case .string("boilerplate"): label = .boilerplate
        case .string(let name):
            guard let known = ParagraphLabel(name: name) else {
                throw .unknownLabel(name, index: index)
            }
            label = .label(known)
        case let value?: throw .unknownLabel(value.jsonLine, index: index)
        }
        self.init(text: text, label: label)
        if let weight = members.removeValue(forKey: "weight")?.number {
            self.weight = min(max(weight, 0), 1)
        }
        other = members
    }

    /// The paragraph as a JSON object. O(size).
    public var json: JSONValue {
        var members = other
        members["text"] = .string(text)
        if weight != 1 { members["weight"] = .number(weight) }
        switch label {
        case .label(let label): members["label"] = .string(label.name)
        case .boilerplate: members["label"] = .string("boilerplate")
        case .none: members["label"] = .null
        }
        return .object(members)
    }
}

extension AnnotatedMarker {
    /// The marker as a JSON object. O(size).
    public var json: JSONValue {
        var members = attributes
        members["paragraph"] = .integer(paragraph)
        members["start"] = .integer(range.lowerBound)
        members["end"] = .integer(range.upperBound)
        members["category"] = .string(category)
        return .object(members)
    }
}
