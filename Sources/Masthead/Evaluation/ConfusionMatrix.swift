/// How often paragraphs of one label were given another.
public struct ConfusionMatrix: Sendable, Hashable {
    /// Counts, row after row: the right label is the row, the model's the column, both in the
    /// order of `ParagraphLabel.allCases`.
    public private(set) var counts: [Int]

    /// A matrix of those 169 counts.
    init(counts: [Int]) {
        self.counts = counts
    }

    /// Paragraphs that are `right` and were called `predicted`.
    public subscript(right: ParagraphLabel, predicted: ParagraphLabel) -> Int {
        counts[Int(right.rawValue) * ParagraphLabel.count + Int(predicted.rawValue)]
    }

    /// The counts of the paragraphs that are `right`, by the model's label.
    public func row(_ right: ParagraphLabel) -> [Int] {
        ParagraphLabel.allCases.map { self[right, $0] }
    }

    /// The score of each label against all others, in the order of `ParagraphLabel.allCases`.
    /// O(labels²).
    public var scores: [BinaryScore] {
        let size = ParagraphLabel.count
        var rows = [Int](repeating: 0, count: size)
        var columns = rows
        for row in 0..<size {
            for column in 0..<size {
                let count = counts[row * size + column]
                rows[row] += count
                columns[column] += count
            }
        }
        let total = rows.reduce(0, +)
        return (0..<size).map { label in
            var score = BinaryScore()
            score.truePositives = counts[label * size + label]
            score.falsePositives = columns[label] - score.truePositives
            score.falseNegatives = rows[label] - score.truePositives
            score.trueNegatives = total - rows[label] - columns[label] + score.truePositives
            return score
        }
    }

    /// The pairs of labels taken for each other most often, most frequent first; equal counts
    /// in the order of the labels. O(labels² log labels).
    public var mostConfused: [(right: ParagraphLabel, predicted: ParagraphLabel, count: Int)] {
        var pairs: [(right: ParagraphLabel, predicted: ParagraphLabel, count: Int)] = []
        for right in ParagraphLabel.allCases {
            for predicted in ParagraphLabel.allCases where predicted != right {
                let count = self[right, predicted]
                if count > 0 { pairs.append((right, predicted, count)) }
            }
        }
        return pairs.sorted {
            ($1.count, $0.right.rawValue, $0.predicted.rawValue)
                < ($0.count, $1.right.rawValue, $1.predicted.rawValue)
        }
    }
}
