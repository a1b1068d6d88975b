import NaiveBayes

/// Learns stance marking from annotated documents, and forgets it again exactly.
public struct StanceTrainer: Sendable {
    /// The lexicons with which documents are read.
    public private(set) var lexicons: [StanceLexicon]
    /// The counts of all documents added and not removed.
    public private(set) var counts = StanceCounts()
    /// Strengths and weights used.
    public var settings = StanceSettings()

    /// A trainer without samples.
    public init(lexicons: [StanceLexicon]) { self.lexicons = lexicons }

    /// A trainer that goes on from a model's counts. Throws ``ModelError`` where they are damaged.
    package init(_ model: StanceModel) throws(ModelError) {
        lexicons = model.lexicons
        counts = try model.counts()
        settings = model.settings
    }

    /// Adds a document with complete markers, counted `weight` times; one without, or in a
    /// language without a lexicon, changes nothing. Returns whether it counted. O(tokens).
    @discardableResult
    public mutating func add(_ document: AnnotatedDocument, weight: Int = 1) -> Bool {
        count(document, Int32(weight))
    }

    /// Removes a document that was added before with the same weight: the counts are then as if
    /// it never was. O(tokens).
    @discardableResult
    public mutating func remove(_ document: AnnotatedDocument, weight: Int = 1) -> Bool {
        count(document, -Int32(weight))
    }

    private mutating func count(_ document: AnnotatedDocument, _ sign: Int32) -> Bool {
        guard let lexicon = lexicon(for: document),
            let sample = StanceSample(document, lexicon: lexicon)
        else { return false }
        counts.count(sample, lexicon, sign)
        return true
    }

    private func lexicon(for document: AnnotatedDocument) -> StanceLexicon? {
        document.language.flatMap { lexicon(of: $0) }
    }

    /// The lexicon of a language, nil where there is none.
    package func lexicon(of language: String) -> StanceLexicon? {
        index(of: language).map { lexicons[$0] }
    }

    private func index(of language: String) -> Int? {
        lexicons.firstIndex { $0.language.prefix(2) == language.prefix(2) }
    }

    /// Adds rows to the lexicon of a language, those it has already left out. Returns false
    /// where there is no such lexicon. Documents added before are not counted by them.
    /// O(all forms).
    package mutating func accept(_ rows: [StanceTerm], language: String) -> Bool {
        guard let index = index(of: language) else { return false }
        let known = Set(lexicons[index].terms)
        let new = rows.filter { !known.contains($0) }
        if !new.isEmpty {
            lexicons[index] = StanceLexicon(
                terms: lexicons[index].terms + new, language: lexicons[index].language)
        }
        return true
    }

    /// Takes rows out of the lexicon of a language. Returns the first that it does not have,
    /// and changes nothing then. O(all forms).
    package mutating func drop(_ rows: [StanceTerm], language: String) -> StanceTerm? {
        guard let index = index(of: language) else { return rows.first }
        let terms = lexicons[index].terms
        let known = Set(terms)
        if let missing = rows.first(where: { !known.contains($0) }) { return missing }
        let dropped = Set(rows)
        lexicons[index] = StanceLexicon(
            terms: terms.filter { !dropped.contains($0) }, language: lexicons[index].language)
        return nil
    }

    /// A model of the counts with the thresholds given in the settings.
    public func makeModel() -> StanceModel {
        StanceModel(lexicons: lexicons, counts: counts, settings: settings)
    }

    /// A model of the counts with thresholds fitted on documents that were added, each scored
    /// without its own counts; `weight` is the one it was added with. The languages' thresholds
    /// are the same. O(documents · candidates).
    public func makeModel(
        fittedOn documents: [(document: AnnotatedDocument, weight: Int)]
    ) -> StanceModel {
        var settings = settings
        var samples: [(StanceSample, StanceLexicon)] = []
        for (document, weight) in documents {
            guard let lexicon = lexicon(for: document),
                var sample = StanceSample(document, lexicon: lexicon)
            else { continue }
            sample.weight = weight
            sample.fitWeight = Float(weight)
            samples.append((sample, lexicon))
        }
        settings.thresholds = StanceFit.thresholds(
            counts: counts, samples: samples, settings: settings)
        return StanceModel(lexicons: lexicons, counts: counts, settings: settings)
    }
}

extension StanceCounts {
    /// Adds a sample's candidates, or subtracts them with `sign` −1. O(candidates).
    mutating func count(_ sample: StanceSample, _ lexicon: StanceLexicon, _ sign: Int32) {
        let language = lexicon.salt
        let sign = sign * Int32(sample.weight)
        countWordings(sample, lexicon, language, sign)
        for (candidate, label) in zip(sample.candidates, sample.classes) {
            // Rows that only other samples support must count the same whatever was added
            // before, so all rows of the lexicon propose here.
            guard
                let proposal = StanceProposal.bits(
                    of: candidate, sample.rows[candidate.rows], lexicon: lexicon)
            else { continue }
            let keys = StanceKeys(candidate, proposal: proposal, language: language)
            add(sign, of: keys.proposal, in: label)
            add(sign, of: keys.wording, in: label)
            add(sign, of: keys.form, in: label)
            for feature in 0..<candidate.context.scalarCount {
                add(sign, of: keys.context(feature, candidate.context[feature]), in: label)
            }
            let own = keys.own(candidate.context)
            for index in own.indices { add(sign, of: own[index], in: label) }
        }
    }

    private mutating func countWordings(
        _ sample: StanceSample, _ lexicon: StanceLexicon, _ language: UInt32, _ sign: Int32
    ) {
        for term in sample.wordings {
            let key = SpellingHash.of(folded: SpellingFold.bytes(of: term.term))
            let learnt = SpellingHash.pair(language ^ 0x44, key)
            add(sign, of: learnt, in: Int(term.category.rawValue))
        }
        var polarities: [StanceMark.Place: StancePolarity] = [:]
        for mark in sample.gold { polarities[mark.place] = mark.polarity }
        for (candidate, place) in zip(sample.candidates, sample.places) {
            guard let polarity = polarities[place] else { continue }
            let key = SpellingHash.pair(language ^ 0x55, candidate.wording)
            add(sign, polarity: polarity, of: key)
        }
    }
}
