/// What a model says of the paragraphs of one document.
public struct ParagraphScores: Sendable, Hashable {
    /// The chosen label of each paragraph.
    public var labels: [ParagraphLabel]
    /// For each paragraph the calibrated probability of every label, in the order of
    /// `ParagraphLabel.allCases`; they sum to 1.
    public var probabilities: [[Float]]

    /// Labels and probabilities of as many paragraphs.
    public init(labels: [ParagraphLabel], probabilities: [[Float]]) {
        self.labels = labels
        self.probabilities = probabilities
    }

    /// Labels and probabilities of analysed paragraphs. O(paragraphs).
    public init(_ paragraphs: some Sequence<LabeledParagraph>) {
        labels = paragraphs.map(\.label)
        probabilities = paragraphs.map(\.probabilities)
    }
}

/// An annotated document with what a model says of its paragraphs: the input of an evaluation.
///
/// Labels and probabilities stand for the document's paragraphs one by one; the initialisers
/// check it, so that an evaluation of scored documents can't fail.
public struct ScoredDocument: Sendable, Hashable {
    /// The document with the right labels.
    public let document: AnnotatedDocument
    /// The label that the model gives to each paragraph.
    public let labels: [ParagraphLabel]
    /// For each paragraph the probability of every label, in the order of
    /// `ParagraphLabel.allCases`.
    public let probabilities: [[Float]]

    /// A document with labels and probabilities.
    ///
    /// Throws ``EvaluationError`` where there are not as many as the document has paragraphs,
    /// or where a paragraph's probabilities are not thirteen finite numbers from 0 to 1 that
    /// sum to 1 (within 0.01, for rounding). O(paragraphs).
    public init(
        document: AnnotatedDocument, labels: [ParagraphLabel], probabilities: [[Float]]
    ) throws(EvaluationError) {
        let expected = document.paragraphs.count
        for count in [labels.count, probabilities.count] where count != expected {
            throw .countMismatch(document: document.id, paragraphs: expected, scores: count)
        }
        if let index = probabilities.firstIndex(where: { !Self.isDistribution($0) }) {
            throw .badProbabilities(document: document.id, paragraph: index)
        }
        self.document = document
        self.labels = labels
        self.probabilities = probabilities
    }

    /// A document with its scores. Throws ``EvaluationError`` as the other initialiser does.
    public init(document: AnnotatedDocument, scores: ParagraphScores) throws(EvaluationError) {
        try self.init(
            document: document, labels: scores.labels, probabilities: scores.probabilities)
    }

    private static func isDistribution(_ values: [Float]) -> Bool {
        guard values.count == ParagraphLabel.count else { return false }
        // A sum in single precision may exceed 1 by a few units of the last place.
        let allowed: ClosedRange<Float> = 0...1.001
        guard values.allSatisfy(allowed.contains) else { return false }
        return abs(values.reduce(0, +) - 1) <= 0.01
    }
}

/// Why documents can't be evaluated.
public enum EvaluationError: Error, Sendable, Hashable {
    /// The document has other than `scores` paragraphs.
    case countMismatch(document: String, paragraphs: Int, scores: Int)
    /// The probabilities of a paragraph are not a distribution over the thirteen labels.
    case badProbabilities(document: String, paragraph: Int)
}

extension EvaluationError: CustomStringConvertible {
    /// One sentence for the reader of the tool's messages.
    public var description: String {
        switch self {
        case .countMismatch(let document, let paragraphs, let scores):
            "document '\(document)' has \(paragraphs) paragraphs, expected as many scores, "
                + "found \(scores)"
        case .badProbabilities(let document, let paragraph):
            "paragraph \(paragraph) of document '\(document)': expected thirteen probabilities "
                + "that sum to 1"
        }
    }
}

extension AnnotatedDocument {
    /// The value by which a report groups the document.
    ///
    /// `language`, `style` and `outlet` are the document's own; `site`, `family` and `group`
    /// fall back to outlet name, host and identifier as ``group(by:)`` does; any other key is
    /// looked up among the record's unknown keys. Missing is `unknown`.
    func sliceValue(_ key: String) -> String {
        switch key {
        case "language": return language ?? "unknown"
        case "style": return outlet?.style ?? "unknown"
        case "outlet": return outlet?.name ?? "unknown"
        case "site", "family", "group": return group(by: key)
        default:
            guard let value = other[key], value != .null else { return "unknown" }
            return value.string ?? value.jsonLine
        }
    }

    /// The name of the document's slice by one key or by several joined with `+`:
    /// `language=de`, `language=de+regime=page`.
    func sliceName(by keys: String) -> String {
        keys.split(separator: "+").map { "\($0)=\(sliceValue(String($0)))" }
            .joined(separator: "+")
    }
}
