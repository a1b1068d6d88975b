import NaiveBayes
import PageText

/// A page with the label of every paragraph.
public struct AnalyzedPage: Sendable {
    /// The paragraphs in the order of the page.
    public let paragraphs: [LabeledParagraph]
    /// Byte ranges of the input that were not UTF-8, each replaced by U+FFFD.
    public let repairs: [Range<Int>]

    init(_ text: PageText, _ probabilities: [ClassVector]) {
        repairs = text.repairs.map(\.byteRange)
        paragraphs = zip(text.paragraphs, probabilities).map { paragraph, vector in
            LabeledParagraph(
                text: text.text(of: paragraph), byteRange: paragraph.contentByteRange,
                codePointRange: paragraph.contentCodePointRange,
                label: ParagraphLabel.likeliest(vector),
                probabilities: vector.labelProbabilities)
        }
    }

    /// The paragraphs that are kept, in the order of the page.
    public func article(_ keeping: Keeping = Keeping()) -> [LabeledParagraph] {
        paragraphs.filter(keeping.keeps)
    }

    /// The text of the kept paragraphs, one a line. O(text).
    public func articleText(_ keeping: Keeping = Keeping()) -> String {
        article(keeping).map(\.text).joined(separator: "\n")
    }

    /// Whether the page has an article at all: a paragraph that is rather body than not.
    public var hasArticle: Bool {
        paragraphs.contains { $0.probabilities[Int(ParagraphLabel.body.rawValue)] >= 0.5 }
    }
}

extension ParagraphLabel {
    /// The label with the largest probability.
    static func likeliest(_ vector: ClassVector) -> ParagraphLabel {
        ParagraphLabel(rawValue: UInt8(vector.indexOfMax(count: count))) ?? .debris
    }
}
