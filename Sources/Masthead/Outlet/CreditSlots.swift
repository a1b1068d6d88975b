/// The stretch after "Foto:", "©" or "Quelle:" in which providers are named.
struct CreditSlot: Hashable {
    let kind: Kind
    /// Tokens of the cue; empty where the paragraph before opened the slot.
    let cue: Range<Int>
    /// Tokens after the cue.
    let content: Range<Int>

    enum Kind: Hashable { case photo, copyright, source }
}

extension ScannedParagraph {
    /// No slot is longer: names of three providers with their photographers have about fifteen
    /// tokens.
    private static let longestSlot = 24

    /// The slots of the paragraph, in order.
    func creditSlots() -> [CreditSlot] {
        var slots: [CreditSlot] = []
        var reached = 0
        for cue in cues {
            guard let kind = slotKind(of: cue), cue.tokens.upperBound > reached else { continue }
            let content = slotContent(from: cue.tokens.upperBound)
            // "©" inside "Copyright © 2024 X" opens the same slot once more.
            if let last = slots.last, last.content.contains(cue.tokens.lowerBound) {
                if last.kind == .copyright && kind == .copyright
                    && !hasName(in: last.content.lowerBound..<cue.tokens.lowerBound)
                {
                    slots.removeLast()
                } else {
                    slots[slots.count - 1] = CreditSlot(
                        kind: last.kind, cue: last.cue,
                        content: last.content.lowerBound..<cue.tokens.lowerBound)
                }
            }
            slots.append(CreditSlot(kind: kind, cue: cue.tokens, content: content))
            reached = cue.tokens.upperBound
        }
        return slots
    }

    private func hasName(in range: Range<Int>) -> Bool { range.contains { tokens[$0].isWord } }

    /// What a cue opens here. In running text only brackets and lines that begin with the cue
    /// are slots: "Bild:" and "(c)" have other uses in sentences.
    private func slotKind(of cue: FoundCue) -> CreditSlot.Kind? {
        let kind: CreditSlot.Kind
        switch cue.kind {
        case .photo: kind = .photo
        case .source: kind = .source
        case .copyright: kind = label == .caption && !hasYear(after: cue) ? .photo : .copyright
        default: return nil
        }
        if label == .body {
            let start = cue.tokens.lowerBound
            let opens = start == 0 || isMark(start - 1, "(") || isMark(start - 1, "[")
            let isNote = cue.kind == .source && !isMark(cue.tokens.upperBound - 1, ":")
            guard opens || isNote || isMark(start, "©") else { return nil }
        }
        return kind
    }

    private func hasYear(after cue: FoundCue) -> Bool {
        let next = cue.tokens.upperBound
        return (next..<min(next + 2, tokens.count)).contains { isYear($0) }
    }

    /// Whether a token is a number of four digits.
    func isYear(_ index: Int) -> Bool {
        tokens[index].shape == .number && tokens[index].range.count == 4
    }

    /// The tokens from an index to the end of the slot: a closing bracket, the end of a
    /// sentence, a phrase of rights reserved, or the end of the paragraph.
    private func slotContent(from start: Int) -> Range<Int> {
        var depth = 0
        var index = start
        let rights = Set(cues(.rights).map(\.tokens.lowerBound))
        while index < min(tokens.count, start + Self.longestSlot) {
            let token = tokens[index]
            if token.isMark("(") || token.isMark("[") { depth += 1 }
            if token.isMark(")") || token.isMark("]") {
                if depth == 0 { break }
                depth -= 1
            }
            if token.isMark(";") || rights.contains(index) || isCreativeCommons(index) { break }
            if token.isMark("."), endsSentence(index), index > start { break }
            index += 1
        }
        return start..<index
    }

    /// Whether a licence or an address begins at an index: what follows names no provider.
    private func isCreativeCommons(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.exact == Self.licence || token.folded == Self.address
    }

    private static let licence = TokenText("CC").tokens[0].exact
    private static let address = TokenText("https").tokens[0].folded

    /// Whether the full stop at an index ends a sentence: nothing or a space follows, and no
    /// abbreviation or initial precedes.
    func endsSentence(_ index: Int) -> Bool {
        guard index + 1 < tokens.count else { return true }
        let next = tokens[index + 1]
        guard next.spaceBefore || next.mark == 0x22 else { return false }
        guard index > 0 else { return true }
        let previous = tokens[index - 1]
        if previous.isWord && previous.range.count == 1 { return false }
        if tokens[index].spaceBefore && next.isWord && !next.isCapitalised { return false }
        return !isCue(index - 1, .abbreviation)
    }

    /// The parts of a slot between slashes, bars, commas, brackets, dashes and "via".
    func segments(of slot: CreditSlot) -> [Range<Int>] {
        var segments: [Range<Int>] = []
        var start = slot.content.lowerBound
        for index in slot.content where separates(index, in: slot) {
            if start < index { segments.append(start..<index) }
            start = index + 1
        }
        if start < slot.content.upperBound {
            segments.append(start..<slot.content.upperBound)
        }
        return segments
    }

    private func separates(_ index: Int, in slot: CreditSlot) -> Bool {
        let token = tokens[index]
        switch Unicode.Scalar(token.mark) {
        case "/", "|", "•", "·", "(", ")", "[", "]", "+", ":": return true
        case ",":
            // "WWB Holdings, LLC" is one name.
            let next = index + 1
            return !(slot.content.contains(next) && isCue(next, .organisation))
        case "-":
            return token.spaceBefore && index + 1 < tokens.count && tokens[index + 1].spaceBefore
        default:
            return token.folded == Self.via || token.folded == Self.with
        }
    }

    private static let via = TokenText("via").tokens[0].folded
    private static let with = TokenText("mit").tokens[0].folded
}
