import NaiveBayes

/// Scores documents with models that never counted them.
public struct StanceCrossValidation: Sendable {
    /// The lexicon without what samples propose.
    public let lexicon: StanceLexicon
    /// Wordings of the training documents' markers join the lexicon of their fold.
    public var acceptsWordings = true
    /// How often each scored document counts against once for those of `always`.
    public var weight = 3
    /// The same when weights and thresholds are fitted.
    public var fitWeight: Float = 3
    /// Strengths and weights; the thresholds are fitted in each fold, on its training documents
    /// scored one by one without their own counts.
    public var settings = StanceSettings()

    /// Documents of one group are never counted for one another; nil where each is its own.
    public var group: (@Sendable (AnnotatedDocument) -> String)?

    /// Cross-validation with that lexicon.
    public init(lexicon: StanceLexicon) { self.lexicon = lexicon }

    /// Scores each of `documents` with a model of all other groups and of `always`. Documents
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
        let wide =
            acceptsWordings ? lexicon.adding(StanceProposals.rows(training, lexicon)) : lexicon
        var samples = training.compactMap { StanceSample($0, lexicon: wide) }
        for index in folds.indices {
            samples[index].weight = weight
            samples[index].fitWeight = fitWeight
        }
        var counts = StanceCounts()
        for sample in samples { counts.count(sample, wide, 1) }
        let groups = group.map { folds.map($0) }
        return folds.indices.map { fold in
            let left = folds.indices.filter {
                $0 == fold || (groups != nil && groups?[$0] == groups?[fold])
            }
            for index in left { counts.count(samples[index], wide, -1) }
            defer { for index in left { counts.count(samples[index], wide, 1) } }
            var settings = settings
            let others = samples.indices.filter { !left.contains($0) }.map {
                (sample: samples[$0], lexicon: wide)
            }
            settings.thresholds = StanceFit.thresholds(
                counts: counts, samples: others, settings: settings)
            let model = StanceModel(lexicons: [wide], counts: counts, settings: settings)
            return (folds[fold], model.markers(in: StanceInput(folds[fold])), samples[fold].gold)
        }
    }
}
