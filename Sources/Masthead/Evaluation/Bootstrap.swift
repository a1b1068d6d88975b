import NaiveBayes

/// The range in which a figure falls in most resamples of the documents.
public struct BootstrapInterval: Sendable, Hashable {
    /// Lower end.
    public let low: Double
    /// Upper end.
    public let high: Double
}

/// Percentile intervals from resamples of whole units (Efron and Tibshirani 1993, chapter 13).
///
/// A unit is a document, or all documents of a group: paragraphs of one page are alike, so
/// drawing paragraphs would give intervals that are far too narrow.
struct Bootstrap {
    let settings: BootstrapSettings
    /// The figures that get an interval.
    static let figures =
        EvaluationFigure.main + ParagraphLabel.allCases.map { .label($0, .f1) }

    /// The intervals of a slice whose units have these tallies; none where units are too few.
    /// O(resamples · units).
    func intervals(units: [Tally]) -> [EvaluationFigure: BootstrapInterval] {
        guard settings.resamples > 0, units.count >= max(settings.minimumUnits, 2) else {
            return [:]
        }
        let rows = units.map(\.nonZero)
        var random = SplitMix(seed: settings.seed)
        let figures = Self.figures
        var values = [[Double]](repeating: [], count: figures.count)
        for _ in 0..<settings.resamples {
            let slice = EvaluationSlice(
                name: "", documents: 0, tally: resample(of: rows, using: &random))
            for (index, figure) in figures.enumerated() {
                if let value = slice.value(of: figure) { values[index].append(value) }
            }
        }
        var intervals: [EvaluationFigure: BootstrapInterval] = [:]
        // A figure that most resamples can't measure has no honest interval.
        for (figure, values) in zip(figures, values) where 2 * values.count > settings.resamples {
            intervals[figure] = interval(of: values.sorted())
        }
        return intervals
    }

    private func resample(
        of rows: [[(cell: Int, value: Double)]], using random: inout SplitMix
    ) -> Tally {
        var times = [Double](repeating: 0, count: rows.count)
        for _ in rows.indices { times[random.index(below: rows.count)] += 1 }
        var tally = Tally()
        for (row, count) in zip(rows, times) where count > 0 { tally.add(row, times: count) }
        return tally
    }

    private func interval(of sorted: [Double]) -> BootstrapInterval {
        let tail = (1 - settings.level) / 2
        return BootstrapInterval(
            low: Self.quantile(tail, of: sorted), high: Self.quantile(1 - tail, of: sorted))
    }

    /// The value at a share of a sorted list, between neighbours by linear interpolation
    /// (type 7 of Hyndman and Fan 1996).
    static func quantile(_ share: Double, of sorted: [Double]) -> Double {
        let position = min(max(share, 0), 1) * Double(sorted.count - 1)
        let index = Int(position)
        let next = min(index + 1, sorted.count - 1)
        return sorted[index] + (position - Double(index)) * (sorted[next] - sorted[index])
    }
}

extension SplitMix {
    /// A number from 0 to below `count`; uneven by less than `count` in 2^64.
    mutating func index(below count: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(count)).high)
    }
}
