import NaiveBayes

/// How well styles are told apart, on pages whose style is known.
package struct StyleEvaluation: Sendable {
    /// Pages by true style and likeliest style.
    package private(set) var confusion: [[Int]]
    /// Pages whose likeliest style is likely enough to be said, and those of them that are right.
    package private(set) var said = (pages: 0, right: 0)
    private var bins: [(count: Double, stated: Double, right: Double)]
    private static let binCount = 15

    /// No pages.
    package init() {
        confusion = Array(
            repeating: Array(repeating: 0, count: OutletStyle.count), count: OutletStyle.count)
        bins = Array(repeating: (0, 0, 0), count: Self.binCount)
    }

    /// Adds a page with the probabilities it was given.
    package mutating func add(_ probabilities: ClassVector, style: OutletStyle) {
        let best = probabilities.indexOfMax(count: OutletStyle.count)
        let truth = Int(style.rawValue)
        confusion[truth][best] += 1
        if probabilities[best] >= StyleModel.unknownBelow {
            said.pages += 1
            said.right += best == truth ? 1 : 0
        }
        let stated = Double(probabilities[best])
        let bin = min(Self.binCount - 1, max(0, Int(stated * Double(Self.binCount))))
        bins[bin].count += 1
        bins[bin].stated += stated
        bins[bin].right += best == truth ? 1 : 0
    }

    /// Adds all pages of another evaluation.
    package mutating func merge(_ other: StyleEvaluation) {
        for truth in confusion.indices {
            for best in confusion.indices { confusion[truth][best] += other.confusion[truth][best] }
        }
        said = (said.pages + other.said.pages, said.right + other.said.right)
        for bin in bins.indices {
            bins[bin].count += other.bins[bin].count
            bins[bin].stated += other.bins[bin].stated
            bins[bin].right += other.bins[bin].right
        }
    }

    /// Number of pages.
    package var count: Int { confusion.joined().reduce(0, +) }

    /// Share of the pages whose likeliest style is the true one; 0 without pages.
    package var accuracy: Double {
        let right = confusion.indices.reduce(0) { $0 + confusion[$1][$1] }
        return Double(right) / Double(max(count, 1))
    }

    /// The score of a style against all others.
    package func score(of style: OutletStyle) -> BinaryScore {
        let index = Int(style.rawValue)
        var score = BinaryScore()
        score.truePositives = confusion[index][index]
        score.falseNegatives = confusion[index].reduce(0, +) - score.truePositives
        score.falsePositives = confusion.reduce(0) { $0 + $1[index] } - score.truePositives
        return score
    }

    /// Mean F1 of the styles that at least `fewest` pages have; nil where there is none.
    package func macroF1(fewest: Int = 20) -> Double? {
        let scores = OutletStyle.allCases.map { score(of: $0) }
            .filter { $0.support >= max(fewest, 1) }.compactMap(\.f1)
        return scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
    }

    /// Expected calibration error over 15 bins (Naeini, Cooper and Hauskrecht 2015), 0 to 1.
    package var calibrationError: Double {
        bins.reduce(0) { $0 + abs($1.stated - $1.right) } / Double(max(count, 1))
    }
}
