/// The text of a page, repaired where it is not UTF-8 and cut into paragraphs.
///
/// Every line that is not blank is a paragraph, whether or not blank lines stand between them. Only
/// where the page proves that its lines were broken at a width, as in mail, are the lines of a
/// paragraph put together again; `Documentation/paragraphs.md` has the test and its limits.
///
/// Line ends are LF, CR LF, CR, form feed, U+0085, U+2028 and U+2029. White space is what Unicode
/// calls so, and U+180E, U+200B, U+2060 and U+FEFF (a byte-order mark is white space before the
/// first content). NUL and other control characters are content.
///
///     let page = PageText("Title\n\nFirst.\nSecond.\n")
///     page.paragraphs.map { page.text(of: $0) }   // ["Title", "First.", "Second."]
public struct PageText: Sendable {
    /// The text as valid UTF-8: the input itself where it is valid, else with U+FFFD in place of
    /// each of `repairs`.
    public let utf8: [UInt8]

    /// The ill-formed sequences of the input, in order; each reads as one U+FFFD.
    public let repairs: [Repair]

    /// The paragraphs in order, none with empty content.
    ///
    /// They tile the input: the first begins at 0, each begins where the one before ends, and the
    /// last ends at the number of bytes. A blank page has none.
    public let paragraphs: [Paragraph]

    /// Whether a hyphen at the end of a rejoined line splits a word rather than joins two.
    var splitsWords: Bool

    /// Reads the bytes of a page, in UTF-8 or nearly so.
    ///
    /// O(n). An array of valid UTF-8 is kept without a copy; beside it the page takes a fixed size
    /// for each line that is not blank.
    public init(bytes: some Collection<UInt8>) { self.init(RepairedBytes(of: Array(bytes))) }

    /// Reads the text of a page. Byte ranges count its UTF-8. O(n).
    public init(_ text: String) { self.init(RepairedBytes(of: Array(text.utf8))) }

    private init(_ repaired: RepairedBytes) {
        var scanner = LineScanner(repaired)
        let lines = scanner.lines()
        let shapes = LineShape.shapes(of: lines, in: repaired.utf8)
        let wrap = HardWrap(of: shapes)
        self.init(repaired, rejoined: wrap?.rejoined(lines, shapes: shapes) ?? lines)
    }

    init(_ repaired: RepairedBytes, rejoined paragraphs: [Paragraph]) {
        utf8 = repaired.utf8
        repairs = repaired.repairs
        self.paragraphs = paragraphs
        splitsWords = LineEndHyphens(of: paragraphs, in: repaired.utf8).splitWords
    }

    /// Whether the page holds nothing but white space, or nothing at all.
    public var isBlank: Bool { paragraphs.isEmpty }
}
