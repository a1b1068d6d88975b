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

    /// The article: the paragraphs whose label is to be kept, one a line. O(text).
    public func articleText(
        keeping labels: Set<ParagraphLabel> = [.body, .headline]
    ) -> String {
        paragraphs.lazy.filter { labels.contains($0.label) }.map(\.text).joined(separator: "\n")
    }
}

extension ParagraphLabel {
    /// The label with the largest probability.
    static func likeliest(_ vector: ClassVector) -> ParagraphLabel {
        ParagraphLabel(rawValue: UInt8(vector.indexOfMax(count: count))) ?? .debris
    }
}
