/// A word or mark of a line.
struct Token {
    /// Hash of the lower-cased word, digits read as 0.
    var hash: UInt64
    /// Its first run of four letters among the line's, and how many it has: none for numbers.
    var firstGram: Int32
    var grams: Int32
    /// UTF-8 offset of its first byte in its line.
    var start: Int32
    /// UTF-8 length.
    var length: Int32
    /// Number of characters.
    var characters: Int32
    var kind: Kind

    enum Kind: UInt8 {
        case lower, capitalised, upper, uncased, digits, mark
    }

    /// What stands where no token has been put.
    static let none = Token(
        hash: 0, firstGram: 0, grams: 0, start: 0, length: 0, characters: 0, kind: .mark)

    /// Whether it is a word of letters.
    var isAlphabetic: Bool { kind.rawValue < Kind.digits.rawValue }
}

/// What one pass over a line's bytes tells of it.
struct LineScan {
    private(set) var shortLower = 0
    /// Letters in all alphabetic words.
    private(set) var letters = 0
    /// Characters that are not white space.
    private(set) var characters = 0
    private(set) var digits = 0
    private(set) var marks = 0
    private(set) var sentenceEnds = 0
    /// Words of the first person plural, of the second, and of the first singular.
    private(set) var we = 0
    private(set) var you = 0
    private(set) var i = 0
    /// Words of publishing right behind a word of the first person plural: "our readers".
    private(set) var publisher = 0
    /// How many words of letters stand before the last "we" and with it.
    private var lastWe = Int.min / 2
    /// First character that is not a space.
    private(set) var first = CharacterKind.space
    /// Last character that is not a space, closing quote or bracket.
    private(set) var last = CharacterKind.space
    private(set) var endsInQuote = false
    var hasURL = false
    var hasEmail = false
    var hasTime = false
    var hasDate = false
    /// Hash of all tokens.
    var hash: UInt64 = 0

    /// How many marks there are of each kind, and words and numbers of each.
    private var markCounts = [24 of Int32](repeating: 0)
    private var wordCounts = [5 of Int32](repeating: 0)
    /// Whether the character before ends a sentence where white space follows.
    private var isAfterStop = false

    /// Whether a word like "www" was seen.
    var hasWeb = false

    /// Whether the tokens need a look for dates, times and addresses.
    var mayHoldAddress: Bool { digits > 0 || colons > 0 || hashesOrAts > 0 || hasWeb }

    private func count(_ kind: CharacterKind) -> Int { Int(markCounts[Int(kind.rawValue)]) }
    private func tokens(_ kind: Token.Kind) -> Int { Int(wordCounts[Int(kind.rawValue)]) }

    /// Number of words and numbers.
    var words: Int { alphabetic + tokens(.digits) }
    var alphabetic: Int { tokens(.lower) + capitalised + tokens(.uncased) }
    var capitalised: Int { tokens(.capitalised) + allUpper }
    var allUpper: Int { tokens(.upper) }
    var commas: Int { count(.comma) }
    var quotes: Int { count(.quote) }
    var brackets: Int { count(.bracket) }
    var pipes: Int { count(.pipe) }
    var arrows: Int { count(.arrow) }
    var bullets: Int { count(.bullet) }
    var currencies: Int { count(.currency) }
    var copyrights: Int { count(.copyright) }
    var hashesOrAts: Int { count(.hashOrAt) }
    var colons: Int { count(.colon) }
}

extension LineScan {
    /// Adds a word of letters.
    @inline(__always)
    mutating func add(_ word: WordState, _ kind: Token.Kind, role: WordRoles.Role) {
        wordCounts[Int(kind.rawValue)] &+= 1
        letters &+= Int(word.hash.characters &- word.apostrophes)
        characters &+= Int(word.hash.characters)
        shortLower &+= kind == .lower && word.hash.characters <= 4 ? 1 : 0
        if first == .space { first = word.first }
        last = word.last
        endsInQuote = false
        isAfterStop = false
        if role != .none { add(role, kind) }
    }

    /// Adds the role of the word added last.
    private mutating func add(_ role: WordRoles.Role, _ kind: Token.Kind) {
        switch role {
        case .none: break
        case .we:
            we += 1
            lastWe = alphabetic
        case .you: you += 1
        case .i: i += 1
        // At the start of a line it is as likely "she" or "they".
        case .capitalisedYou: if kind == .capitalised && words > 1 { you += 1 }
        case .publishing: if alphabetic - lastWe <= 3 { publisher += 1 }
        }
    }

    /// Adds a number.
    @inline(__always)
    mutating func addNumber(_ digits: Int32) {
        wordCounts[Int(Token.Kind.digits.rawValue)] += 1
        characters += Int(digits)
        self.digits += Int(digits)
        if first == .space { first = .digit }
        last = .digit
        endsInQuote = false
        isAfterStop = false
    }

    /// Adds white space.
    @inline(__always)
    mutating func addSpace() {
        // A full stop before white space ends a sentence; inside "z.B." or "3.5" it does not.
        sentenceEnds &+= isAfterStop ? 1 : 0
        isAfterStop = false
    }

    /// Adds an ideograph or a mark.
    @inline(__always)
    mutating func add(_ kind: CharacterKind) {
        characters += 1
        if first == .space { first = kind }
        isAfterStop = kind == .fullStop || kind == .question || kind == .exclamation
        if kind == .ideograph {
            wordCounts[Int(Token.Kind.uncased.rawValue)] += 1
            letters += 1
        } else {
            marks += 1
            markCounts[Int(kind.rawValue)] += 1
        }
        if kind == .quote || kind == .apostrophe {
            endsInQuote = true
        } else if kind != .bracket || last == .space {
            last = kind
            endsInQuote = false
        }
    }
}
