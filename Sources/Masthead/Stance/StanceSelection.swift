import NaiveBayes

/// A candidate with its probabilities.
struct ScoredCandidate: Sendable {
    let candidate: StanceCandidate
    let probabilities: ClassVector

    /// The category that reaches most of its threshold.
    func best(_ thresholds: [Float]) -> (category: StanceCategory, share: Float) {
        var best = 0
        var share: Float = -1
        for lane in 0..<StanceCategory.count {
            let value = probabilities[lane] / thresholds[lane]
            if value > share { (best, share) = (lane, value) }
        }
        return (StanceCategory(rawValue: UInt8(best)) ?? .naming, share)
    }
}

/// Chooses among candidates of one paragraph that overlap.
enum StanceSelection {
    /// A longer wording is taken before a shorter one inside it unless the shorter reaches its
    /// threshold by this much more for each token.
    private static let bonus: Float = 1.3

    /// The chosen candidates in order of their ranges: those that reach the threshold of a
    /// category, overlapping ones only where one of them is a question or a quotation.
    static func chosen(
        _ scored: [ScoredCandidate], thresholds: [Float]
    ) -> [(ScoredCandidate, StanceCategory)] {
        var ranked: [(item: ScoredCandidate, category: StanceCategory, share: Float)] = []
        for item in scored {
            let (category, share) = item.best(thresholds)
            guard share >= 1 else { continue }
            let length = Float(min(item.candidate.tokens.count, 5) - 1)
            ranked.append((item, category, share * (1 + (bonus - 1) * length)))
        }
        ranked.sort {
            $0.share != $1.share
                ? $0.share > $1.share
                : $0.item.candidate.tokens.lowerBound
                    < $1.item.candidate.tokens.lowerBound
        }
        var kept: [(ScoredCandidate, StanceCategory)] = []
        for entry in ranked {
            let clash = kept.contains {
                holds($0.0, $0.1) == holds(entry.item, entry.category)
                    && $0.0.candidate.range.overlaps(entry.item.candidate.range)
            }
            if !clash { kept.append((entry.item, entry.category)) }
        }
        return kept.sorted {
            ($0.0.candidate.range.lowerBound, $0.0.candidate.range.upperBound)
                < ($1.0.candidate.range.lowerBound, $1.0.candidate.range.upperBound)
        }
    }

    private static func holds(_ item: ScoredCandidate, _ category: StanceCategory) -> Bool {
        item.candidate.rule?.holdsOthers == true
    }
}
