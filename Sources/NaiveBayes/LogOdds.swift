/// How much more a term belongs to one corpus than to another: log-odds ratio with an
/// informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, "Fightin' Words", §3.3.2).
///
/// With `y` of `n` words in the first corpus, `x` of `m` in the second, and a prior that gives
/// the term `a` of `A` pseudo-occurrences in each,
///
///     logOdds = log ((y + a) / (n + A − y − a)) − log ((x + a) / (m + A − x − a))
///     variance ≈ 1 / (y + a) + 1 / (x + a)
///     z = logOdds / √variance
///
/// The prior is informative where `a` is the term's share of a background corpus times `A`:
/// then common words need more to stand out than rare ones.
public struct LogOdds: Sendable, Hashable {
    /// The log-odds ratio, natural logarithm; positive where the first corpus has more.
    public let value: Double
    /// Its standard deviation.
    public let error: Double

    /// The standard score: the ratio in standard deviations.
    public var z: Double { value / error }

    /// The 95 % interval of the ratio.
    public var interval: ClosedRange<Double> { (value - 1.96 * error)...(value + 1.96 * error) }

    /// The ratio for a term's counts.
    ///
    /// `prior` is the term's pseudo-occurrences in each corpus, above 0, and `priorTotal` those
    /// of all terms, above `prior`. Counts must not exceed their totals.
    public init(
        _ count: Double, of total: Double, against otherCount: Double, of otherTotal: Double,
        prior: Double, priorTotal: Double
    ) {
        func odds(_ count: Double, _ total: Double) -> Double {
            let rest = total + priorTotal - count - prior
            return log64((count + prior) / max(rest, .leastNormalMagnitude))
        }
        value = odds(count, total) - odds(otherCount, otherTotal)
        let variance = 1 / (count + prior) + 1 / (otherCount + prior)
        error = variance.squareRoot()
    }

    /// The ratio of `count` in `words` to `otherCount` in `otherWords`, with a prior of 500
    /// pseudo-words that have the term as often as both corpora together: rare terms, and
    /// corpora of few words, do not stand out by chance. Counts are 0 or more and no count is
    /// above its words.
    public init(count: Int, of words: Int, against otherCount: Int, of otherWords: Int) {
        // Half an occurrence keeps the share of what occurs nowhere above 0.
        let share = (Double(count + otherCount) + 0.5) / (Double(words + otherWords) + 1)
        self.init(
            Double(count), of: Double(words), against: Double(otherCount),
            of: Double(otherWords), prior: Self.pseudoWords * share,
            priorTotal: Self.pseudoWords)
    }

    private static let pseudoWords: Double = 500
}
