extension EvaluationReport {
    /// The main figures of all documents with their intervals.
    var mainTable: ReportTable {
        var table = ReportTable(["figure", "value", intervalTitle])
        for figure in EvaluationFigure.main {
            table.rows.append([
                figure.name, fixed(all.value(of: figure)), fixed(all.intervals[figure]),
            ])
        }
        return table
    }

    /// The yes-or-no decisions over all documents.
    var splitTable: ReportTable {
        var table = ReportTable(["decision", "precision", "recall", "F1", "support", "said"])
        for split in EvaluationFigure.Split.allCases {
            table.rows.append([split.rawValue] + Self.cells(of: all.score(of: split)))
        }
        return table
    }

    /// The labels over all documents.
    var labelTable: ReportTable {
        var table = ReportTable(
            ["label", "precision", "recall", "F1", "support", "said", "F1 " + intervalTitle])
        for label in ParagraphLabel.allCases {
            let interval = fixed(all.intervals[.label(label, .f1)])
            table.rows.append([label.name] + Self.cells(of: all.score(of: label)) + [interval])
        }
        return table
    }

    /// The figures of all slices, a line each.
    var sliceTable: ReportTable {
        var table = ReportTable([
            "slice", "docs", "lines", "macroF1", "acc", "body F1", "by tokens", "kept F1",
            "body ECE",
        ])
        for slice in [all] + slices {
            let figures: [EvaluationFigure] = [
                .macroF1, .accuracy, .split(.bodyLines, .f1), .split(.bodyTokens, .f1),
                .split(.keptLines, .f1), .bodyCalibrationError,
            ]
            table.rows.append(
                [Self.oneLine(slice.name), "\(slice.documents)", "\(slice.paragraphs)"]
                    + figures.map { fixed(slice.value(of: $0)) })
        }
        return table
    }

    /// F1 of each label by slice: labels are rows, the largest slices columns, at most six to
    /// fit a page.
    var sliceLabelTable: ReportTable {
        let bySize = slices.sorted { ($1.paragraphs, $0.name) < ($0.paragraphs, $1.name) }
        let chosen = bySize.prefix(6)
        var table = ReportTable(["label"] + chosen.map { Self.oneLine($0.name) })
        for label in ParagraphLabel.allCases {
            let figure = EvaluationFigure.label(label, .f1)
            table.rows.append([label.name] + chosen.map { fixed($0.value(of: figure)) })
        }
        return table
    }

    /// The labels against each other: right labels are rows, the model's are columns.
    var confusionTable: ReportTable {
        // Fourteen columns fit 100 characters only with narrow gaps.
        var table = ReportTable(
            ["right \\ said"] + ParagraphLabel.allCases.map(\.abbreviation), gap: " ")
        for label in ParagraphLabel.allCases {
            table.rows.append(
                [label.name] + all.confusion.row(label).map { $0 == 0 ? "·" : "\($0)" })
        }
        return table
    }

    /// Stated probabilities against what came true.
    var reliabilityTable: ReportTable {
        var table = ReportTable([
            "probability", "label: lines", "stated", "true", "body: lines", "stated", "true",
        ])
        for (top, body) in zip(all.topLabel.bins, all.body.bins) {
            let range = "\(fixed(top.range.lowerBound))–\(fixed(top.range.upperBound))"
            table.rows.append(
                [range]
                    + [top, body].flatMap {
                        ["\($0.count)", fixed($0.confidence), fixed($0.accuracy)]
                    })
        }
        return table
    }

    /// Precision and recall of keeping at every twentieth, and near the ends.
    var curveTable: ReportTable {
        var table = ReportTable([
            "keep from", "precision", "recall", "F1", "token precision", "token recall",
            "token F1",
        ])
        let shown = Set([1, 2, 98, 99]).union(stride(from: 5, through: 95, by: 5))
        for (index, point) in curve.points.enumerated() where shown.contains(index) {
            table.rows.append(
                [fixed(point.threshold, 2)]
                    + [point.lines, point.tokens].flatMap {
                        [fixed($0.precision), fixed($0.recall), fixed($0.f1)]
                    })
        }
        return table
    }

    private var intervalTitle: String {
        "\(fixed((settings.bootstrap?.level ?? 0.95) * 100, 0)) % interval"
    }

    private static func cells(of score: BinaryScore) -> [String] {
        [
            fixed(score.precision), fixed(score.recall), fixed(score.f1), "\(score.support)",
            "\(score.predicted)",
        ]
    }

    /// A name in which tabs and line breaks are spaces, so that it can't break a table.
    static func oneLine(_ name: String) -> String {
        String(name.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }
}

extension ParagraphLabel {
    /// At most five letters for the narrow columns of the confusion matrix.
    var abbreviation: String { String(name.prefix(5)) }
}
