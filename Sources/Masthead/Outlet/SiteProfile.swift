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

/// A mean over pages with the interval that holds the true mean in 95 of 100 samples.
public struct MeanWithInterval: Sendable, Hashable {
    /// Number of pages that have the figure.
    public let count: Int
    /// The mean.
    public let mean: Double
    /// 95 % interval by Student's t; nil for a single page.
    public let interval: ClosedRange<Double>?

    /// The mean of values given by their number, sum and sum of squares.
    init(count: Int, sum: Double, squares: Double) {
        self.count = count
        mean = count == 0 ? 0 : sum / Double(count)
        guard count > 1 else {
            interval = nil
            return
        }
        let variance = max(0, (squares - sum * mean) / Double(count - 1))
        let half = Self.studentQuantile(count - 1) * (variance / Double(count)).squareRoot()
        interval = (mean - half)...(mean + half)
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
