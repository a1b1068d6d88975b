import NaiveBayes

/// A paragraph of an analysed page with its label.
public struct LabeledParagraph: Sendable {
    /// The paragraph's text: hard-wrapped lines joined by a space, bad UTF-8 repaired.
    public let text: String
    /// Bytes of the input, half-open.
    public let byteRange: Range<Int>
    /// Unicode code points of the repaired input, half-open.
    public let codePointRange: Range<Int>
    /// The chosen label.
    public let label: ParagraphLabel
    private let vector: ClassVector

    /// A paragraph with its ranges, label and thirteen probabilities.
    public init(
        text: String, byteRange: Range<Int>, codePointRange: Range<Int>, label: ParagraphLabel,
        probabilities: [Float]
    ) {
        var vector = ClassVector.zero
        for (lane, value) in probabilities.prefix(ParagraphLabel.count).enumerated() {
            vector[lane] = value
        }
        self.init(
            text: text, byteRange: byteRange, codePointRange: codePointRange, label: label,
            vector: vector)
    }

    /// A paragraph with the likeliest label of a vector of probabilities.
    init(
        text: String, byteRange: Range<Int>, codePointRange: Range<Int>,
        label: ParagraphLabel? = nil, vector: ClassVector
    ) {
        self.text = text
        self.byteRange = byteRange
        self.codePointRange = codePointRange
        self.label = label ?? .likeliest(vector)
        self.vector = vector
    }

    /// Calibrated probability of every label, in the order of `ParagraphLabel.allCases`;
    /// they sum to 1.
    public var probabilities: [Float] { vector.labelProbabilities }

    /// Calibrated probability of a label, 0 to 1.
    public func probability(of label: ParagraphLabel) -> Float { vector[Int(label.rawValue)] }

    /// Probability of the chosen label, 0 to 1.
    public var confidence: Float { probability(of: label) }
}
