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

    /// A word, a number or a mark.
    package struct Token: Sendable, Hashable {
        /// Unicode code points of the text, half-open.
        package let range: Range<Int>
        /// Bytes of the text's UTF-8, half-open.
        package let bytes: Range<Int>
        /// Hash of the characters as they stand.
        package let exact: UInt64
        /// Hash of the characters in lower case.
        package let folded: UInt64
        /// What it is made of.
        package let shape: Shape
        /// The mark, as normalised for hashing; 0 for words and numbers.
        package let mark: UInt32
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
        self.text = text
        var cutter = TokenCutter()
        cutter.cut(Array(text.utf8))
        tokens = cutter.tokens
        codePoints = cutter.codePoint
    }

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
    /// Whether it is a word, numbers excluded.
    package var isWord: Bool { shape != .number && shape != .mark }

    /// Whether it begins with a capital.
    package var isCapitalised: Bool { shape == .capital || shape == .capitals }

    /// Whether it is that mark.
    package func isMark(_ scalar: Unicode.Scalar) -> Bool { mark == scalar.value }
}
