/// A page with its wordings found: what signatures, credits, translations and figures are read
/// off.
struct SourceScan: Sendable {
    /// The paragraphs, in order.
    private(set) var paragraphs: [ScannedParagraph] = []
    /// The tables that were looked for.
    let tables: OutletTables

    /// Finds the tables' wordings in a page. O(length of the page).
    init(_ page: [LabeledText], tables: OutletTables) {
        self.tables = tables
        paragraphs.reserveCapacity(page.count)
        for item in page { paragraphs.append(ScannedParagraph(item, tables)) }
    }
}

/// A paragraph with its tokens and the wordings found in it.
struct ScannedParagraph: Sendable {
    let label: ParagraphLabel?
    let text: TokenText
    /// Signatures: row and tokens.
    private(set) var signatures: [Found] = []
    /// Sources: row and tokens; none overlap.
    private(set) var sources: [Found] = []
    /// Cues: row and tokens, in the order of their starts.
    private(set) var cues: [FoundCue] = []

    /// A row of a table, found.
    struct Found: Sendable, Hashable {
        let row: Int
        let tokens: Range<Int>
    }

    /// A cue, found.
    struct FoundCue: Sendable, Hashable {
        let kind: CreditCue.Kind
        let row: Int
        let tokens: Range<Int>
    }

    init(_ item: LabeledText, _ tables: OutletTables) {
        label = item.label
        text = TokenText(item.text)
        var forSignatures: [PhraseMatcher.Match] = []
        var forSources: [PhraseMatcher.Match] = []
        tables.matcher.visitMatches(in: text) { match in
            let entry = tables.entries[match.phrase]
            if entry.signature != nil { forSignatures.append(match) }
            if entry.source != nil { forSources.append(match) }
            for row in entry.cues {
                cues.append(
                    FoundCue(kind: tables.cues[row].kind, row: row, tokens: match.tokens))
            }
        }
        for match in PhraseMatcher.longest(of: forSignatures) {
            guard let row = tables.entries[match.phrase].signature else { continue }
            signatures.append(Found(row: row, tokens: match.tokens))
        }
        for match in PhraseMatcher.longest(of: forSources) {
            guard let row = tables.entries[match.phrase].source else { continue }
            sources.append(Found(row: row, tokens: match.tokens))
        }
    }

    /// The tokens of the paragraph.
    var tokens: [TokenText.Token] { text.tokens }

    /// Whether the token at an index, if there is one, is that mark.
    func isMark(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
        tokens.indices.contains(index) && tokens[index].isMark(scalar)
    }

    /// The cues of a kind.
    func cues(_ kind: CreditCue.Kind) -> [FoundCue] { cues.filter { $0.kind == kind } }

    /// Whether a cue of that kind is exactly the token at an index.
    func isCue(_ index: Int, _ kind: CreditCue.Kind) -> Bool {
        cues.contains { $0.kind == kind && $0.tokens == index..<(index + 1) }
    }
}
