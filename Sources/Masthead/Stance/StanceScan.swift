/// The tokens of one paragraph with their sentences, found in one pass over its bytes.
struct StanceScan: Sendable {
    private(set) var tokens: [StanceToken] = []
    /// Folded spellings, one after the other; tokens point into it.
    private(set) var folded: [UInt8]
    /// Number of sentences.
    private(set) var sentences = 0

    /// Scans the text. O(bytes).
    init(_ text: String, stemming: StemRule = .german) {
        var text = text
        text.makeContiguousUTF8()
        let bytes = text.utf8.span
        // No letter is longer folded than as it stands.
        var folded = [UInt8](repeating: 0, count: bytes.count)
        tokens.reserveCapacity(bytes.count / 5 + 1)
        var cutter = WordCutter(stemming: stemming)
        var letters = folded.mutableSpan
        while cutter.byte < bytes.count {
            if let token = cutter.next(bytes, &letters) { tokens.append(token) }
        }
        self.folded = folded
        var cut = tokens.mutableSpan
        Self.splitSentences(&cut)
        sentences = tokens.isEmpty ? 0 : Int((tokens.last?.sentence ?? 0) + 1)
    }

    /// Folded bytes of a token.
    func spelling(_ token: StanceToken) -> ArraySlice<UInt8> {
        folded[Int(token.foldedStart)..<Int(token.foldedEnd)]
    }

    /// What an index of words has of a word and of its stem.
    struct WordRuns: Sendable {
        var word = PackedRun(0)
        var stem = PackedRun(0)
    }

    /// Looks each word and its stem up and notes the word's flags; returns what was found for
    /// each token. O(tokens).
    mutating func lookUp(_ tables: LexiconTables) -> [WordRuns] {
        var runs = [WordRuns](repeating: WordRuns(), count: tokens.count)
        var found = runs.mutableSpan
        var words = tokens.mutableSpan
        for place in 0..<words.count where words[place].kind != .mark {
            if let value = tables.run(of: words[place].hash) {
                found[place].word = PackedRun(value)
                words[place].flags = WordFlag(rawValue: found[place].word.flags)
            }
            if let value = tables.run(of: words[place].stem) {
                found[place].stem = PackedRun(value)
            }
        }
        return runs
    }

    /// Numbers the sentences: a full stop ends one only where a capital, a quotation mark or
    /// nothing follows and no ordinal, initial or short abbreviation precedes.
    private static func splitSentences(_ tokens: inout MutableSpan<StanceToken>) {
        var sentence: Int32 = 0
        var atStart = true
        for index in 0..<tokens.count {
            tokens[index].sentence = sentence
            if tokens[index].kind != .mark {
                tokens[index].startsSentence = atStart
                atStart = false
                continue
            }
            let mark = tokens[index].hash
            if mark == 0x2C { continue }
            if isExclamation(mark) || (mark == 0x2E && endsSentence(tokens.span, index)) {
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
            } else if let quote = QuotationMark(mark), quote.closes, index > 0, !atStart,
                tokens[index - 1].kind == .mark,
                tokens[index - 1].hash == 0x2E || isExclamation(tokens[index - 1].hash),
                index + 1 == tokens.count || tokens[index + 1].isCapitalized
            {
                sentence += 1
                atStart = true
            }
        }
    }

    /// The question and the exclamation mark.
    private static func isExclamation(_ mark: UInt32) -> Bool { mark == 0x3F || mark == 0x21 }

    private static func endsSentence(_ tokens: Span<StanceToken>, _ index: Int) -> Bool {
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
