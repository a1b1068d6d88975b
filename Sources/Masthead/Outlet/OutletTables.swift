/// The tables behind the outlet profile: signatures, sources, cues, languages; and the matcher
/// that finds all their wordings in one pass.
public struct OutletTables: Sendable {
    /// Wordings by which outlets give themselves away.
    public let signatures: [OutletSignature]
    /// Agencies and outlets that texts credit.
    public let sources: [CreditableSource]
    /// Wordings around which credits, translations and figures are looked for.
    public let cues: [CreditCue]
    /// Frequent words of languages and of their varieties.
    public let languages: LanguageTable
    /// Finds the wordings of all tables but that of languages and but ``cueWords``.
    let matcher: PhraseMatcher
    /// Tells lines around the article that need no look.
    let around: AroundFilter
    /// What each phrase of the matcher stands for.
    let entries: [Entries]
    /// The cues that no phrase of the matcher stands for.
    let cueWords: CueWords

    /// What a wording stands for; one wording may stand in several tables.
    struct Entries: Sendable {
        /// Rows of signatures and sources, −1 for none.
        fileprivate(set) var signature: Int32 = -1
        fileprivate(set) var source: Int32 = -1
        /// Its cues; most wordings have one at most.
        fileprivate(set) var cues: [ScannedParagraph.CueRow] = []
        /// Whether it is looked for around the article too: a signature or a left-over wording.
        fileprivate(set) var isWanted = false
    }

    /// Tables of the given rows. O(size).
    public init(
        signatures: [OutletSignature], sources: [CreditableSource], cues: [CreditCue],
        languages: LanguageTable
    ) {
        self.signatures = signatures
        self.sources = sources
        self.cues = cues
        self.languages = languages
        var index = PhraseIndex()
        for (row, signature) in signatures.enumerated() {
            index.edit(signature.wording, isWanted: true) {
                if $0.signature < 0 { $0.signature = Int32(row) }
            }
        }
        for (row, source) in sources.enumerated() {
            for name in source.exactNames {
                index.edit(name) { if $0.source < 0 { $0.source = Int32(row) } }
            }
            for name in source.foldedNames {
                index.edit(name, isCaseSensitive: false) {
                    if $0.source < 0 { $0.source = Int32(row) }
                }
            }
        }
        for (row, cue) in cues.enumerated() where cue.kind.wordNumber == nil {
            index.edit(cue.wording, isWanted: cue.kind == .leftover) {
                $0.cues.append(.init(kind: cue.kind, row: row))
            }
        }
        around = AroundFilter(
            signatures.map(\.wording) + cues.filter { $0.kind == .leftover }.map(\.wording))
        matcher = index.matcher
        entries = index.entries
        cueWords = CueWords(cues)
    }

    /// Tables read from the texts of the four files. Throws where one is not of its shape.
    public init(
        signatures: String, sources: String, cues: String, languages: String
    ) throws(OutletTableError) {
        self.init(
            signatures: try OutletSignature.rows(of: signatures),
            sources: try CreditableSource.rows(of: sources),
            cues: try CreditCue.rows(of: cues), languages: try LanguageTable(languages))
    }

    /// These tables with more signatures, as users add them. Throws where a wording already
    /// stands for another outlet.
    public func adding(
        _ more: [OutletSignature], from table: String
    ) throws(OutletTableError) -> OutletTables {
        var owners: [String: String] = [:]
        for row in signatures { owners[row.wording] = row.outlet }
        var kept = signatures
        for (index, row) in more.enumerated() {
            if let owner = owners.updateValue(row.outlet, forKey: row.wording) {
                guard owner == row.outlet else {
                    throw OutletTableError(
                        table: table, line: index + 2,
                        problem: .taken(wording: row.wording, by: owner))
                }
                continue
            }
            kept.append(row)
        }
        return OutletTables(
            signatures: kept, sources: sources, cues: cues, languages: languages)
    }

    /// The phrases of the tables, each once, as the matcher tells them apart.
    private struct PhraseIndex {
        var matcher = PhraseMatcher([])
        var entries: [Entries] = []

        mutating func edit(
            _ text: String, isCaseSensitive: Bool = true, isWanted: Bool = false,
            _ body: (inout Entries) -> Void
        ) {
            let place = matcher.add(
                PhraseMatcher.Phrase(text, isCaseSensitive: isCaseSensitive),
                as: entries.count, isWanted: isWanted)
            guard let place else { return }
            if place == entries.count { entries.append(Entries()) }
            if isWanted { entries[place].isWanted = true }
            body(&entries[place])
        }
    }
}
