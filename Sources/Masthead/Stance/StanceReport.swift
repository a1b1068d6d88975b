/// The figures of an evaluation of markers, set in tables.
public struct StanceReport: Sendable {
    /// What was counted.
    public let evaluation: StanceEvaluation

    /// A report on what was counted.
    public init(_ evaluation: StanceEvaluation) { self.evaluation = evaluation }

    /// All categories, then each.
    private var scores: [(name: String, score: StanceEvaluation.Score)] {
        [("all", evaluation.all)]
            + zip(StanceCategory.allCases, evaluation.categories).map { ($0.name, $1) }
    }

    private var accuracies: [(name: String, accuracy: StanceEvaluation.Accuracy)] {
        [
            ("voice", evaluation.voice), ("polarity of naming", evaluation.namingPolarity),
            ("anonymous sources", evaluation.anonymity),
        ]
    }

    private var scoreTable: ReportTable {
        var table = ReportTable([
            "markers", "precision", "recall", "exact F1", "overlapping F1", "annotated", "found",
        ])
        for (name, score) in scores where score.annotated + score.found > 0 {
            table.rows.append([
                name, fixed(score.precision), fixed(score.recall), fixed(score.exactF1),
                fixed(score.overlappingF1), "\(score.annotated)", "\(score.found)",
            ])
        }
        return table
    }

    private var accuracyTable: ReportTable {
        var table = ReportTable(["of markers found exactly", "right", "of", "share"])
        for (name, accuracy) in accuracies {
            let share = accuracy.count == 0 ? nil : accuracy.share
            table.rows.append(
                [name, "\(accuracy.correct)", "\(accuracy.count)", fixed(share)])
        }
        return table
    }

    /// Aligned tables for people.
    public var text: String {
        "\nStance markers\n" + scoreTable.text + "\n" + accuracyTable.text
    }

    /// Tables for a document.
    public var markdown: String {
        "\n### Stance markers\n\n" + scoreTable.markdown + "\n" + accuracyTable.markdown
    }

    /// Lines of slice, figure, value and two empty cells, as `EvaluationReport.tsv` has them.
    public var tsv: String {
        var lines: [String] = []
        func line(_ name: String, _ value: Double?) {
            lines.append("markers\t\(name)\t\(value.map { fixed($0, 6) } ?? "")\t\t\n")
        }
        for (name, score) in scores {
            line("\(name).exactF1", score.exactF1)
            line("\(name).overlappingF1", score.overlappingF1)
        }
        line("voice", evaluation.voice.count == 0 ? nil : evaluation.voice.share)
        line(
            "namingPolarity",
            evaluation.namingPolarity.count == 0 ? nil : evaluation.namingPolarity.share)
        return lines.joined()
    }

    /// The same for programs: an object for each category with its counts and figures, then
    /// voice and polarity with the right ones and all.
    public var json: JSONValue {
        let figures = scores.map { name, score in
            (
                name,
                JSONValue.object([
                    "annotated": .integer(score.annotated), "found": .integer(score.found),
                    "exact": .integer(score.exact), "overlapping": .integer(score.overlapping),
                    "exactF1": .number(score.exactF1),
                    "overlappingF1": .number(score.overlappingF1),
                ])
            )
        }
        func json(_ accuracy: StanceEvaluation.Accuracy) -> JSONValue {
            .object(["right": .integer(accuracy.correct), "of": .integer(accuracy.count)])
        }
        return .object([
            "categories": .object(Dictionary(uniqueKeysWithValues: figures)),
            "voice": json(evaluation.voice), "namingPolarity": json(evaluation.namingPolarity),
            "anonymity": json(evaluation.anonymity),
        ])
    }
}
