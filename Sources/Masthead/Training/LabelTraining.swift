import NaiveBayes

/// Trains the label model on samples whose texts stay outside the project, together with the
/// project's own documents: count tables and weights of the first, counts of the second.
///
/// The same steps make `TrainingData/counts` and, with the test's groups left out, the models of
/// a cross-validation.
package struct LabelTraining: Sendable {
    /// Samples outside the project, each once in whole and perhaps once reduced.
    private var samples: [LabelSample] = []
    /// The project's own documents.
    private var own: [LabelSample] = []
    /// The parts of the evidence that the model is to do without.
    package var omitted: Set<EvidencePart> = []

    /// How much a line of the project's own documents weighs in the fit, and one of a reduced
    /// page: both stand for pages that are real.
    private static let ownWeight: Float = 0.5
    private static let reducedWeight: Float = 0.5
    /// How much a line of a page weighs that was only aligned with the article's text.
    private static let alignedWeight: Float = 0.25

    /// Training on `documents`, grouped by the value of `key`, with the project's `own`.
    ///
    /// A page that stands in the samples twice counts once, where it stands first; the later
    /// one may still be evaluated on. O(text).
    package init(
        _ documents: [AnnotatedDocument], own: [AnnotatedDocument], group key: String = "family"
    ) {
        var seen: Set<String> = []
        for document in documents {
            let regime = document.other["regime"]?.string ?? ""
            if !document.id.isEmpty && !seen.insert(document.id + "\t" + regime).inserted {
                continue
            }
            var sample = LabelSample(document, group: key)
            if !sample.isLabelledByHand {
                sample.fitWeight *= Self.alignedWeight
                sample.isTypical = false
            }
            samples.append(sample)
            if sample.isLabelledByHand, var reduced = ReducedPage.sample(of: document, group: key) {
                reduced.fitWeight = Self.reducedWeight
                reduced.isTypical = false
                samples.append(reduced)
            }
        }
        self.own = own.map { document in
            var sample = LabelSample(document, group: key)
            sample.fitWeight *= Self.ownWeight
            sample.isTypical = false
            return sample
        }
    }

    /// The training without some groups.
    package func without(_ groups: Set<String>) -> LabelTraining {
        var rest = self
        rest.samples.removeAll { groups.contains($0.group) }
        rest.own.removeAll { groups.contains($0.group) }
        return rest
    }

    /// The weights, fitted on what every group's lines look like to the others.
    /// O(epochs · lines · inputs).
    package func weights() -> LabelWeights {
        var counts = LabelCounts()
        for sample in samples + own { counts.add(sample) }
        var fit = LabelWeightFit()
        fit.omitted = omitted
        return fit.weights(samples + own, counts: counts)
    }

    /// The counts of the outside samples that may be published (``Tabulation``). O(features).
    package func publishedCounts() -> LabelCounts { Tabulation(samples).published }

    /// The model of the published counts, the own documents and the weights.
    package func model() -> Model {
        var counts = publishedCounts()
        for sample in own { counts.add(sample) }
        return Trainer(counts: counts, weights: weights()).makeModel()
    }
}
