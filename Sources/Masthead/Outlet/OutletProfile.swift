import NaiveBayes

/// What kind of source a page resembles, and what it says of its source itself.
///
/// The evidence is the whole labelled page: what cleaning takes away names the source best.
public struct OutletProfile: Sendable {
    /// The styles with their calibrated probabilities, likeliest first; empty where the model
    /// knows no styles. A style is a resemblance, never a verdict.
    public let styles: [RankedStyle]
    /// Named outlet, credits, syndication, translation, language and figures.
    public let sources: SourceFindings

    /// The likeliest style, nil for `unknown`: where it is less likely than the model card's
    /// confidence.
    public var style: OutletStyle? {
        styles.first.flatMap { $0.probability >= StyleModel.unknownBelow ? $0.style : nil }
    }

    /// A style and how likely the page has it.
    public struct RankedStyle: Sendable, Hashable {
        /// The style.
        public let style: OutletStyle
        /// Probability, 0 to 1.
        public let probability: Float
    }
}

/// What the outlet profile is computed from: the model's sections for it.
struct OutletProfiler: Sendable {
    private let tables: OutletTables
    private let styles: StyleModel?

    /// The profiler of a model, nil where the model has no tables. O(tables).
    init?(_ file: ModelFile) throws(ModelError) {
        guard var reader = file.reader("outlet tables") else { return nil }
        tables = try OutletTables(from: &reader)
        if var reader = file.reader("style model") {
            styles = try StyleModel(from: &reader)
        } else {
            styles = nil
        }
    }

    /// The profile of a labelled page. O(page).
    func profile(_ paragraphs: [LabeledParagraph], _ evidence: PageEvidence) -> OutletProfile {
        let page = StylePage(evidence, labels: paragraphs.map(\.label))
        let ranked = styles?.rank(page) ?? []
        return OutletProfile(
            styles: ranked.map { .init(style: $0.style, probability: $0.probability) },
            sources: SourceFindings(paragraphs: paragraphs, tables: tables))
    }

    /// Why the page has its style; nil where the model knows no styles. O(page).
    func explanation(
        _ paragraphs: [LabeledParagraph], _ evidence: PageEvidence
    ) -> StyleExplanation? {
        var names: [UInt32: String] = [:]
        for (line, paragraph) in paragraphs.enumerated() {
            let keys = evidence.keys(of: line)
            for (key, name) in zip(keys, PageEvidence.termNames(of: paragraph.text)) {
                names[key] = name
            }
        }
        let page = StylePage(evidence, labels: paragraphs.map(\.label))
        return styles?.explanation(of: page, names: names)
    }
}
