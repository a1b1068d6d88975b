/// Finds who is credited in a paragraph, by its label and the cues around each name.
struct CreditFinder {
    /// A credit in one place.
    struct FoundCredit: Hashable {
        /// The name as it stands.
        let name: String
        /// The row of the source in the table, if it is there.
        let row: Int?
        let place: PageRange
        let cue: Credit.Cue
    }

    /// All credits found so far.
    private(set) var found: [FoundCredit] = []
    /// Names of outlets that no table knows, seen with a cue and what they are ("Magazin …").
    private(set) var learntNames: Set<String> = []
    /// Whether the last paragraph was a source line's opening alone.
    private var awaitsSource = false
    let tables: OutletTables

    private static let article = TokenText("the").tokens[0].folded

    init(_ tables: OutletTables) { self.tables = tables }

    /// Adds the credits of a paragraph.
    mutating func find(in paragraph: ScannedParagraph) {
        guard let label = paragraph.label, label.disposition != .boilerplate else {
            awaitsSource = false
            return
        }
        if paragraph.cues.isEmpty && paragraph.sources.isEmpty && !awaitsSource { return }
        var taken = TokenSet()
        var slots = label == .headline ? [] : paragraph.creditSlots()
        if awaitsSource, label == .byline {
            slots.append(CreditSlot(kind: .source, cue: 0..<0, content: paragraph.tokens.indices))
        }
        awaitsSource = slots.last.map { $0.kind == .source && $0.content.isEmpty } ?? false
        for slot in slots {
            for credit in paragraph.credits(in: slot, tables) {
                add(credit, paragraph, &taken)
            }
        }
        for source in paragraph.sources
        where !taken.overlaps(source.tokens) && !paragraph.isPartOfCue(source.tokens) {
            let use = tables.sources[source.row].use
            guard let cue = paragraph.cue(of: source.tokens, label: label, use: use) else {
                continue
            }
            add(
                SlotCredit(tokens: source.tokens, row: source.row, cue: cue), paragraph,
                &taken)
        }
        guard label == .body || label == .headline else { return }
        for name in paragraph.introducedNames() where !taken.overlaps(name.tokens) {
            if name.isSure { learntNames.insert(paragraph.text.string(name.tokens)) }
            add(
                SlotCredit(tokens: name.tokens, row: nil, cue: .attribution), paragraph,
                &taken)
        }
    }

    /// Adds the mentions of names learnt elsewhere on the page that have a cue of their own.
    mutating func findAgain(_ names: Set<String>, in paragraphs: [ScannedParagraph]) {
        let matcher = PhraseMatcher(
            names.sorted().map { PhraseMatcher.Phrase($0, isCaseSensitive: true) })
        for paragraph in paragraphs {
            guard paragraph.label == .body || paragraph.label == .headline else { continue }
            var taken = TokenSet()
            for credit in found where credit.place.paragraph == paragraph.index {
                taken.insert(codePoints: credit.place.range, in: paragraph)
            }
            for match in matcher.longestMatches(in: paragraph.text)
            where !taken.overlaps(match.tokens) {
                guard paragraph.hasAttribution(match.tokens, use: .cue) else { continue }
                add(
                    SlotCredit(tokens: match.tokens, row: nil, cue: .attribution), paragraph, &taken
                )
            }
        }
    }

    private mutating func add(
        _ credit: SlotCredit, _ paragraph: ScannedParagraph,
        _ taken: inout TokenSet
    ) {
        guard !taken.overlaps(credit.tokens) else { return }
        taken.insert(credit.tokens)
        var name = credit.tokens
        // The article of "The Guardian" is no part of the range, however it is written.
        if name.count > 1, paragraph.tokens[name.lowerBound].folded == Self.article {
            name = (name.lowerBound + 1)..<name.upperBound
        }
        found.append(
            FoundCredit(
                name: paragraph.text.string(name), row: credit.row,
                place: PageRange(
                    paragraph: paragraph.index, range: paragraph.text.codePoints(name)),
                cue: credit.cue))
    }
}

/// A credit in one paragraph, by its tokens.
struct SlotCredit: Hashable {
    let tokens: Range<Int>
    let row: Int?
    let cue: Credit.Cue
}

/// Tokens that are part of a credit already.
private struct TokenSet {
    private var tokens: Set<Int> = []

    mutating func insert(_ range: Range<Int>) { tokens.formUnion(range) }

    mutating func insert(codePoints: Range<Int>, in paragraph: ScannedParagraph) {
        for (index, token) in paragraph.tokens.enumerated()
        where token.range.overlaps(codePoints) {
            tokens.insert(index)
        }
    }

    func overlaps(_ range: Range<Int>) -> Bool { range.contains { tokens.contains($0) } }
}
