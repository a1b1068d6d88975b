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
    /// Calibrated probability of every label, in the order of `ParagraphLabel.allCases`;
    /// they sum to 1.
    public let probabilities: [Float]

    /// A paragraph with its ranges, label and probabilities.
    public init(
        text: String, byteRange: Range<Int>, codePointRange: Range<Int>, label: ParagraphLabel,
        probabilities: [Float]
    ) {
        self.text = text
        self.byteRange = byteRange
        self.codePointRange = codePointRange
        self.label = label
        self.probabilities = probabilities
    }

    /// Probability of the chosen label, 0 to 1.
    public var confidence: Float { probabilities[Int(label.rawValue)] }
}
