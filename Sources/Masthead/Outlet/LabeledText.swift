/// A paragraph's text and label: what the outlet profile is made from, whether the label comes
/// from a model or from an annotation.
package struct LabeledText: Sendable, Hashable {
    /// The paragraph's text.
    package let text: String
    /// Its label; nil where an annotation says no more than "not the article", or nothing.
    package let label: ParagraphLabel?

    /// A paragraph of that text and label.
    package init(text: String, label: ParagraphLabel?) {
        self.text = text
        self.label = label
    }

    /// An analysed paragraph.
    package init(_ paragraph: LabeledParagraph) {
        self.init(text: paragraph.text, label: paragraph.label)
    }

    /// An annotated paragraph.
    package init(_ paragraph: AnnotatedParagraph) {
        if case .label(let label) = paragraph.label {
            self.init(text: paragraph.text, label: label)
        } else {
            self.init(text: paragraph.text, label: nil)
        }
    }

    /// Whether it belongs to the article's own text.
    package var isContent: Bool { label?.disposition == .content }
}

/// A place in a page: a paragraph and the code points in its text.
public struct PageRange: Sendable, Hashable {
    /// Index of the paragraph.
    public let paragraph: Int
    /// Unicode code points of the paragraph's text, half-open.
    public let range: Range<Int>

    /// That place.
    public init(paragraph: Int, range: Range<Int>) {
        self.paragraph = paragraph
        self.range = range
    }
}
