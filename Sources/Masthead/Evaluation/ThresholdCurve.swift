/// Precision and recall of keeping at one threshold.
public struct ThresholdPoint: Sendable, Hashable {
    /// A paragraph is kept where the probabilities of the kept labels sum to at least this.
    public let threshold: Double
    /// Kept against dropped by paragraphs.
    public let lines: BinaryScore
    /// Kept against dropped by tokens.
    public let tokens: BinaryScore
}

/// Precision and recall of keeping over thresholds from 0 to 1 in steps of a hundredth.
public struct ThresholdCurve: Sendable, Hashable {
    /// The points, lowest threshold first.
    public let points: [ThresholdPoint]

    /// The curve of documents under the keep set of the settings.
    /// O(paragraphs + thresholds).
    init(of documents: [ScoredDocument], settings: EvaluationSettings) {
        let steps = Self.steps
        // Paragraphs by the last threshold at which they are still kept.
        var lines = [(drop: Int, keep: Int)](repeating: (0, 0), count: steps + 1)
        var tokens = lines
        for scored in documents {
            for (index, paragraph) in scored.document.paragraphs.enumerated() {
                guard let right = settings.shouldKeep(paragraph.label) else { continue }
                let probabilities = scored.probabilities[index]
                let mass = settings.keep.map { Double(probabilities[Int($0.rawValue)]) }
                // Sorted, so that the order of the set can't change the last bit.
                let bin = Self.lastStep(keeping: mass.sorted().reduce(0, +))
                let count = tokenCount(paragraph.text)
                lines[bin].keep += right ? 1 : 0
                lines[bin].drop += right ? 0 : 1
                tokens[bin].keep += right ? count : 0
                tokens[bin].drop += right ? 0 : count
            }
        }
        let lineScores = Self.scores(from: lines)
        let tokenScores = Self.scores(from: tokens)
        points = (0...steps).map {
            ThresholdPoint(
                threshold: Double($0) / Double(steps), lines: lineScores[$0],
                tokens: tokenScores[$0])
        }
    }

    private static let steps = 100

    /// The last threshold, in hundredths, that a sum of probabilities reaches.
    static func lastStep(keeping mass: Double) -> Int {
        var step = min(max(Int(mass * Double(steps)), 0), steps)
        // The product may round across the threshold itself.
        if step < steps && Double(step + 1) / Double(steps) <= mass { step += 1 }
        if step > 0 && Double(step) / Double(steps) > mass { step -= 1 }
        return step
    }

    private static func scores(from bins: [(drop: Int, keep: Int)]) -> [BinaryScore] {
        let keep = bins.reduce(0) { $0 + $1.keep }
        let drop = bins.reduce(0) { $0 + $1.drop }
        var below = (drop: 0, keep: 0)
        return bins.map { bin in
            var score = BinaryScore()
            score.falseNegatives = below.keep
            score.trueNegatives = below.drop
            score.truePositives = keep - below.keep
            score.falsePositives = drop - below.drop
            below = (below.drop + bin.drop, below.keep + bin.keep)
            return score
        }
    }
}
