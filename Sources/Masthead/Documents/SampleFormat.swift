/// How a line of training data is written.
public enum SampleFormat: String, CaseIterable, Sendable, Hashable {
    /// A JSON object with `paragraphs`: this project's own.
    case annotated
    /// `__label__NAME text`, the lines of fastText: one paragraph.
    case fastText = "fasttext"
    /// A JSON object with `text` and labels of the whole or of ranges, as doccano exports it.
    case doccano
    /// A JSON object with `text` and an `answer`, as Prodigy exports it.
    case prodigy

    /// The mark that starts each label in fastText.
    static let fastTextMark = "__label__"

    /// The format of a line of text, or nil where it is none of them.
    init?(line: some StringProtocol) {
        guard line.drop(while: \.isWhitespace).hasPrefix(Self.fastTextMark) else { return nil }
        self = .fastText
    }

    /// The format of a JSON object, told by the keys that the format alone has; nil where it is
    /// none of them.
    init?(members: [String: JSONValue]) {
        if members["paragraphs"] != nil {
            self = .annotated
        } else if members["text"] == nil {
            return nil
        } else if Self.prodigyKeys.contains(where: { members[$0] != nil }) {
            self = .prodigy
        } else if Self.doccanoKeys.contains(where: { members[$0] != nil }) {
            self = .doccano
        } else {
            return nil
        }
    }

    private static let prodigyKeys = ["answer", "spans", "accept", "_task_hash", "_input_hash"]
    private static let doccanoKeys = ["label", "labels", "entities", "cats"]
}

/// Why a line is not a training sample.
public enum ImportError: Error, Sendable, Hashable {
    /// The line has none of the known formats.
    case unknownFormat
    /// The record of an annotated document is not of the documented shape.
    case sample(SampleError)
    /// `text` is missing or not a string.
    case missingText
    /// A label is not one of the thirteen or `boilerplate`.
    case unknownLabel(String)
    /// A whole text has several labels that differ, in their order.
    case severalLabels([String])
    /// Labelled range `index` is not of the format's shape or does not lie in the text.
    case badRange(index: Int)
}
