import NaiveBayes

/// How much more often something occurs in one set of texts than in another: log-odds ratio
/// with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, eq. 15 to 22).
///
/// For counts y of n words and y′ of n′ words and prior pseudo-counts α of α₀,
///
///     δ = log((y + α) / (n + α₀ − y − α)) − log((y′ + α) / (n′ + α₀ − y′ − α))
///     σ² ≈ 1 / (y + α) + 1 / (y′ + α)
///
/// The prior draws rare words towards equal use, so that they do not lead the list.
public struct StanceLogOdds: Sendable, Hashable {
    /// Difference of the log-odds; above 0 where the first set has more.
    public let difference: Double
    /// Standard error of the difference.
    public let error: Double

    /// Difference in standard errors.
    public var z: Double { difference / error }
    /// 95 % interval of the difference.
    public var interval: ClosedRange<Double> {
        (difference - 1.96 * error)...(difference + 1.96 * error)
    }

    /// Compares `count` of `words` with `referenceCount` of `referenceWords`. The prior has
    /// `prior` pseudo-words in all, shared as both sets together share theirs. Counts are 0 or
    /// more and no count is above its words. O(1).
    public init(
        count: Int, words: Int, referenceCount: Int, referenceWords: Int, prior: Double = 500
    ) {
        let all = Double(words + referenceWords)
        // Half an occurrence keeps the share of what occurs nowhere above 0.
        let share = (Double(count + referenceCount) + 0.5) / (all + 1)
        let alpha = prior * share
        func logOdds(_ count: Int, _ words: Int) -> Double {
            let hits = Double(count) + alpha
            return log64(hits / (Double(words) + prior - hits))
        }
        difference = logOdds(count, words) - logOdds(referenceCount, referenceWords)
        let variance = 1 / (Double(count) + alpha) + 1 / (Double(referenceCount) + alpha)
        error = variance.squareRoot()
    }
}
