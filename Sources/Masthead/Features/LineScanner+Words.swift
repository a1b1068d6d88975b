/// Reading words and numbers.
extension CharacterTable {
    /// The word whose first letter was read at `offset`, which is moved behind it.
    @inline(__always)
    func word(
        _ text: Span<UInt8>, _ offset: inout Int, _ end: Int, first: Next,
        _ list: inout TokenList, _ grams: inout MutableSpan<UInt32>
    ) -> WordState {
        var word = WordState(first: first.kind)
        var next = first
        repeat {
            word.append(next)
            list.appendGram(word.hash, to: &grams)
            offset &+= next.width
            // Lower-case letters of ASCII: the usual case.
            while offset < end, text[offset] &- 0x61 < 26 {
                word.append(lower: text[offset])
                list.appendGram(word.hash, to: &grams)
                offset &+= 1
            }
            if offset == end { break }
            next = self.next(text, offset, end)
            if next.kind == .apostrophe, offset &+ next.width < end {
                // Between letters it belongs to the word.
                let letter = self.next(text, offset &+ next.width, end)
                if !letter.kind.isLetter { break }
                word.appendApostrophe()
                offset &+= next.width
                next = letter
            }
        } while next.kind.isLetter
        return word
    }

    /// The number whose first digit stands at `offset`, which is moved behind it.
    @inline(__always)
    func number(_ text: Span<UInt8>, _ offset: inout Int, _ end: Int) -> WordHash {
        var hash = WordHash()
        while offset < end {
            let next = self.next(text, offset, end)
            if next.kind != .digit { break }
            hash.append(0x30)
            offset &+= next.width
        }
        return hash
    }
}

/// Where the next token and the next run of letters go.
struct TokenList {
    private(set) var count = 0
    private var grams = 0
    private var firstGram = 0
    /// Hash of all tokens.
    private(set) var hash: UInt64 = 0
    private let lineStart: Int

    /// Where the tokens of a line go that starts at an offset of the text.
    init(from lineStart: Int) { self.lineStart = lineStart }

    /// Appends the run of letters that ends a word so far, if it is long enough.
    @inline(__always)
    mutating func appendGram(_ word: WordHash, to grams: inout MutableSpan<UInt32>) {
        if word.characters < 4 { return }
        grams[self.grams] = word.gramKey
        self.grams &+= 1
    }

    /// Appends a token that stands at `start..<end` of the text.
    @inline(__always)
    mutating func append(
        _ kind: Token.Kind, _ word: WordHash, from start: Int, to end: Int,
        in tokens: inout MutableSpan<Token>
    ) {
        hash = (hash.rotated(by: 7) ^ word.value) &* WordHash.multiplier
        tokens[count] = Token(
            hash: word.value, firstGram: Int32(truncatingIfNeeded: firstGram),
            grams: Int32(truncatingIfNeeded: grams &- firstGram),
            start: Int32(truncatingIfNeeded: start &- lineStart),
            length: Int32(truncatingIfNeeded: end &- start),
            characters: word.characters, kind: kind)
        count &+= 1
        firstGram = grams
    }
}

/// The word being read.
struct WordState {
    var hash = WordHash()
    /// Apostrophes inside the word.
    private(set) var apostrophes: Int32 = 0
    /// Kinds of the first and of the last letter.
    let first: CharacterKind
    private(set) var last: CharacterKind
    private var uppers: Int32 = 0
    private var uncased: Int32 = 0

    init(first: CharacterKind) {
        self.first = first
        last = first
    }

    /// Appends a letter.
    @inline(__always)
    mutating func append(_ next: CharacterTable.Next) {
        uppers &+= next.kind == .upper ? 1 : 0
        uncased &+= next.kind == .uncased ? 1 : 0
        last = next.kind
        hash.append(next.lower)
    }

    /// Appends an apostrophe inside the word.
    @inline(__always)
    mutating func appendApostrophe() {
        hash.append(0x27)
        apostrophes &+= 1
    }

    /// Appends a lower-case letter of ASCII.
    @inline(__always)
    mutating func append(lower: UInt8) {
        last = .lower
        hash.append(UInt32(lower))
    }

    /// The kind of the whole word.
    @inline(__always)
    var kind: Token.Kind {
        if uncased > hash.characters / 2 { return .uncased }
        if uppers > 1 && uppers == hash.characters { return .upper }
        return first == .upper ? .capitalised : .lower
    }
}

extension CharacterKind {
    /// The kind of token that the character is by itself, nil for white space and the punctuation
    /// of sentences.
    @inline(__always)
    var tokenKind: Token.Kind? {
        switch self {
        case .ideograph: .uncased
        case .pipe, .bullet, .arrow, .currency, .copyright, .hashOrAt, .otherMark: .mark
        default: nil
        }
    }
}
