import NaiveBayes

/// Fits the thresholds on samples that are each scored by the counts of all others.
enum StanceFit {
    /// Lower probabilities never help.
    private static let leastThreshold: Float = 0.12
    /// What the best threshold of a category, found on few markers, is averaged with: the one
    /// value for all categories that did best over the German documents.
    private static let usualThreshold: Float = 0.45

    /// A candidate's probability of a category, and whether it is a marker of it.
    private struct Decision {
        let probability: Float
        let isRight: Bool
        let weight: Float
    }

    /// The thresholds that give each category its best exact F1, drawn towards the usual one.
    /// `counts` holds all samples. O(samples · candidates).
    static func thresholds(
        counts: StanceCounts, samples: [(sample: StanceSample, lexicon: StanceLexicon)],
        settings: StanceSettings
    ) -> [Float] {
        var counts = counts
        var decisions = [[Decision]](repeating: [], count: StanceCategory.count)
        var annotated = [Float](repeating: 0, count: StanceCategory.count)
        for (sample, lexicon) in samples {
            counts.count(sample, lexicon, -1)
            let scorer = StanceScorer(counts, settings, lexicon)
            for (candidate, label) in zip(sample.candidates, sample.classes) {
                var candidate = candidate
                guard scorer.isHopeful(&candidate, sample.rows[candidate.rows]) else { continue }
                let probabilities = scorer.probabilities(of: candidate)
                for lane in 0..<StanceCategory.count where probabilities[lane] >= leastThreshold {
                    decisions[lane].append(
                        Decision(
                            probability: probabilities[lane], isRight: label == lane,
                            weight: sample.fitWeight))
                }
            }
            for mark in sample.gold {
                annotated[Int(mark.category.rawValue)] += sample.fitWeight
            }
            counts.count(sample, lexicon, 1)
        }
        return decisions.indices.map {
            (best(decisions[$0], annotated: annotated[$0]) + usualThreshold) / 2
        }
    }

    private static func best(_ decisions: [Decision], annotated: Float) -> Float {
        let sorted = decisions.sorted { $0.probability > $1.probability }
        var best: (threshold: Float, f1: Float) = (usualThreshold, 0)
        var hits: Float = 0
        var found: Float = 0
        for (index, decision) in sorted.enumerated() {
            found += decision.weight
            if decision.isRight { hits += decision.weight }
            if index + 1 < sorted.count, sorted[index + 1].probability == decision.probability {
                continue
            }
            let f1 = 2 * hits / (found + annotated)
            if f1 > best.f1 { best = (decision.probability, f1) }
        }
        return best.threshold
    }
}
