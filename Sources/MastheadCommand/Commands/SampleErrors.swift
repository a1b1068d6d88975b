import Masthead

extension ImportError {
    /// The error in words, without the file's name.
    var message: String {
        switch self {
        case .unknownFormat:
            "not a sample; expected a JSON object with 'paragraphs', or with 'text' and labels, "
                + "or '__label__NAME text'"
        case .sample(let error): error.message
        case .missingText: "expected a text, found none"
        case .unknownLabel(let name): labelMessage(name)
        case .severalLabels(let names):
            "expected one label for the text, found "
                + names.map { "'\($0)'" }.joined(separator: ", ")
        case .badRange(let index):
            "labelled range \(index) is not a start, an end and a label within the text"
        }
    }
}

extension SampleError {
    /// The error in words, without the file's name.
    var message: String {
        switch self {
        case .notAnObject: "not a JSON object"
        case .missingParagraphs: "expected an array 'paragraphs', found none"
        case .missingText(let index): "paragraph \(index) has no string 'text'"
        case .unknownLabel(let name, let index):
            "paragraph \(index): \(labelMessage(name))"
        case .badMarker(let index):
            "marker \(index) lacks a key, or its range does not lie in its paragraph"
        }
    }
}

private func labelMessage(_ name: String) -> String {
    let labels = ParagraphLabel.allCases.map(\.name).joined(separator: ", ")
    return "unknown label '\(name)'; expected \(labels) or boilerplate"
}
