import NaiveBayes

/// What kind of source a page resembles, and what it says of its source itself.
///
/// The evidence is the whole labelled page: what cleaning takes away names the source best.
public struct OutletProfile: Sendable {
    /// The styles with their calibrated probabilities, likeliest first; empty where the model
    /// knows no styles. A style is a resemblance, never a verdict. Where the page names its
    /// outlet, the style that the table gives for it has as much of the probability as the name
    /// is sure, and resemblance the rest.
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
        let sources = SourceFindings(paragraphs: paragraphs, evidence, tables: tables)
        guard let styles else { return OutletProfile(styles: [], sources: sources) }
        let page = StylePage(evidence, labels: paragraphs.map(\.label), knownTo: styles)
        let ranked = styles.rank(page).map {
            OutletProfile.RankedStyle(style: $0.style, probability: $0.probability)
        }
        return OutletProfile(styles: sources.weighing(ranked), sources: sources)
    }

    /// Why the page has its style; nil where the model knows no styles. O(page).
    func explanation(
        _ paragraphs: [LabeledParagraph], _ evidence: PageEvidence
    ) -> StyleExplanation? {
        var names: [UInt32: String] = [:]
        for (line, paragraph) in paragraphs.enumerated() {
            let named = PageEvidence.names(of: paragraph.text)
            for (key, name) in zip(evidence.keys(of: line), named.terms) { names[key] = name }
            if let key = evidence.phraseKey(of: line) { names[key] = named.phrase }
        }
        let page = StylePage(evidence, labels: paragraphs.map(\.label))
        return styles?.explanation(of: page, names: names)
    }
}

extension SourceFindings {
    /// The style of the outlet that is named, nil where none is, or it has no such style.
    package var namedStyle: OutletStyle? {
        outlets.first.flatMap { OutletStyle(name: $0.style) }
    }

    /// Styles by resemblance, weighed with the style of the outlet that is named.
    fileprivate func weighing(
        _ styles: [OutletProfile.RankedStyle]
    ) -> [OutletProfile.RankedStyle] {
        guard let named = namedStyle, let sure = outlets.first?.confidence else { return styles }
        let weighed = styles.map { ranked in
            OutletProfile.RankedStyle(
                style: ranked.style,
                probability: (1 - sure) * ranked.probability + (ranked.style == named ? sure : 0))
        }
        return weighed.sorted {
            ($1.probability, $0.style.rawValue) < ($0.probability, $1.style.rawValue)
        }
    }
}
