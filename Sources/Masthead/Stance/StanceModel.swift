import NaiveBayes

/// Marks the wordings by which an article shows where it stands.
///
/// Lexicons and counts are read in place; only the few settings are copied.
public struct StanceModel: Sendable {
    /// The lexicons by language.
    public let lexicons: [StanceLexicon]
    /// Strengths, weights and thresholds.
    public let settings: StanceSettings
    let table: StanceTable
    private let memory: ModelMemory
    private let range: Range<Int>

    /// A model of those parts. O(counts + lexicons).
    public init(
        lexicons: [StanceLexicon], counts: StanceCounts = StanceCounts(),
        settings: StanceSettings = StanceSettings()
    ) {
        let memory = ModelMemory(copying: Self.bytes(lexicons, counts, settings))
        // The bytes were written by this very program, so they read back.
        guard let model = try? StanceModel(memory, 0..<memory.count) else {
            preconditionFailure("a stance model just written does not read back")
        }
        self = model
    }

    private static func bytes(
        _ lexicons: [StanceLexicon], _ counts: StanceCounts, _ settings: StanceSettings
    ) -> [UInt8] {
        TablePack.bytes(
            of: [TablePack.bytes(of: settings.values.map(\.bitPattern))]
                + StanceTable.tables(counts)
                + lexicons.map { Array($0.memory.slice($0.range)) })
    }

    /// The model in a range of a model file's memory, read in place. Throws ``ModelError``.
    /// O(lexicons).
    package init(_ memory: ModelMemory, _ range: Range<Int>) throws(ModelError) {
        let pack = try TablePack(memory, range)
        let numbers = try pack.table(0, of: UInt32.self)
        var settings = StanceSettings()
        let values = (0..<numbers.count).map { Float(bitPattern: numbers[$0]) }
        guard values.count == settings.values.count,
            values.allSatisfy({ $0 >= 0 && $0 <= 1000 })
        else { throw TablePack.malformed }
        settings.values = values
        self.settings = settings
        table = try StanceTable(pack, first: 1)
        var lexicons: [StanceLexicon] = []
        for index in min(1 + StanceTable.tableCount, pack.count)..<pack.count {
            lexicons.append(try StanceLexicon(memory, try pack.range(index)))
        }
        self.lexicons = lexicons
        self.memory = memory
        self.range = range
    }

    /// The stance section of a model file; nil where it has none. Throws ``ModelError``.
    init?(_ file: ModelFile) throws(ModelError) {
        guard let range = file.range("stance") else { return nil }
        try self.init(file.memory, range)
    }

    /// The model as a section of a model file holds it. O(size).
    package var bytes: [UInt8] { Array(memory.slice(range)) }

    /// What was learnt from annotated documents, as a memory that can go on learning. Throws
    /// ``ModelError`` where it is damaged. O(counts).
    public func counts() throws(ModelError) -> StanceCounts { try table.counts() }

    /// Whether the model can mark text of a language.
    public func knows(_ language: String?) -> Bool { lexicon(for: language) != nil }

    /// The lexicon of a language; nil where the model has none.
    func lexicon(for language: String?) -> StanceLexicon? {
        guard let code = language?.prefix(2) else { return nil }
        return lexicons.first { $0.language.prefix(2) == code }
    }

    /// The markers of a page by paragraph and range; none where the language is unknown to the
    /// model. Only body and headline paragraphs are marked. O(tokens).
    public func markers(in input: StanceInput) -> [StanceMarker] {
        guard let lexicon = lexicon(for: input.language) else { return [] }
        let proposer = StanceProposer(lexicon: lexicon, outletNames: input.outletNames)
        let scorer = StanceScorer(table, settings, lexicon)
        var page = proposer.page(of: input) { scorer.isHopeful(&$0, $1) }
        page.describeRivals(lexicon) { $0.proposal != 0 }
        return page.paragraphs.flatMap { scorer.markers(in: $0, rows: page.rows) }
    }
}

extension StanceScorer {
    /// The markers of one paragraph.
    func markers(in paragraph: ProposedParagraph, rows: [Int32]) -> [StanceMarker] {
        var scored: [ScoredCandidate] = []
        for index in paragraph.candidates.indices
        where paragraph.candidates[index].proposal != 0 {
            let candidate = paragraph.candidates[index]
            if let item = ScoredCandidate(
                candidate, index: index, probabilities(of: candidate), settings.thresholds)
            {
                scored.append(item)
            }
        }
        if scored.isEmpty { return [] }
        let chosen = StanceSelection.chosen(scored)
        let speakers = SpeakerFinder(
            tokens: paragraph.tokens, quotations: paragraph.quotations)
        let verbs = chosen.filter {
            $0.category == .attribution || $0.category == .endorsement
                || $0.category == .distancing
        }.map(\.tokens)
        return chosen.map { item in
            let candidate = paragraph.candidates[item.index]
            let category = item.category
            let row =
                rows[candidate.rows].first {
                    lexicon.tables.category(of: $0) == category
                } ?? rows[candidate.rows].first
            return StanceMarker(
                paragraph: paragraph.index, range: candidate.range, category: category,
                attributes: attributes(of: candidate, category, row),
                voice: candidate.isQuoted ? .quoted : .writer,
                speaker: candidate.isQuoted
                    ? speakers.speaker(of: candidate.tokens, verbs: verbs) : nil,
                reason: StanceMarker.Reason(
                    source: row.map { "term \"\(lexicon.tables.wording(of: $0))\"" }
                        ?? candidate.rule?.name ?? "",
                    probability: item.probability,
                    threshold: settings.thresholds[Int(category.rawValue)]))
        }
    }

    /// What is known of a marker beside its category; `row` proposed it.
    private func attributes(
        of candidate: StanceCandidate, _ category: StanceCategory, _ row: Int32?
    ) -> StanceMarker.Attributes {
        var attributes = StanceMarker.Attributes()
        let tables = lexicon.tables
        switch category {
        case .naming, .loaded, .attitude:
            let key = SpellingHash.pair(lexicon.salt ^ 0x55, candidate.wording)
            let given = row.flatMap { tables.polarity(of: $0) }.flatMap {
                $0 == 0 ? nil : StancePolarity(rawValue: $0 - 1)
            }
            attributes.polarity = counts.polarity(of: key) ?? given
        case .attribution, .endorsement:
            attributes.anonymous = row.map { tables.isAnonymous($0) } ?? false
        default: break
        }
        if category == .naming, let row {
            attributes.referent = tables.referentName(of: row)
            let alternatives = tables.alternatives(of: row)
            attributes.alternatives = alternatives.isEmpty ? nil : alternatives
        }
        return attributes
    }
}
