extension Floors {
    /// The floors of a JSON text:
    /// `{"data digest": "…", "floors": {"all.bodyLines.f1": 0.93}}`; without a digest, or with
    /// an empty one, they hold for any data.
    ///
    /// Throws ``FloorsError`` where the text is of another shape. O(size).
    public init(json text: some Sequence<UInt8>) throws(FloorsError) {
        guard let value = try? JSONValue(json: text), let members = value.object,
            let entries = members["floors"]?.object
        else { throw .notFloors }
        var digest = ""
        if let member = members["data digest"] {
            guard let text = member.string else { throw .notFloors }
            digest = text
        }
        var floors: [String: Double] = [:]
        for (path, entry) in entries.sorted(by: { $0.key < $1.key }) {
            guard let floor = entry.number else { throw .notANumber(path) }
            floors[path] = floor
        }
        try self.init(dataDigest: digest, floors: floors)
    }

    /// The floors as JSON of the shape that ``init(json:)`` reads.
    public var json: JSONValue {
        .object([
            "data digest": .string(dataDigest), "floors": .object(floors.mapValues { .number($0) }),
        ])
    }

    /// The floors as a JSON text with one floor a line, so that a change shows in a diff.
    public var jsonText: String {
        let entries = floors.sorted { $0.key < $1.key }.map {
            "    \(JSONValue.string($0.key).jsonLine): \(JSONValue.number($0.value).jsonLine)"
        }
        return """
            {
              "data digest": \(JSONValue.string(dataDigest).jsonLine),
              "floors": {
            \(entries.joined(separator: ",\n"))
              }
            }

            """
    }
}

extension Floors.Violation: CustomStringConvertible {
    /// One sentence: `'all.macroF1' is 0.6912, expected at least 0.7`.
    public var description: String {
        let bound = "expected at \(lessIsBetter ? "most" : "least") \(floor)"
        guard let measured else { return "'\(path)' was not measured, \(bound)" }
        return "'\(path)' is \(fixed(measured, 4)), \(bound)"
    }
}

extension FloorsError: CustomStringConvertible {
    /// One sentence for the reader of the tool's messages.
    public var description: String {
        switch self {
        case .notFloors:
            "expected a JSON object with 'floors', an object of numbers by path, and "
                + "'data digest', a string"
        case .unknownFigure(let path):
            "'\(path)' names no figure, expected a slice and a figure such as "
                + "'all.macroF1' or 'language=de.bodyLines.f1'"
        case .notANumber(let path): "the floor of '\(path)' is not a number"
        case .notMeasured(let path):
            "'\(path)' was not measured, expected a slice and a figure of the report"
        case .otherData(let expected, let found):
            "the floors are for data with digest '\(expected)', found '\(found)': floors can't "
                + "be compared across data"
        case .wouldLower(let violations):
            "an update would lower floors, allow lowering to do so: "
                + violations.map(\.description).joined(separator: "; ")
        }
    }
}
