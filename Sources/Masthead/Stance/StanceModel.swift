import NaiveBayes

/// Marks the wordings by which an article shows where it stands.
public struct StanceModel: Sendable {
    /// The lexicons by language.
    public let lexicons: [StanceLexicon]
    /// What was learnt from annotated documents.
    public let counts: StanceCounts
    private let table: StanceTable
    /// Strengths, weights and thresholds.
    public let settings: StanceSettings

    /// A model of those parts.
    public init(
        lexicons: [StanceLexicon], counts: StanceCounts = StanceCounts(),
        settings: StanceSettings = StanceSettings()
    ) {
        self.lexicons = lexicons
        self.counts = counts
        table = StanceTable(counts)
        self.settings = settings
    }

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
        var markers: [StanceMarker] = []
        for paragraph in proposer.candidates(on: input) {
            let scored = paragraph.candidates.compactMap { candidate in
                scorer.probabilities(of: candidate).map {
                    ScoredCandidate(candidate: candidate, probabilities: $0)
                }
            }
            markers += scorer.markers(scored, in: paragraph)
        }
        return markers
    }
}

extension StanceProposer {
    /// The candidates of a page's article paragraphs, by paragraph.
    func candidates(on input: StanceInput) -> [ProposedParagraph] {
        var found: [ProposedParagraph] = []
        var seen: UInt32 = 0
        for (index, paragraph) in input.paragraphs.enumerated() where paragraph.isArticle {
            let place: UInt32 = seen == 0 ? 0 : seen < 3 ? 1 : 2
            seen += 1
            let context = PlaceOnPage(label: paragraph.label, place: place)
            found.append(candidates(in: paragraph.text, at: index, context: context))
        }
        describeRivals(&found)
        return found
    }
}

extension StanceScorer {
    /// The markers of one paragraph from its scored candidates.
    func markers(_ scored: [ScoredCandidate], in paragraph: ProposedParagraph) -> [StanceMarker] {
        let chosen = StanceSelection.chosen(scored, thresholds: settings.thresholds)
        let speakers = SpeakerFinder(
            tokens: paragraph.tokens, quotations: paragraph.quotations)
        let verbs = chosen.filter {
            $0.1 == .attribution || $0.1 == .endorsement || $0.1 == .distancing
        }.map { $0.0.candidate.tokens }
        return chosen.map { item, category in
            let candidate = item.candidate
            return StanceMarker(
                paragraph: candidate.paragraph, range: candidate.range, category: category,
                attributes: attributes(of: candidate, category),
                voice: candidate.isQuoted ? .quoted : .writer,
                speaker: candidate.isQuoted
                    ? speakers.speaker(of: candidate.tokens, verbs: verbs) : nil,
                reason: StanceMarker.Reason(
                    source: source(of: candidate, category),
                    probability: item.probabilities[Int(category.rawValue)],
                    threshold: settings.thresholds[Int(category.rawValue)]))
        }
    }

    /// The row that proposed the candidate for a category, else its first.
    private func term(of candidate: StanceCandidate, _ category: StanceCategory) -> StanceTerm? {
        let row = candidate.rows.first { lexicon.terms[Int($0)].category == category }
        return (row ?? candidate.rows.first).map { lexicon.terms[Int($0)] }
    }

    private func source(of candidate: StanceCandidate, _ category: StanceCategory) -> String {
        if let term = term(of: candidate, category) { return "term \"\(term.term)\"" }
        return candidate.rule?.name ?? ""
    }

    private func attributes(
        of candidate: StanceCandidate, _ category: StanceCategory
    ) -> StanceMarker.Attributes {
        var attributes = StanceMarker.Attributes()
        let term = term(of: candidate, category)
        switch category {
        case .naming, .loaded, .attitude:
            let key = SpellingHash.pair(language ^ 0x55, candidate.wording)
            let given = term?.attributes["polarity"].flatMap { StancePolarity(name: $0) }
            attributes.polarity = counts.polarity(of: key) ?? given
        case .attribution, .endorsement:
            attributes.anonymous = term?.attributes["anonymous"].map { $0 == "true" } ?? false
        default: break
        }
        if category == .naming {
            attributes.referent = term?.attributes["referent"]
            attributes.alternatives = term.flatMap {
                $0.alternatives.isEmpty ? nil : $0.alternatives
            }
        }
        return attributes
    }
}
