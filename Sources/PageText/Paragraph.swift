/// One paragraph of a page, told by where it stands.
///
/// The three `content` ranges name the same characters in three ways: in the bytes that were read,
/// in the repaired text, and in its code points. They leave out the white space at both ends, so
/// they are what a reader sees. `byteRange` and `codePointRange` tile the page: every paragraph
/// begins where the one before it ends.
public struct Paragraph: Sendable, Hashable {
    /// The bytes of the input that belong to the paragraph, with its line end and the blank lines
    /// after it; the first paragraph also owns what stands before it.
    public let byteRange: Range<Int>

    /// The code points of the repaired text that belong to the paragraph; tiles like `byteRange`.
    public let codePointRange: Range<Int>

    /// The content in the bytes of the input; never empty.
    public let contentByteRange: Range<Int>

    /// The content in `PageText.utf8`; never empty.
    public let contentUTF8Range: Range<Int>

    /// The content in code points of the repaired text; never empty.
    public let contentCodePointRange: Range<Int>

    /// The number of non-blank lines in the paragraph: 1 unless hard-wrapped lines were rejoined.
    public let lineCount: Int
}

extension Paragraph {
    /// The paragraph that reaches from the start of this one to the end of `last`.
    ///
    /// `last` must stand behind this paragraph on the same page. Costs O(1).
    func extended(to last: Paragraph, lineCount: Int) -> Paragraph {
        Paragraph(
            byteRange: byteRange.lowerBound..<last.byteRange.upperBound,
            codePointRange: codePointRange.lowerBound..<last.codePointRange.upperBound,
            contentByteRange: contentByteRange.lowerBound..<last.contentByteRange.upperBound,
            contentUTF8Range: contentUTF8Range.lowerBound..<last.contentUTF8Range.upperBound,
            contentCodePointRange: contentCodePointRange
                .lowerBound..<last.contentCodePointRange.upperBound,
            lineCount: lineCount)
    }
}
