import NaiveBayes

/// Fits the weights and thresholds on samples that are each scored by the counts of all others.
enum StanceFit {
    /// Lower probabilities never help.
    private static let leastThreshold: Float = 0.12
    /// Passes over the candidates; more change no weight by 0.01.
    private static let passes = 12
    private static let batch = 256
    private static let rate: Float = 0.02

    /// Fits weights and thresholds. `counts` holds all samples. O(samples · candidates).
    static func fit(
        _ settings: inout StanceSettings, counts: StanceCounts, lexicon: StanceLexicon,
        samples: [StanceSample]
    ) {
        let rows = heldOut(settings, counts, lexicon, samples)
        settings.weights = weights(rows, start: settings.weights)
        settings.thresholds = thresholds(rows, settings.weights, samples)
    }

    /// The evidence of all candidates, each from the counts without its own document.
    struct Rows {
        /// Evidence, row after row; `starts` has one more element than there are rows.
        var evidence: [ClassVector] = []
        var features: [UInt8] = []
        var starts: [Int] = [0]
        var classes: [Int] = []
        var weights: [Float] = []

        var count: Int { classes.count }

        func logits(_ row: Int, _ weights: [Float]) -> ClassVector {
            var sum = ClassVector.zero
            for index in starts[row]..<starts[row + 1] {
                sum += evidence[index] * weights[Int(features[index])]
            }
            return sum
        }
    }

    private static func heldOut(
        _ settings: StanceSettings, _ counts: StanceCounts, _ lexicon: StanceLexicon,
        _ samples: [StanceSample]
    ) -> Rows {
        var counts = counts
        var rows = Rows()
        for sample in samples {
            counts.count(sample, lexicon, -1)
            let scorer = StanceScorer(counts, settings, lexicon)
            for (candidate, label) in zip(sample.candidates, sample.classes) {
                let found = scorer.evidence(of: candidate) { feature, evidence in
                    rows.evidence.append(evidence)
                    rows.features.append(UInt8(feature))
                }
                guard found else { continue }
                rows.starts.append(rows.evidence.count)
                rows.classes.append(label)
                rows.weights.append(Float(sample.weight))
            }
            counts.count(sample, lexicon, 1)
        }
        return rows
    }

    /// Weights that minimise the log loss, by Adam (Kingma and Ba 2015), never below 0.
    private static func weights(_ rows: Rows, start: [Float]) -> [Float] {
        var weights = start
        var mean = [Float](repeating: 0, count: weights.count)
        var square = mean
        var order = Array(0..<rows.count)
        var random = SplitMix(seed: 1)
        let mask = ClassVector.mask(StanceCounts.classes)
        let steps = passes * ((rows.count + batch - 1) / batch)
        var step = 0
        var decay: (first: Float, second: Float) = (1, 1)
        for _ in 0..<passes {
            order.shuffle(using: &random)
            for first in stride(from: 0, to: order.count, by: batch) {
                var gradient = [Float](repeating: 0, count: weights.count)
                var total: Float = 0
                for row in order[first..<min(first + batch, order.count)] {
                    var error = softmax(rows.logits(row, weights), mask: mask)
                    error[rows.classes[row]] -= 1
                    error *= rows.weights[row]
                    total += rows.weights[row]
                    for index in rows.starts[row]..<rows.starts[row + 1] {
                        gradient[Int(rows.features[index])] += (error * rows.evidence[index]).sum()
                    }
                }
                step += 1
                decay = (decay.first * 0.9, decay.second * 0.999)
                let rate = rate * (1 - Float(step) / Float(steps + 1))
                for index in weights.indices {
                    let slope = gradient[index] / max(total, 1)
                    mean[index] = mean[index] * 0.9 + slope * 0.1
                    square[index] = square[index] * 0.999 + slope * slope * 0.001
                    let size = (square[index] / (1 - decay.second)).squareRoot() + 1e-6
                    weights[index] -= mean[index] / (1 - decay.first) / size * rate
                    weights[index] = max(weights[index], 0)
                }
            }
        }
        return weights
    }

    /// The thresholds that give each category its best exact F1.
    private static func thresholds(
        _ rows: Rows, _ weights: [Float], _ samples: [StanceSample]
    ) -> [Float] {
        var scores = [[(Float, Bool, Float)]](repeating: [], count: StanceCategory.count)
        var annotated = [Float](repeating: 0, count: StanceCategory.count)
        let mask = ClassVector.mask(StanceCounts.classes)
        for row in 0..<rows.count {
            let probabilities = softmax(rows.logits(row, weights), mask: mask)
            for lane in 0..<StanceCategory.count where probabilities[lane] >= leastThreshold {
                scores[lane].append((probabilities[lane], rows.classes[row] == lane, rows.weights[row]))
            }
        }
        for sample in samples {
            for mark in sample.gold {
                annotated[Int(mark.category.rawValue)] += Float(sample.weight)
            }
        }
        return (0..<StanceCategory.count).map { best(scores[$0], annotated: annotated[$0]) }
    }

    private static func best(_ scores: [(Float, Bool, Float)], annotated: Float) -> Float {
        let sorted = scores.sorted { $0.0 > $1.0 }
        var best: (threshold: Float, f1: Float) = (0.4, 0)
        var hits: Float = 0
        var found: Float = 0
        for (index, score) in sorted.enumerated() {
            found += score.2
            if score.1 { hits += score.2 }
            if index + 1 < sorted.count, sorted[index + 1].0 == score.0 { continue }
            let f1 = 2 * hits / (found + annotated)
            if f1 > best.f1 { best = (score.0, f1) }
        }
        return max(best.threshold, leastThreshold)
    }
}
