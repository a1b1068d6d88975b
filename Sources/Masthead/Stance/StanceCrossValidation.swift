import NaiveBayes

/// Scores documents with models that never counted them.
public struct StanceCrossValidation: Sendable {
    /// The lexicon without what samples propose.
    public let lexicon: StanceLexicon
    /// Wordings of the training documents' markers join the lexicon of their fold.
    public var acceptsWordings = true
    /// How often each scored document counts against once for those of `always`.
    public var weight = 2
    /// Strengths and weights; the thresholds are fitted in each fold.
    public var settings = StanceSettings()

    /// Cross-validation with that lexicon.
    public init(lexicon: StanceLexicon) { self.lexicon = lexicon }

    /// Scores each of `documents` with a model of all others and of `always`. Documents
    /// without markers, or in other languages than the lexicon, are left out.
    public func evaluate(
        _ documents: [AnnotatedDocument], always: [AnnotatedDocument]
    ) -> StanceEvaluation {
        var evaluation = StanceEvaluation()
        for (_, found, gold) in predictions(documents, always: always) {
            evaluation.add(found: found.map(StanceMark.init), annotated: gold)
        }
        return evaluation
    }

    /// The markers found in each document by the model of its fold, and the annotated ones.
    func predictions(
        _ documents: [AnnotatedDocument], always: [AnnotatedDocument]
    ) -> [(document: AnnotatedDocument, found: [StanceMarker], gold: [StanceMark])] {
        let language = lexicon.language.prefix(2)
        let folds = documents.filter { $0.markers != nil && $0.language?.prefix(2) == language }
        let training = folds + always
        let wide = acceptsWordings ? lexicon.adding(StanceProposals.rows(training, lexicon)) : lexicon
        var samples = training.compactMap { StanceSample($0, lexicon: wide) }
        for index in folds.indices { samples[index].weight = weight }
        var counts = StanceCounts()
        for sample in samples { counts.count(sample, wide, 1) }
        return folds.indices.map { fold in
            counts.count(samples[fold], wide, -1)
            defer { counts.count(samples[fold], wide, 1) }
            var settings = settings
            let others = samples.indices.filter { $0 != fold }.map { samples[$0] }
            settings.thresholds = StanceThresholds.fitted(
                counts: counts, lexicon: wide, samples: others, settings: settings)
            let model = StanceModel(lexicons: [wide], counts: counts, settings: settings)
            return (folds[fold], model.markers(in: StanceInput(folds[fold])), samples[fold].gold)
        }
    }
}

/// Fits the thresholds of the categories.
enum StanceThresholds {
    /// The thresholds that give each category its best exact F1 when each sample is scored by
    /// the counts of all others. `counts` holds all samples. O(samples · candidates).
    static func fitted(
        counts: StanceCounts, lexicon: StanceLexicon, samples: [StanceSample],
        settings: StanceSettings
    ) -> [Float] {
        var counts = counts
        var scores = [[(Float, Bool, Int)]](repeating: [], count: StanceCategory.count)
        var annotated = [Int](repeating: 0, count: StanceCategory.count)
        for sample in samples {
            counts.count(sample, lexicon, -1)
            let scorer = StanceScorer(counts, settings, lexicon)
            for (candidate, label) in zip(sample.candidates, sample.classes) {
                guard let probabilities = scorer.probabilities(of: candidate) else { continue }
                for lane in 0..<StanceCategory.count where probabilities[lane] >= Self.least {
                    scores[lane].append((probabilities[lane], label == lane, sample.weight))
                }
            }
            for mark in sample.gold { annotated[Int(mark.category.rawValue)] += sample.weight }
            counts.count(sample, lexicon, 1)
        }
        return (0..<StanceCategory.count).map { best(scores[$0], annotated: annotated[$0]) }
    }

    /// Lower probabilities never help.
    private static let least: Float = 0.08

    private static func best(_ scores: [(Float, Bool, Int)], annotated: Int) -> Float {
        let sorted = scores.sorted { $0.0 > $1.0 }
        var best: (threshold: Float, f1: Float) = (0.4, 0)
        var hits = 0
        var found = 0
        for (index, score) in sorted.enumerated() {
            found += score.2
            if score.1 { hits += score.2 }
            if index + 1 < sorted.count, sorted[index + 1].0 == score.0 { continue }
            let f1 = 2 * Float(hits) / Float(found + annotated)
            if f1 > best.f1 { best = (score.0, f1) }
        }
        return max(best.threshold, least)
    }
}
