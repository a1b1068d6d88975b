import NaiveBayes
import PageText

/// A paragraph of an analysed page with its label.
public struct LabeledParagraph: Sendable {
    /// The paragraph's text: hard-wrapped lines joined by a space, bad UTF-8 repaired.
    /// Where it is asked for more than once, better kept: of raw text it is made anew. O(text).
    public var text: String {
        switch content {
        case .string(let text): text
        case .part(let index, let page): page.text.text(of: page.text.paragraphs[index])
        }
    }
    /// Bytes of the input, half-open.
    public private(set) var byteRange: Range<Int>
    /// Unicode code points of the repaired input, half-open.
    public private(set) var codePointRange: Range<Int>
    /// The chosen label.
    public let label: ParagraphLabel
    private let vector: ClassVector
    private let content: ParagraphContent

    /// A paragraph with its ranges, label and thirteen probabilities.
    public init(
        text: String, byteRange: Range<Int>, codePointRange: Range<Int>, label: ParagraphLabel,
        probabilities: [Float]
    ) {
        var vector = ClassVector.zero
        for (lane, value) in probabilities.prefix(ParagraphLabel.count).enumerated() {
            vector[lane] = value
        }
        self.init(
            .string(text), byteRange: byteRange, codePointRange: codePointRange, label: label,
            vector: vector)
    }

    /// A paragraph with the likeliest label of a vector of probabilities.
    init(
        _ content: ParagraphContent, byteRange: Range<Int>, codePointRange: Range<Int>,
        label: ParagraphLabel? = nil, vector: ClassVector
    ) {
        self.content = content
        self.byteRange = byteRange
        self.codePointRange = codePointRange
        self.label = label ?? .likeliest(vector)
        self.vector = vector
    }

    /// Calibrated probability of every label, in the order of `ParagraphLabel.allCases`;
    /// they sum to 1.
    public var probabilities: [Float] { vector.labelProbabilities }

    /// Calibrated probability of a label, 0 to 1.
    public func probability(of label: ParagraphLabel) -> Float { vector[Int(label.rawValue)] }

    /// Probability of the chosen label, 0 to 1.
    public var confidence: Float { probability(of: label) }
}

extension LabeledParagraph {
    /// The paragraph with the odds of some labels, taken together, multiplied by a factor.
    func scaled(_ labels: Set<ParagraphLabel>, by factor: Float) -> LabeledParagraph {
        var vector = vector
        for label in labels { vector[Int(label.rawValue)] *= factor }
        vector *= 1 / vector.sum()
        return LabeledParagraph(
            content, byteRange: byteRange, codePointRange: codePointRange, vector: vector)
    }

    /// Appends the text as UTF-8; no string is made of it. O(text).
    package func appendText(to bytes: inout [UInt8]) {
        switch content {
        case .string(let text): bytes += text.utf8
        case .part(let index, let page):
            page.text.append(page.text.paragraphs[index], to: &bytes)
        }
    }

    /// The paragraph of a window of a text, with the places that it has in the whole text.
    package func moved(bytes: Int, codePoints: Int) -> LabeledParagraph {
        var moved = self
        moved.byteRange = byteRange.lowerBound + bytes..<byteRange.upperBound + bytes
        moved.codePointRange =
            codePointRange.lowerBound + codePoints..<codePointRange.upperBound + codePoints
        return moved
    }
}

/// The text of a paragraph, or where it stands.
enum ParagraphContent: Sendable {
    case string(String)
    /// A paragraph of a page by its index.
    case part(Int, PageBox)
}

/// A page that its paragraphs share.
final class PageBox: Sendable {
    let text: PageText

    init(_ text: PageText) { self.text = text }
}
