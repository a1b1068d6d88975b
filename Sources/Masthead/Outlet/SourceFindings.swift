/// What a labelled page says of its source, style aside: the outlet that its signatures name,
/// whom it credits, whether its text is syndicated or translated, its language and its figures.
public struct SourceFindings: Sendable, Hashable {
    /// Outlets named by their own signatures, the best supported first; empty where none is
    /// named, or two are named equally well.
    public let outlets: [NamedOutlet]
    /// Agencies, outlets and providers that the page credits, in the order of the page.
    public let credits: [Credit]
    /// How far the text comes from an agency or another outlet.
    public let syndication: Syndication
    /// Whether the text is a translation, as far as the page shows it.
    public let translation: Translation
    /// The language of the text.
    public let language: LanguageGuess
    /// Figures of the text.
    public let figures: PageFigures

    /// What a page says, by the given tables. O(length of the page), whatever the length of the
    /// tables.
    package init(page: [LabeledText], tables: OutletTables) {
        let texts = page.map(\.text)
        self.init(
            labels: page.map(\.label), PageEvidence(paragraphs: texts), tables: tables,
            text: { texts[$0] })
    }

    /// What an annotated document says, by the given tables.
    public init(document: AnnotatedDocument, tables: OutletTables) {
        self.init(page: document.paragraphs.map { LabeledText($0) }, tables: tables)
    }

    /// What the paragraphs of an analysed page say, by the given tables.
    public init(paragraphs: [LabeledParagraph], tables: OutletTables) {
        self.init(page: paragraphs.map { LabeledText($0) }, tables: tables)
    }

    /// What the paragraphs of an analysed page say whose features are at hand.
    init(paragraphs: [LabeledParagraph], _ evidence: PageEvidence, tables: OutletTables) {
        self.init(
            labels: paragraphs.map(\.label), evidence, tables: tables,
            text: { paragraphs[$0].text })
    }

    private init(
        labels: [ParagraphLabel?], _ evidence: PageEvidence, tables: OutletTables,
        text: (Int) -> String
    ) {
        let scan = SourceScan(labels, evidence, tables: tables, text: text)
        outlets = scan.namedOutlets()
        credits = scan.credits()
        syndication = scan.syndication(credits, outlet: outlets.first)
        language = scan.language(of: labels.count, text: text)
        translation = scan.translation(language: language.language)
        figures = scan.figures()
    }
}
