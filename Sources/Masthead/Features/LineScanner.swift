/// Splits the lines of a page into tokens and takes their measures, one pass a line.
///
/// Words are runs of letters with apostrophes inside; numbers are runs of digits; an ideograph
/// is a word; marks other than sentence punctuation are tokens of their own. Nothing is
/// allocated for a word: tokens hold hashes and offsets.
struct LineScanner {
    private(set) var tokens: [Token] = []
    /// Every run of four letters of every word, sixteen bits a letter.
    private(set) var grams: [UInt64] = []
    private var firstGram: Int32 = 0
    private let table = CharacterTable.shared
    private let persons = PersonWords.shared
    private var line = LineScan()
    private var word = WordState()

    /// The state of the word being read.
    private struct WordState {
        var hash = WordHash()
        var start = 0
        var characters: Int { Int(hash.characters) }
        var uppers = 0
        var uncased = 0
        var firstUpper = false
        var isNumber = false
    }

    /// Scans the bytes `range` of valid UTF-8. O(bytes).
    mutating func scan(_ text: Span<UInt8>, _ range: Range<Int>) -> LineScan {
        line = LineScan()
        word = WordState()
        let firstToken = tokens.count
        var offset = range.lowerBound
        var previous = CharacterKind.space
        while offset < range.upperBound {
            let start = offset
            let (kind, lower, width) = next(text, offset, range.upperBound)
            offset += width
            if kind.isLetter {
                if word.isNumber { endWord(start) }
                letter(kind, lower, width, start)
            } else if kind == .digit {
                if word.characters > 0 && !word.isNumber { endWord(start) }
                digit(start)
            } else if kind == .apostrophe && word.characters > 0 && !word.isNumber
                && offset < range.upperBound
                && next(text, offset, range.upperBound).kind.isLetter
            {
                word.hash.append(0x27)
                line.characters += 1
            } else {
                if word.characters > 0 { endWord(start) }
                mark(kind, lower, start, width, after: previous)
            }
            previous = kind
        }
        if word.characters > 0 { endWord(range.upperBound) }
        line.tokens = firstToken..<tokens.count
        let found = addresses(in: text, range, line.tokens)
        (line.hasURL, line.hasEmail, line.hasTime, line.hasDate) = found
        return line
    }

    private func next(_ text: Span<UInt8>, _ offset: Int, _ end: Int) -> (
        kind: CharacterKind, lower: UInt32, width: Int
    ) {
        let byte = text[offset]
        if byte < 0x80 {
            return (table.asciiKind[Int(byte)], UInt32(table.asciiLower[Int(byte)]), 1)
        }
        let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        guard offset + width <= end else { return (.otherMark, 0xFFFD, 1) }
        var code = UInt32(byte) & (0xFF >> UInt32(width + 1))
        for index in 1..<width {
            code = code << 6 | UInt32(text[offset + index] & 0x3F)
        }
        return (table.kind(code), table.lower(code), width)
    }

    private mutating func letter(
        _ kind: CharacterKind, _ lower: UInt32, _ width: Int, _ start: Int
    ) {
        if word.characters == 0 {
            word.start = start
            word.firstUpper = kind == .upper
        }
        if kind == .upper { word.uppers += 1 }
        if kind == .uncased { word.uncased += 1 }
        word.hash.append(lower)
        if word.hash.characters >= 4 { grams.append(word.hash.lastFour) }
        line.characters += 1
        line.letters += 1
        if line.first == .space { line.first = kind }
        line.last = kind
        line.endsInQuote = false
    }

    private mutating func digit(_ start: Int) {
        if word.characters == 0 {
            word.start = start
            word.isNumber = true
        }
        word.hash.append(0x30)
        line.characters += 1
        line.digits += 1
        if line.first == .space { line.first = .digit }
        line.last = .digit
        line.endsInQuote = false
    }

    private mutating func endWord(_ end: Int) {
        let kind: Token.Kind
        if word.isNumber {
            kind = .digits
        } else {
            line.alphabetic += 1
            if word.uncased > word.characters / 2 {
                kind = .uncased
            } else if word.uppers > 1 && word.uppers == word.characters {
                kind = .upper
                line.allUpper += 1
                line.capitalised += 1
            } else if word.firstUpper {
                kind = .capitalised
                line.capitalised += 1
            } else {
                kind = .lower
                if word.characters <= 4 { line.shortLower += 1 }
            }
        }
        line.words += 1
        if word.characters <= 8 { tallyPerson(kind) }
        append(kind, end)
        word = WordState()
    }

    private mutating func tallyPerson(_ kind: Token.Kind) {
        switch persons.person(of: word.hash.value) {
        case .none: break
        case .we: line.we += 1
        case .you: line.you += 1
        case .i: line.i += 1
        // At the start of a line it is as likely "she" or "they".
        case .capitalisedYou:
            if kind == .capitalised && line.words > 1 { line.you += 1 }
        }
    }

    private mutating func append(_ kind: Token.Kind, _ end: Int) {
        let lastGram = Int32(grams.count)
        tokens.append(
            Token(
                hash: word.hash.value, grams: firstGram..<lastGram, start: Int32(word.start),
                length: Int32(end - word.start), characters: Int32(word.characters), kind: kind))
        firstGram = lastGram
    }

    private mutating func appendMark(
        _ kind: Token.Kind, _ code: UInt32, _ start: Int, _ width: Int
    ) {
        word.start = start
        word.hash.append(code)
        append(kind, start + width)
        word = WordState()
    }

    private mutating func mark(
        _ kind: CharacterKind, _ code: UInt32, _ start: Int, _ width: Int,
        after previous: CharacterKind
    ) {
        if kind == .space {
            // A full stop before white space ends a sentence; inside "z.B." or "3.5" it does not.
            if previous == .fullStop || previous == .question || previous == .exclamation {
                line.sentenceEnds += 1
            }
            return
        }
        line.characters += 1
        if line.first == .space { line.first = kind }
        if kind == .ideograph {
            line.last = kind
            line.endsInQuote = false
            line.letters += 1
            line.words += 1
            line.alphabetic += 1
            appendMark(.uncased, code, start, width)
            return
        }
        line.marks += 1
        tally(kind)
        if kind.isTokenMark {
            appendMark(.mark, code, start, width)
        }
    }

    private mutating func tally(_ kind: CharacterKind) {
        switch kind {
        case .comma: line.commas += 1
        case .quote: line.quotes += 1
        case .bracket: line.brackets += 1
        case .pipe: line.pipes += 1
        case .arrow: line.arrows += 1
        case .bullet: line.bullets += 1
        case .currency: line.currencies += 1
        case .copyright: line.copyrights += 1
        case .hashOrAt: line.hashesOrAts += 1
        case .colon: line.colons += 1
        default: break
        }
        if kind == .quote || kind == .apostrophe {
            line.endsInQuote = true
        } else if kind != .bracket || line.last == .space {
            line.last = kind
            line.endsInQuote = false
        }
    }
}

extension CharacterKind {
    /// Whether the mark is a token: everything but the punctuation of sentences.
    var isTokenMark: Bool {
        switch self {
        case .pipe, .bullet, .arrow, .currency, .copyright, .hashOrAt, .otherMark: true
        default: false
        }
    }
}
