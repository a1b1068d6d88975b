extension ScannedParagraph {
    /// The credits of a slot: sources of the table, and names that look like a provider's.
    func credits(in slot: CreditSlot, _ tables: OutletTables) -> [SlotCredit] {
        let cue: Credit.Cue =
            switch slot.kind {
            case .photo: .photo
            case .copyright: .copyright
            case .source: label == .caption ? .photo : .signature
            }
        var credits: [SlotCredit] = []
        var parts: [NamePart] = []
        for segment in segments(of: slot) {
            let known = sources.filter { segment.contains($0.tokens.lowerBound) }
            let name = trimmedName(segment)
            let isWhole = known.count == 1 && known[0].tokens == name
            let usable = known.filter { tables.sources[$0.row].use != .weak || isWhole }
            if usable.isEmpty || slot.kind == .copyright && !isWhole {
                parts.append(NamePart(tokens: name, shape: shape(of: name)))
            } else {
                parts.append(NamePart(tokens: name, shape: .known))
                for source in usable {
                    credits.append(SlotCredit(tokens: source.tokens, row: source.row, cue: cue))
                }
            }
        }
        for name in providers(among: parts, slot.kind) {
            credits.append(SlotCredit(tokens: name, row: nil, cue: cue))
        }
        if credits.isEmpty, slot.kind == .copyright, label == .notice {
            credits += owner(before: slot)
        }
        return credits
    }

    /// The owner in "NAME © 2024": the name that ends where an empty slot's cue begins.
    private func owner(before slot: CreditSlot) -> [SlotCredit] {
        let end = slot.cue.lowerBound
        var start = end
        while start > 0, end - start < 7, tokens[start - 1].isWord || isMark(start - 1, ".") {
            start -= 1
        }
        let name = trimmedName(start..<end)
        if let source = sources.first(where: { $0.tokens == name }) {
            return [SlotCredit(tokens: name, row: source.row, cue: .copyright)]
        }
        switch shape(of: name) {
        case .organisation, .linked, .capitals, .brand, .person:
            return [SlotCredit(tokens: name, row: nil, cue: .copyright)]
        case .known, .single, .none: return []
        }
    }

    /// A part of a slot, with what it looks like.
    struct NamePart: Hashable {
        let tokens: Range<Int>
        let shape: NameShape
    }

    /// What a name looks like.
    enum NameShape: Hashable {
        /// In the table.
        case known
        /// Two to four capitalised words.
        case person
        /// A capitalised word alone: a surname or a company.
        case single
        /// A word of lower-case letters or of mixed case: a brand, or a photographer's alias.
        case brand
        /// A word of capitals alone, or a domain.
        case capitals
        /// Marked as an organisation by one of its words.
        case organisation
        /// Words linked as in an organisation's name or in a motto: "Amt für Statistik".
        case linked
        /// No name.
        case none
    }

    /// The names among a slot's parts that no table knows and that are a provider's rather than
    /// a photographer's. Photographers come first in "Name / Provider" and last in
    /// "Provider | Name"; what stands after a known provider is a photographer.
    private func providers(among parts: [NamePart], _ kind: CreditSlot.Kind) -> [Range<Int>] {
        var providers: [Range<Int>] = []
        let firstKnown = parts.firstIndex { $0.shape == .known }
        for (index, part) in parts.enumerated() {
            let isOnly = parts.count == 1
            let follows = index > 0 && parts[index - 1].shape == .person
            let precedes = index + 1 < parts.count && parts[index + 1].shape == .person
            let afterKnown = firstKnown.map { index > $0 } ?? false
            let accepted: Bool
            switch part.shape {
            case .organisation: accepted = !afterKnown || kind == .copyright
            case .linked: accepted = kind == .copyright ? index == 0 : !afterKnown
            case .capitals: accepted = kind == .copyright ? index == 0 : !afterKnown && index < 2
            case .brand:
                accepted = index == 0 && firstKnown == nil || follows && !afterKnown
            case .single:
                accepted =
                    switch kind {
                    case .photo: (follows || precedes && index == 0) && firstKnown == nil
                    case .copyright, .source: index == 0
                    }
            case .person:
                accepted =
                    switch kind {
                    case .photo: follows && firstKnown.map { index < $0 } ?? isLast(index, parts)
                    case .copyright: index == 0 && label == .notice
                    case .source: false
                    }
            case .known, .none: accepted = false
            }
            if accepted { providers.append(part.tokens) }
            if kind == .source && isOnly { break }
        }
        return providers
    }

    private func isLast(_ index: Int, _ parts: [NamePart]) -> Bool { index == parts.count - 1 }

    /// A part without years, articles, quotation marks and cues at its ends.
    func trimmedName(_ segment: Range<Int>) -> Range<Int> {
        var (start, end) = (segment.lowerBound, segment.upperBound)
        while start < end, isNoise(start) { start += 1 }
        while start < end, isNoise(end - 1), !isAbbreviationStop(end - 1) { end -= 1 }
        return start..<end
    }

    /// Whether a full stop belongs to the word before it: "Inc.", "e.V.", "S.A.".
    private func isAbbreviationStop(_ index: Int) -> Bool {
        guard isMark(index, "."), index > 0, !tokens[index].spaceBefore else { return false }
        return tokens[index - 1].isWord && tokens[index - 1].range.count == 1
            || isCue(index - 1, .abbreviation)
    }

    private func isNoise(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.shape == .mark { return true }
        if token.shape == .number { return token.range.count == 4 || token.range.count < 3 }
        return Self.articles.contains(token.exact) || isCue(index, .byline)
            || cues.contains { $0.kind == .copyright && $0.tokens.contains(index) }
    }

    private static let articles = Set(
        ["the", "The", "by", "der", "die", "das", "le", "la", "les", "im", "for", "of"].map {
            TokenText($0).tokens[0].exact
        })

    /// What a name looks like.
    private func shape(of name: Range<Int>) -> NameShape {
        let words = name.filter { tokens[$0].isWord }
        guard let first = words.first, name.count <= 10, words.count <= 7 else { return .none }
        if isCue(first, .nosource) { return .none }
        if cues.contains(where: { $0.kind == .nosource && $0.tokens == name }) { return .none }
        if isDomain(name) { return .capitals }
        guard tokens[first].shape != .lower || words.count == 1 else { return .none }
        let linked = words.filter { tokens[$0].shape == .lower }
        let isLink = linked.allSatisfy { isCue($0, .link) || isCue($0, .particle) }
        guard isLink || words.count == 1 else { return .none }
        if words.count == 1 {
            switch tokens[first].shape {
            case .lower: return label == .body ? .none : .brand
            case .capital: return isCue(first, .organisation) ? .organisation : .single
            case .capitals: return tokens[first].range.count < 2 ? .none : .capitals
            default: return .brand
            }
        }
        return shape(ofWords: words, linked: linked)
    }

    private func shape(ofWords words: [Int], linked: [Int]) -> NameShape {
        if words.contains(where: { isCue($0, .organisation) }) { return .organisation }
        if linked.contains(where: { !isCue($0, .particle) }) { return .linked }
        let capitals = words.filter { tokens[$0].shape == .capitals }
        if !capitals.isEmpty && capitals.count < words.count { return .organisation }
        if words.contains(where: { tokens[$0].shape == .mixed }) { return .organisation }
        return words.count <= 4 ? .person : .none
    }

    private func isDomain(_ name: Range<Int>) -> Bool {
        guard name.count >= 3, let last = name.last, tokens[last].isWord else { return false }
        return isMark(last - 1, ".") && !tokens[last].spaceBefore
            && !tokens[last - 1].spaceBefore && tokens[last].range.count <= 4
            && !name.dropFirst().contains { tokens[$0].spaceBefore }
    }
}
