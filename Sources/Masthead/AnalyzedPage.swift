import NaiveBayes
import PageText

/// A page with the label of every paragraph and what else was looked for.
public struct AnalyzedPage: Sendable {
    /// The paragraphs in the order of the page.
    public let paragraphs: [LabeledParagraph]
    /// The outlet profile; nil where it was not looked for.
    public let outlet: OutletProfile?
    /// The stance markers of the article; nil where they were not looked for.
    public let markers: [StanceMarker]?
    /// Byte ranges of the input that were not UTF-8, each replaced by U+FFFD.
    public let repairs: [Range<Int>]

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
        paragraphs.contains { $0.isRatherBody }
    }
}

extension LabeledParagraph {
    /// The paragraphs of a text with the likeliest label of each; with strings, where their texts
    /// will be asked for.
    static func paragraphs(
        of text: PageText, _ probabilities: [ClassVector], asStrings: Bool
    ) -> [LabeledParagraph] {
        let page = PageBox(text)
        return text.paragraphs.indices.map { index in
            let paragraph = text.paragraphs[index]
            return LabeledParagraph(
                asStrings ? .string(text.text(of: paragraph)) : .part(index, page),
                byteRange: paragraph.contentByteRange,
                codePointRange: paragraph.contentCodePointRange, vector: probabilities[index])
        }
    }

    /// The same for texts that are told apart already.
    static func paragraphs(
        of texts: [String], _ probabilities: [ClassVector]
    ) -> [LabeledParagraph] {
        var byte = 0
        var point = 0
        return zip(texts, probabilities).map { text, vector in
            let bytes = byte..<(byte + text.utf8.count)
            let points = point..<(point + text.unicodeScalars.count)
            byte = bytes.upperBound + 1
            point = points.upperBound + 1
            return LabeledParagraph(
                .string(text), byteRange: bytes, codePointRange: points,
                vector: vector)
        }
    }
}

extension ParagraphLabel {
    /// The label with the largest probability.
    static func likeliest(_ vector: ClassVector) -> ParagraphLabel {
        ParagraphLabel(rawValue: UInt8(vector.indexOfMax(count: count))) ?? .debris
    }
}
