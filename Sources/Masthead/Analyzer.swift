import NaiveBayes
import PageText

/// Analyses raw page text: the main path of the library.
///
///     let page = Analyzer().analyze(rawText)
///     print(page.articleText())
public struct Analyzer: Sendable {
    /// The model that decides.
    public let model: Model

    /// An analyzer with the model inside the program.
    public init() { self.init(model: .builtIn) }

    /// An analyzer with a model of one's own.
    public init(model: Model) { self.model = model }

    /// Analyses the text of a page, one paragraph a line or separated by blank lines. O(text).
    public func analyze(_ text: String) -> AnalyzedPage { analyze(Array(text.utf8)) }

    /// Analyses the bytes of a page; bytes that are not UTF-8 are repaired and reported.
    /// O(bytes).
    public func analyze(_ bytes: [UInt8]) -> AnalyzedPage {
        let text = PageText(bytes: bytes)
        let evidence = PageEvidence(
            text.utf8.span, lines: text.paragraphs.map(\.contentUTF8Range))
        let probabilities = model.decoder.probabilities(evidence)
        return AnalyzedPage(text, probabilities)
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
        let names = PageEvidence.termNames(of: texts[index])
        return model.decoder.explanation(
            PageEvidence(paragraphs: texts), line: index, names: names)
    }
}

extension ClassVector {
    /// The lanes of the labels.
    var labelProbabilities: [Float] { (0..<ParagraphLabel.count).map { self[$0] } }
}
