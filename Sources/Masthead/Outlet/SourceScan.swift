/// A page with its wordings found: what signatures, credits, translations and figures are read
/// off.
///
/// Around the article nothing but signatures and a theme's left-over words are asked for. A line
/// there that has no word of those is told by its terms and never cut into tokens.
struct SourceScan: Sendable {
    /// The paragraphs that belong to the article or in which something was found, in order.
    private(set) var paragraphs: [ScannedParagraph] = []
    /// Words and numbers of the page by label, and those of all its paragraphs.
    private(set) var wordsByLabel = [Int](repeating: 0, count: ParagraphLabel.count)
    private(set) var pageWords = 0
    /// The tables that were looked for.
    let tables: OutletTables

    /// Finds the tables' wordings in a page of paragraphs with these labels and texts; a text is
    /// asked for only where it must be looked at. O(length of the page).
    init(
        _ labels: [ParagraphLabel?], _ evidence: PageEvidence, tables: OutletTables,
        text: (Int) -> String
    ) {
        self.tables = tables
        let (matcher, entries, words) = (tables.matcher, tables.entries, tables.cueWords)
        var cutter = TokenCutter()
        for index in labels.indices {
            let label = labels[index]
            pageWords += evidence.wordCounts[index]
            if let label { wordsByLabel[Int(label.rawValue)] += evidence.wordCounts[index] }
            let isAround = label?.disposition == .boilerplate
            if isAround && !tables.around.mayStand(in: evidence, line: index) { continue }
            let text = text(index)
            cutter.cut(text)
            let paragraph = ScannedParagraph(
                index, label, text, cutter, matcher, entries, words)
            if isAround && !paragraph.hasFindings { continue }
            paragraphs.append(paragraph)
        }
    }

    /// The paragraph of that place in the page; nil where nothing was asked of it.
    func paragraph(at index: Int) -> ScannedParagraph? {
        var low = 0
        var high = paragraphs.count
        while low < high {
            let middle = (low + high) / 2
            if paragraphs[middle].index < index { low = middle + 1 } else { high = middle }
        }
        return low < paragraphs.count && paragraphs[low].index == index ? paragraphs[low] : nil
    }
}

/// A paragraph with its tokens and the wordings found in it.
struct ScannedParagraph: Sendable {
    /// Its place in the page.
    let index: Int
    let label: ParagraphLabel?
    let text: TokenText
    /// Signatures: row and tokens.
    private(set) var signatures: [Found] = []
    /// Sources: row and tokens; none overlap.
    private(set) var sources: [Found] = []
    /// Cues: row and tokens, in the order of their starts; those of single words are left to
    /// ``isCue(_:_:)``.
    private(set) var cues: [FoundCue] = []
    private let words: CueWords

    /// A row of a table, found.
    struct Found: Sendable, Hashable {
        let row: Int
        let tokens: Range<Int>
    }

    /// A row of the table of cues.
    struct CueRow: Sendable, Hashable {
        let kind: CreditCue.Kind
        let row: Int
    }

    /// A cue, found.
    struct FoundCue: Sendable, Hashable {
        let kind: CreditCue.Kind
        let row: Int
        let tokens: Range<Int>
    }

    /// Finds the wordings in the text that a cutter has just cut.
    fileprivate init(
        _ index: Int, _ label: ParagraphLabel?, _ text: String, _ cutter: TokenCutter,
        _ matcher: PhraseMatcher, _ entries: [OutletTables.Entries], _ words: CueWords
    ) {
        self.index = index
        self.label = label
        self.words = words
        let isAround = label?.disposition == .boilerplate
        var forSignatures: [PhraseMatcher.Match] = []
        var forSources: [PhraseMatcher.Match] = []
        var found: [FoundCue] = []
        matcher.visitMatches(in: cutter.tokens, wantedOnly: isAround) { match in
            let entry = match.phrase
            if isAround && !entries[entry].isWanted { return }
            if entries[entry].signature >= 0 { forSignatures.append(match) }
            if entries[entry].source >= 0 { forSources.append(match) }
            for cue in entries[entry].cues {
                found.append(FoundCue(kind: cue.kind, row: cue.row, tokens: match.tokens))
            }
        }
        self.text =
            isAround && forSignatures.isEmpty && found.isEmpty
            ? TokenText(withoutTokens: text) : TokenText(text, cutter)
        cues = found
        for match in PhraseMatcher.longest(of: forSignatures) {
            signatures.append(
                Found(row: Int(entries[match.phrase].signature), tokens: match.tokens))
        }
        for match in PhraseMatcher.longest(of: forSources) {
            sources.append(Found(row: Int(entries[match.phrase].source), tokens: match.tokens))
        }
    }

    /// Whether a signature or a cue was found.
    var hasFindings: Bool { !signatures.isEmpty || !cues.isEmpty }

    /// The tokens of the paragraph.
    var tokens: [TokenText.Token] { text.tokens }

    /// Whether the token at an index, if there is one, is that mark.
    func isMark(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
        tokens.indices.contains(index) && tokens[index].isMark(scalar)
    }

    /// The cues of a kind.
    func cues(_ kind: CreditCue.Kind) -> [FoundCue] {
        cues.isEmpty ? [] : cues.filter { $0.kind == kind }
    }

    /// Whether a cue of that kind is exactly the token at an index.
    func isCue(_ index: Int, _ kind: CreditCue.Kind) -> Bool {
        if let number = kind.wordNumber {
            return tokens.indices.contains(index) && words.contains(tokens[index], ofKind: number)
        }
        return cues.contains { $0.kind == kind && $0.tokens == index..<(index + 1) }
    }
}
