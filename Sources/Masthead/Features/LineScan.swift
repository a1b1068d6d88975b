/// A word or mark of a line.
struct Token {
    /// Hash of the lower-cased word, digits read as 0.
    var hash: UInt64
    /// Its runs of four letters, as a range of the scanner's grams; empty for numbers.
    var grams: Range<Int32>
    /// UTF-8 offset of its first byte.
    var start: Int32
    /// UTF-8 length.
    var length: Int32
    /// Number of characters.
    var characters: Int32
    var kind: Kind

    enum Kind: UInt8 {
        case lower, capitalised, upper, uncased, digits, mark
    }

    /// Whether it is a word of letters.
    var isAlphabetic: Bool { kind.rawValue < Kind.digits.rawValue }
}

/// What one pass over a line's bytes tells of it.
struct LineScan {
    /// Number of words and numbers.
    var words = 0
    var alphabetic = 0
    var capitalised = 0
    var allUpper = 0
    var shortLower = 0
    /// Letters in all alphabetic words.
    var letters = 0
    /// Characters that are not white space.
    var characters = 0
    var digits = 0
    var marks = 0
    var commas = 0
    var sentenceEnds = 0
    var quotes = 0
    var brackets = 0
    var pipes = 0
    var arrows = 0
    var bullets = 0
    var currencies = 0
    var copyrights = 0
    var hashesOrAts = 0
    var colons = 0
    /// Words of the first person plural, of the second, and of the first singular.
    var we = 0
    var you = 0
    var i = 0
    var first = CharacterKind.space
    /// Last character that is not a space, closing quote or bracket.
    var last = CharacterKind.space
    var endsInQuote = false
    var hasURL = false
    var hasEmail = false
    var hasTime = false
    var hasDate = false
    /// The line's tokens, as a range in the page's token array.
    var tokens = 0..<0
}
