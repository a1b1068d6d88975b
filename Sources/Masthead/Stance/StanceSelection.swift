import NaiveBayes

/// A candidate that reaches the threshold of a category.
struct ScoredCandidate: Sendable {
    /// Index of the candidate in its paragraph.
    let index: Int
    let tokens: Range<Int>
    /// Whether it may hold other markers.
    let holdsOthers: Bool
    let category: StanceCategory
    let probability: Float
    /// The probability in thresholds, longer wordings favoured.
    let share: Float

    /// A longer wording is taken before a shorter one inside it unless the shorter reaches its
    /// threshold by this much more for each token.
    private static let bonus: Float = 1.3

    /// The candidate as the category that reaches most of its threshold; nil where none
    /// reaches it.
    init?(
        _ candidate: StanceCandidate, index: Int, _ probabilities: ClassVector,
        _ thresholds: [Float]
    ) {
        var best = 0
        var share: Float = -1
        for lane in 0..<StanceCategory.count {
            let value = probabilities[lane] / thresholds[lane]
            if value > share { (best, share) = (lane, value) }
        }
        guard share >= 1, let category = StanceCategory(rawValue: UInt8(best)) else { return nil }
        self.index = index
        self.category = category
        tokens = candidate.tokens
        holdsOthers = candidate.rule?.holdsOthers == true
        probability = probabilities[best]
        let length = Float(min(candidate.tokens.count, 5) - 1)
        self.share = share * (1 + (Self.bonus - 1) * length)
    }
}

/// Chooses among candidates of one paragraph that overlap.
enum StanceSelection {
    /// The chosen candidates in order of their ranges: overlapping ones only where one of them
    /// is a question or a quotation. O(candidates²) for those that overlap.
    static func chosen(_ scored: [ScoredCandidate]) -> [ScoredCandidate] {
        let ranked = scored.sorted {
            $0.share != $1.share
                ? $0.share > $1.share : $0.tokens.lowerBound < $1.tokens.lowerBound
        }
        var kept: [ScoredCandidate] = []
        for item in ranked {
            let clash = kept.contains {
                $0.holdsOthers == item.holdsOthers && $0.tokens.overlaps(item.tokens)
            }
            if !clash { kept.append(item) }
        }
        return kept.sorted {
            ($0.tokens.lowerBound, $0.tokens.upperBound)
                < ($1.tokens.lowerBound, $1.tokens.upperBound)
        }
    }
}
