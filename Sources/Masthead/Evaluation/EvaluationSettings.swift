/// What an evaluation counts and how it is broken down.
public struct EvaluationSettings: Sendable, Hashable {
    /// The labels that cleaning keeps; by default those of content.
    public var keep: Set<ParagraphLabel> = [.body, .headline]
    /// A paragraph whose chosen label is less probable than this is kept whatever its label,
    /// 0 to 1; by default 0: the label alone decides.
    public var keepBelowConfidence: Float = 0
    /// Keys by which the figures are broken down; several joined with `+` make joint slices,
    /// for example `language+regime`.
    public var breakdowns = ["language", "regime"]
    /// How intervals are drawn; nil draws none.
    public var bootstrap: BootstrapSettings? = BootstrapSettings()

    /// The default settings.
    public init() {}

    /// Whether cleaning would keep a paragraph of that label and confidence.
    func keeps(_ label: ParagraphLabel, confidence: Float) -> Bool {
        keep.contains(label) || confidence < keepBelowConfidence
    }

    /// Whether a paragraph should be kept, nil where the annotation does not tell.
    ///
    /// The coarse label says only that a paragraph is neither body nor headline: once another
    /// label is kept too, it no longer decides.
    func shouldKeep(_ annotation: AnnotatedParagraph.Annotation) -> Bool? {
        switch annotation {
        case .label(let label): keep.contains(label)
        case .boilerplate: keep.isSubset(of: [.body, .headline]) ? false : nil
        case .none: nil
        }
    }
}

/// How bootstrap intervals are drawn.
public struct BootstrapSettings: Sendable, Hashable {
    /// Number of resamples; none, and no intervals, where it is not above 0.
    public var resamples = 1000
    /// Seed of the generator: the same seed gives the same intervals.
    public var seed: UInt64 = 1
    /// Share of the resamples between the ends of an interval, above 0 and below 1.
    public var level = 0.95
    /// The key whose groups are drawn together, for example `family`; nil draws documents.
    public var unit: String?
    /// Slices of fewer units than this get no intervals: from a handful of documents the
    /// percentiles say little, and are too narrow.
    public var minimumUnits = 10

    /// The default settings.
    public init() {}
}
