/// What the pages of one site have in common, against the pages of the other sites.
public struct SiteProfile: Sendable, Hashable {
    /// The site or outlet that the pages were filed under.
    public let site: String
    /// Number of pages.
    public let pages: Int
    /// The figures of the pages by name, for example `mean sentence length`.
    public let figures: [String: MeanWithInterval]
    /// The words of article and headline that stand out most, highest z-score first.
    public let characteristicWords: [CharacteristicWord]
    /// Lines that stand on at least two pages and a tenth of them, most frequent first.
    public let repeatedLines: [Counted]
    /// The agencies and outlets that the pages credit, with the number of pages that do so,
    /// most frequent first.
    public let credits: [Counted]

    /// A text and on how many pages it stands.
    public struct Counted: Sendable, Hashable {
        /// The line or the name.
        public let text: String
        /// Pages it stands on; for lines of very many pages a lower bound (``SiteProfiles``).
        public let pages: Int
    }

    /// A word that stands out.
    public struct CharacteristicWord: Sendable, Hashable {
        /// The lower-cased word.
        public let word: String
        /// Its occurrences on the site's pages.
        public let count: Int
        /// Log-odds ratio against the other sites (Monroe, Colaresi and Quinn 2008).
        public let logOdds: Double
        /// The ratio in standard deviations.
        public let z: Double
    }
}

/// A figure of one page, 0 or more.
public struct PageFigure: Sendable, Hashable {
    /// The figure.
    public let value: Double
    /// The largest value it can have, for example 1 for a share; nil where there is none.
    public let limit: Double?

    /// A figure.
    public init(_ value: Double, limit: Double? = nil) {
        self.value = value
        self.limit = limit
    }
}

/// A mean over pages with the interval that holds the true mean in 95 of 100 samples.
public struct MeanWithInterval: Sendable, Hashable {
    /// Number of pages that have the figure.
    public let count: Int
    /// The mean.
    public let mean: Double
    /// 95 % interval, within what the figure can be; nil for a single page. By Student's t; for a
    /// figure with a limit the score interval of Wilson (1927), see `Documentation/style.md`.
    public let interval: ClosedRange<Double>?

    /// The mean of values given by their number, sum and sum of squares.
    init(count: Int, sum: Double, squares: Double, limit: Double? = nil) {
        self.count = count
        mean = count == 0 ? 0 : sum / Double(count)
        guard count > 1 else {
            interval = nil
            return
        }
        let variance = max(0, (squares - sum * mean) / Double(count - 1))
        let quantile = Self.studentQuantile(count - 1)
        if let limit {
            let score = Self.scoreInterval(
                min(mean / limit, 1), variance / (limit * limit), Double(count), quantile)
            interval = (score.lowerBound * limit)...(score.upperBound * limit)
        } else {
            let half = quantile * (variance / Double(count)).squareRoot()
            interval = max(0, mean - half)...(mean + half)
        }
    }

    /// Wilson's interval for a mean share `p`, with as many yes-or-no answers as would have the
    /// variance that the pages' shares have (after Dean and Pagano 2015): shares of a page's
    /// words are many answers each, but those of one page are alike.
    private static func scoreInterval(
        _ p: Double, _ variance: Double, _ count: Double, _ quantile: Double
    ) -> ClosedRange<Double> {
        let spread = p * (1 - p)
        if variance <= 0 && spread > 0 { return p...p }
        let answers = spread > 0 ? spread * count / variance : count
        let square = quantile * quantile / answers
        let center = (p + square / 2) / (1 + square)
        let half = (spread / answers * quantile * quantile + square * square / 4).squareRoot()
        return max(0, center - half / (1 + square))...min(1, center + half / (1 + square))
    }

    /// The 97.5 % quantile of Student's t; above ten degrees of freedom by the first terms of
    /// its expansion around the normal quantile, right to three digits.
    private static func studentQuantile(_ degrees: Int) -> Double {
        let exact = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228]
        if degrees <= exact.count { return exact[degrees - 1] }
        let n = Double(degrees)
        return 1.95996 + 2.37227 / n + 2.82250 / (n * n)
    }
}
