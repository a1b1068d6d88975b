/// A text cut into words, numbers and marks, each with its place and two hashes: the unit in
/// which phrases are found.
///
/// A word is a run of letters and digits with a letter in it, a number a run of digits; every
/// ideograph and every mark is a token of its own. White space, zero-width characters and soft
/// hyphens are no tokens, so that phrases match whatever stands between their words. Apostrophes,
/// quotation marks and dashes hash alike, whatever their typography.
package struct TokenText: Sendable {
    /// The text.
    package let text: String
    /// Its tokens, in order.
    package private(set) var tokens: [Token] = []
    /// Unicode code points of the text.
    package private(set) var codePoints = 0
    /// Characters that tell a language by themselves.
    private(set) var scripts = Scripts()

    /// How many characters of a kind a text has.
    struct Scripts: Sendable, Hashable {
        var sharpS = 0
        var kana = 0
        var ideographs = 0
    }

    /// A word, a number or a mark.
    package struct Token: Sendable, Hashable {
        /// Hash of the characters as they stand, told from that in lower case by what differs.
        package let exact: UInt64
        /// Hash of the characters in lower case.
        package let folded: UInt64
        /// The mark, as normalised for hashing; 0 for words and numbers.
        package let mark: UInt32
        // Half the size of ranges: a page has ten thousands of tokens.
        fileprivate let codePoints: Range<UInt32>
        fileprivate let utf8: Range<UInt32>
        /// What it is made of.
        package let shape: Shape
        /// Whether white space, or nothing, precedes it.
        package let spaceBefore: Bool
    }

    /// What a token is made of.
    package enum Shape: UInt8, Sendable {
        /// A word in lower case.
        case lower
        /// A word whose first letter alone is a capital.
        case capital
        /// A word of capitals; a single capital is ``capital``.
        case capitals
        /// A word of other mixtures: `iFixit`, `t3n`.
        case mixed
        /// A word of a script without case.
        case uncased
        /// Digits.
        case number
        /// A mark.
        case mark
    }

    /// The tokens of a text. O(length).
    package init(_ text: String) {
        var cutter = TokenCutter()
        cutter.cut(text)
        self.init(text, cutter)
    }

    /// The text that a cutter has just cut.
    init(_ text: String, _ cutter: TokenCutter) {
        self.text = text
        tokens = cutter.tokens
        codePoints = cutter.codePoints
        scripts = cutter.scripts
    }

    /// A text whose tokens nobody will ask for.
    init(withoutTokens text: String) { self.text = text }

    /// The text of a range of tokens, from the first one's start to the last one's end.
    package func string(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        let bytes = text.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: tokens[first].bytes.lowerBound)
        let end = bytes.index(bytes.startIndex, offsetBy: tokens[last].bytes.upperBound)
        return String(text[start..<end])
    }

    /// The code points from the first token's start to the last one's end.
    package func codePoints(_ range: Range<Int>) -> Range<Int> {
        guard let first = range.first, let last = range.last else { return 0..<0 }
        return tokens[first].range.lowerBound..<tokens[last].range.upperBound
    }
}

extension TokenText.Token {
    init(
        codePoints: (Int, Int), bytes: (Int, Int), exact: UInt64, folded: UInt64,
        shape: TokenText.Shape, mark: UInt32, spaceBefore: Bool
    ) {
        self.codePoints = UInt32(codePoints.0)..<UInt32(codePoints.1)
        utf8 = UInt32(bytes.0)..<UInt32(bytes.1)
        self.exact = exact
        self.folded = folded
        self.mark = mark
        self.shape = shape
        self.spaceBefore = spaceBefore
    }

    /// Unicode code points of the text, half-open.
    package var range: Range<Int> { Int(codePoints.lowerBound)..<Int(codePoints.upperBound) }

    /// Bytes of the text's UTF-8, half-open.
    package var bytes: Range<Int> { Int(utf8.lowerBound)..<Int(utf8.upperBound) }

    /// Whether it is a word, numbers excluded.
    package var isWord: Bool { shape != .number && shape != .mark }

    /// Whether it begins with a capital.
    package var isCapitalised: Bool { shape == .capital || shape == .capitals }

    /// Whether it is that mark.
    package func isMark(_ scalar: Unicode.Scalar) -> Bool { mark == scalar.value }
}
