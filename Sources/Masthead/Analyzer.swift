import NaiveBayes
import PageText

/// Analyses raw page text: the main path of the library.
///
///     let page = Analyzer().analyze(rawText)
///     print(page.articleText())
public struct Analyzer: Sendable {
    /// The model that decides.
    public let model: Model
    private let profiler: OutletProfiler?
    private let stance: StanceModel?

    /// What is found on a page beside the labels of its paragraphs.
    public struct Findings: OptionSet, Sendable {
        /// One bit for each finding.
        public let rawValue: Int
        /// The findings of those bits.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// The outlet profile.
        public static let outlet = Findings(rawValue: 1)
        /// The stance markers.
        public static let markers = Findings(rawValue: 2)
        /// Everything.
        public static let all: Findings = [.outlet, .markers]
    }

    /// An analyzer with the model inside the program.
    public init(finding findings: Findings = .all) {
        // The program is built together with its model; a test loads every part of it.
        guard let analyzer = try? Analyzer(model: .builtIn, finding: findings) else {
            preconditionFailure("the built-in model does not fit this program: train it again")
        }
        self = analyzer
    }

    /// An analyzer with a model of one's own. What the model knows nothing of is not found.
    ///
    /// Throws ``ModelError`` where the parts of the model for these findings are damaged.
    /// O(size of those parts).
    public init(model: Model, finding findings: Findings = .all) throws(ModelError) {
        self.model = model
        profiler = findings.contains(.outlet) ? try OutletProfiler(model.file) : nil
        stance = findings.contains(.markers) ? try model.stanceModel() : nil
    }

    /// Analyses the text of a page, one paragraph a line or separated by blank lines. O(text).
    public func analyze(_ text: String) -> AnalyzedPage { analyze(Array(text.utf8)) }

    /// Analyses the bytes of a page; bytes that are not UTF-8 are repaired and reported.
    /// O(bytes).
    public func analyze(_ bytes: [UInt8]) -> AnalyzedPage {
        let text = PageText(bytes: bytes)
        let evidence = PageEvidence(
            text.utf8.span, lines: text.paragraphs.map { $0.contentUTF8Range })
        let paragraphs = LabeledParagraph.paragraphs(
            of: text, model.decoder.probabilities(evidence),
            asStrings: profiler != nil || stance != nil)
        return page(paragraphs, evidence, repairs: text.repairs.map(\.byteRange))
    }

    /// Analyses paragraphs that are told apart already, as a document has them; their ranges
    /// are those of the paragraphs joined by line feeds. O(text).
    public func analyze(paragraphs texts: [String], language: String? = nil) -> AnalyzedPage {
        let evidence = PageEvidence(paragraphs: texts)
        let paragraphs = LabeledParagraph.paragraphs(
            of: texts, model.decoder.probabilities(evidence))
        return page(paragraphs, evidence, language: language)
    }

    private func page(
        _ paragraphs: [LabeledParagraph], _ evidence: PageEvidence,
        language: String? = nil, repairs: [Range<Int>] = []
    ) -> AnalyzedPage {
        let outlet = profiler?.profile(paragraphs, evidence)
        let markers = stance.map { stance in
            stance.markers(
                in: StanceInput(
                    paragraphs: paragraphs.map { .init(text: $0.text, label: $0.label) },
                    language: language ?? outlet?.sources.language.language,
                    outletNames: outlet?.sources.outlets.prefix(1).map(\.name) ?? []))
        }
        return AnalyzedPage(
            paragraphs: paragraphs, outlet: outlet, markers: markers, repairs: repairs)
    }

    /// The probabilities of the labels of a document's paragraphs, in the order of
    /// `ParagraphLabel.allCases`; the document's own labels are not looked at. O(text).
    public func probabilities(of document: AnnotatedDocument) -> [[Float]] {
        let evidence = PageEvidence(paragraphs: document.paragraphs.map(\.text))
        return model.decoder.probabilities(evidence).map(\.labelProbabilities)
    }

    /// Why paragraph `index` of a page has its label. O(page).
    public func explanation(ofParagraph index: Int, in page: AnalyzedPage) -> Explanation {
        let texts = page.paragraphs.map(\.text)
        let names = PageEvidence.names(of: texts[index]).terms
        return model.decoder.explanation(
            PageEvidence(paragraphs: texts), line: index, names: names)
    }

    /// Why a page has its style; nil where styles are not looked for. O(page).
    public func explanationOfStyle(of page: AnalyzedPage) -> StyleExplanation? {
        let evidence = PageEvidence(paragraphs: page.paragraphs.map(\.text))
        return profiler?.explanation(page.paragraphs, evidence)
    }
}

extension ClassVector {
    /// The lanes of the labels.
    var labelProbabilities: [Float] { (0..<ParagraphLabel.count).map { self[$0] } }
}
