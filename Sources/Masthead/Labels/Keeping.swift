/// Which paragraphs cleaning keeps.
///
/// A paragraph is kept where the labels to keep are together at least as likely as the
/// threshold, so that a paragraph of which the model is unsure stays: losing article text is
/// the worse error.
public struct Keeping: Sendable, Hashable {
    /// The labels to keep.
    public var labels: Set<ParagraphLabel> {
        didSet { ordered = Self.ordered(labels) }
    }
    /// The labels to keep in their order, so that sums are the same on every run.
    private var ordered: [ParagraphLabel]
    /// The least probability that a paragraph has one of them, 0 to 1.
    public var threshold: Float

    /// Keeps paragraphs with those labels.
    public init(
        labels: Set<ParagraphLabel> = [.body, .headline], threshold: Float = Self.balanced
    ) {
        self.labels = labels
        ordered = Self.ordered(labels)
        self.threshold = threshold
    }

    /// The default threshold, at which 98 % of the words of articles never seen are kept; the
    /// curve stands in `Models/reports/dev_typed.md`.
    public static let balanced: Float = 0.4
    /// The threshold of `--precision`: only what is clearly the article.
    public static let precise: Float = 0.7
    /// The threshold of `--recall`: all that might be the article.
    public static let complete: Float = 0.15

    private static func ordered(_ labels: Set<ParagraphLabel>) -> [ParagraphLabel] {
        labels.sorted { $0.rawValue < $1.rawValue }
    }

    /// Whether a paragraph with these probabilities is kept.
    public func keeps(_ paragraph: LabeledParagraph) -> Bool {
        ordered.reduce(0) { $0 + paragraph.probability(of: $1) } >= threshold
    }
}

extension LabeledParagraph {
    /// Below this confidence a label is marked uncertain: more often wrong than right on pages
    /// the model has not seen (model card).
    public static let certainty: Float = 0.5

    /// Whether the paragraph is rather body than not.
    public var isRatherBody: Bool { probability(of: .body) >= 0.5 }

    /// Whether the label is hardly more than a guess.
    public var isUncertain: Bool { confidence < Self.certainty }
}
