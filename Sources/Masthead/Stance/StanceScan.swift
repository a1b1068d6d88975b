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
        folded = Array(repeating: 0, count: bytes.count)
        tokens.reserveCapacity(bytes.count / 5 + 1)
        var cutter = WordCutter(stemming: stemming)
        while cutter.byte < bytes.count {
            if let token = cutter.next(bytes, &folded) { tokens.append(token) }
        }
        splitSentences()
    }

    /// Folded bytes of a token.
    func spelling(_ token: StanceToken) -> ArraySlice<UInt8> {
        folded[Int(token.foldedStart)..<Int(token.foldedEnd)]
    }

    /// Looks each word up and notes its flags; returns what was found for each token. O(tokens).
    mutating func lookUp(_ words: FlatIndex<UInt64>) -> [PackedRun] {
        var runs = [PackedRun](repeating: PackedRun(0), count: tokens.count)
        for index in tokens.indices where tokens[index].kind != .mark {
            guard let value = words[tokens[index].hash] else { continue }
            runs[index] = PackedRun(value)
            tokens[index].flags = WordFlag(rawValue: runs[index].flags)
        }
        return runs
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
            if mark == 0x2C { continue }
            if Self.isExclamation(mark) || (mark == 0x2E && endsSentence(index)) {
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
                tokens[index - 1].hash == 0x2E || Self.isExclamation(tokens[index - 1].hash),
                index + 1 == tokens.count || tokens[index + 1].isCapitalized
            {
                sentence += 1
                atStart = true
            }
        }
        sentences = tokens.isEmpty ? 0 : Int((tokens.last?.sentence ?? 0) + 1)
    }

    /// The question and the exclamation mark.
    private static func isExclamation(_ mark: UInt32) -> Bool { mark == 0x3F || mark == 0x21 }

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
