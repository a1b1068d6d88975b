/// The tokens of one paragraph with their sentences, found in one pass over its bytes.
struct StanceScan: Sendable {
    private(set) var tokens: [StanceToken] = []
    /// Folded spellings, one after the other; tokens point into it.
    private(set) var folded: [UInt8] = []
    /// Number of sentences.
    private(set) var sentences = 0
    private let stemming: StemRule

    /// Scans the text. O(bytes).
    init(_ text: String, stemming: StemRule = .german) {
        var cursor = ScalarCursor(text)
        self.stemming = stemming
        folded.reserveCapacity(cursor.count)
        tokens.reserveCapacity(cursor.count / 5)
        while let scalar = cursor.peek() {
            if SpellingFold.isLetter(scalar) || scalar &- 0x30 < 10 {
                scanWord(&cursor)
            } else {
                let start = Int32(cursor.position)
                cursor.advance()
                if scalar > 0x20 && scalar != 0xA0 && scalar != 0xAD && scalar != 0x200B {
                    appendMark(scalar, at: start)
                }
            }
        }
        splitSentences()
    }

    /// Folded bytes of a token.
    func spelling(_ token: StanceToken) -> ArraySlice<UInt8> {
        folded[Int(token.foldedStart)..<Int(token.foldedEnd)]
    }

    private mutating func appendMark(_ scalar: UInt32, at start: Int32) {
        let end = Int32(folded.count)
        tokens.append(
            StanceToken(
                start: start, end: start + 1, foldedStart: end, foldedEnd: end, hash: scalar,
                head: scalar, kind: .mark))
    }

    private mutating func scanWord(_ cursor: inout ScalarCursor) {
        let start = Int32(cursor.position)
        let foldedStart = folded.count
        var headStart = foldedStart
        var letters = 0
        var uppers = 0
        let first = cursor.peek() ?? 0
        var last: UInt32 = 0
        while let scalar = cursor.peek() {
            if SpellingFold.isLetter(scalar) {
                letters += 1
                if SpellingFold.isUpper(scalar) { uppers += 1 }
                SpellingFold.append(scalar, to: &folded)
            } else if scalar &- 0x30 < 10 {
                folded.append(UInt8(scalar))
            } else if scalar == 0xAD {
                cursor.advance()
                continue
            } else if !continues(scalar, after: last, cursor, letters: letters) {
                break
            } else if scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011 {
                folded.append(0x2D)
                headStart = folded.count
            }
            last = scalar
            cursor.advance()
        }
        var token = StanceToken(
            start: start, end: Int32(cursor.position), foldedStart: Int32(foldedStart),
            foldedEnd: Int32(folded.count), hash: 0, head: 0, kind: letters > 0 ? .word : .number,
            isCapitalized: SpellingFold.isUpper(first),
            isAllCapitals: letters > 1 && uppers == letters)
        hash(&token, headStart: headStart)
        tokens.append(token)
    }

    private func hash(_ token: inout StanceToken, headStart: Int) {
        let start = Int(token.foldedStart)
        token.hash = SpellingHash.of(folded: folded[start...])
        token.head =
            headStart > start ? SpellingHash.of(folded: folded[headStart...]) : token.hash
        let stemEnd = stemming.stemEnd(of: folded[start...])
        token.stem = StemRule.salted(SpellingHash.of(folded: folded[start..<stemEnd]))
        token.stemEnd = Int32(stemEnd)
    }

    /// Whether a character that is neither letter nor digit belongs to the word around it:
    /// hyphens and apostrophes between letters, separators between digits, and the points of
    /// initials as in `F.A.Z.`
    private func continues(
        _ scalar: UInt32, after last: UInt32, _ cursor: ScalarCursor, letters: Int
    ) -> Bool {
        guard let next = cursor.peek(1) else { return scalar == 0x2E && endsInitials(cursor) }
        let nextIsWord = SpellingFold.isLetter(next) || next &- 0x30 < 10
        switch scalar {
        case 0x2D, 0x2010, 0x2011: return nextIsWord
        case 0x27, 0x2019:
            guard SpellingFold.isLetter(next), SpellingFold.isLetter(last) else { return false }
            // The genitive's s is not part of the name.
            let after = cursor.peek(2) ?? 0x20
            return !(next | 0x20 == 0x73 && !SpellingFold.isLetter(after))
        case 0x2E, 0x2C:
            if last &- 0x30 < 10 && next &- 0x30 < 10 { return true }
            guard scalar == 0x2E else { return false }
            if SpellingFold.isUpper(last) && SpellingFold.isUpper(next) && isInitial(cursor) {
                return cursor.peek(2) == 0x2E
            }
            return endsInitials(cursor)
        default: return false
        }
    }

    private func isInitial(_ cursor: ScalarCursor) -> Bool {
        guard let before = cursor.peek(-2) else { return true }
        return !SpellingFold.isLetter(before)
    }

    private func endsInitials(_ cursor: ScalarCursor) -> Bool {
        guard let last = cursor.peek(-1), SpellingFold.isUpper(last),
            cursor.peek(-2) == 0x2E, let first = cursor.peek(-3)
        else { return false }
        return SpellingFold.isUpper(first)
    }

    /// Numbers the sentences: a full stop ends one only where a capital, a quotation mark or
    /// nothing follows and no ordinal, initial or short abbreviation precedes.
    private mutating func splitSentences() {
        var sentence: Int32 = 0
        var atStart = true
        for index in tokens.indices {
            tokens[index].sentence = sentence
            if tokens[index].kind != .mark {
                tokens[index].startsSentence = atStart
                atStart = false
                continue
            }
            let mark = tokens[index].hash
            if mark == 0x3F || mark == 0x21 || (mark == 0x2E && endsSentence(index)) {
                guard !atStart else { continue }
                if index + 1 < tokens.count, QuotationMark(tokens[index + 1].hash)?.closes == true,
                    tokens[index + 1].start == tokens[index].end
                {
                    continue
                }
                sentence += 1
                atStart = true
            } else if mark == 0x3A, index + 1 < tokens.count, tokens[index + 1].isCapitalized {
                atStart = true
            } else if let quote = QuotationMark(mark), quote.closes, index > 0,
                [0x2E, 0x21, 0x3F].contains(tokens[index - 1].hash),
                tokens[index - 1].kind == .mark, !atStart,
                index + 1 == tokens.count || tokens[index + 1].isCapitalized
            {
                sentence += 1
                atStart = true
            }
        }
        sentences = tokens.isEmpty ? 0 : Int((tokens.last?.sentence ?? 0) + 1)
    }

    private func endsSentence(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        let before = tokens[index - 1]
        guard index + 1 < tokens.count else { return true }
        let after = tokens[index + 1]
        if before.kind == .number && before.foldedLength <= 2 { return false }
        // Initials and abbreviations: "J.", "Dr.", "z. B."
        let shortest = before.isCapitalized ? 2 : 1
        if before.kind == .word && before.foldedLength <= shortest { return false }
        return after.isCapitalized || after.kind == .number || after.kind == .mark
    }
}

/// Walks over the code points of a string, able to look a few ahead and back.
struct ScalarCursor {
    private let scalars: [UInt32]
    private(set) var position = 0

    init(_ text: String) {
        var scalars: [UInt32] = []
        scalars.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { scalars.append(scalar.value) }
        self.scalars = scalars
    }

    var count: Int { scalars.count }

    @inline(__always)
    func peek(_ offset: Int = 0) -> UInt32? {
        let index = position + offset
        return index >= 0 && index < scalars.count ? scalars[index] : nil
    }

    @inline(__always)
    mutating func advance() { position += 1 }
}
