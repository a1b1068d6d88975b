extension EvaluationReport {
    /// The report as aligned plain text of at most 100 columns, unless names or counts are long.
    public var text: String {
        sections(by: \.text) { "\($0)\n" }
    }

    /// The report as Markdown for the model card, confusion matrix included.
    public var markdown: String {
        sections(by: \.markdown) { "### \($0)\n\n" }
    }

    private func sections(
        by layout: (ReportTable) -> String, title: (String) -> String
    ) -> String {
        var parts = [summary + "\n", layout(mainTable)]
        parts.append(title("Body and kept") + layout(splitTable))
        parts.append(title("Labels") + layout(labelTable))
        if !slices.isEmpty {
            parts.append(title("Slices") + layout(sliceTable))
            parts.append(title("F1 by label in the largest slices") + layout(sliceLabelTable))
        }
        parts.append(title("Confusion: right labels are rows") + layout(confusionTable))
        parts.append(title("Calibration") + layout(reliabilityTable))
        parts.append(title("Keeping over thresholds") + layout(curveTable))
        return parts.joined(separator: "\n")
    }

    private var summary: String {
        let keep = ParagraphLabel.allCases.filter(settings.keep.contains).map(\.name)
        return """
            \(all.documents) documents, \(all.typedParagraphs) typed and \
            \(all.coarseParagraphs) coarse paragraphs, \(all.tokens) tokens
            data \(dataDigest), kept: \(keep.isEmpty ? "none" : keep.joined(separator: ", "))
            """
    }

    /// The report as tab-separated values: one line a figure with its slice, value and the ends
    /// of its interval; what was not measured is empty.
    public var tsv: String {
        var lines = ["slice\tfigure\tvalue\tlow\thigh"]
        for slice in [all] + slices {
            let name = Self.oneLine(slice.name)
            for figure in EvaluationFigure.all {
                let interval = slice.intervals[figure]
                let cells = [slice.value(of: figure), interval?.low, interval?.high]
                    .map { $0.map { fixed($0, 6) } ?? "" }
                lines.append(([name, figure.name] + cells).joined(separator: "\t"))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension LearningCurve {
    /// F1 of each label by share of the training groups, and what the last step gained.
    var table: ReportTable {
        var table = ReportTable(
            ["label", "learnt from"] + points.map { fixed($0.share) } + ["last gain"])
        for label in ParagraphLabel.allCases {
            let support = points.last?.trainingSupport[Int(label.rawValue)] ?? 0
            table.rows.append(
                [label.name, fixed(support, 0)] + points.map { fixed($0.f1(of: label)) }
                    + [fixed(lastGain(of: label))])
        }
        table.rows.append(
            ["macro F1", ""] + points.map { fixed($0.figures.value(of: .macroF1)) } + [""])
        table.rows.append(
            ["groups", ""] + points.map { fixed($0.groups, 1) } + [""])
        return table
    }

    /// The curve as aligned plain text: labels are rows, shares of the training groups columns;
    /// `learnt from` counts the label's paragraphs at the largest share.
    public var text: String { table.text }

    /// The same as a Markdown table.
    public var markdown: String { table.markdown }

    /// The curve as tab-separated values: for each share, the paragraphs of a label that were
    /// learnt from (mean over the folds) and its F1, empty where it is not defined.
    public var tsv: String {
        var lines = ["share\tlabel\tlearnt from\tf1"]
        for point in points {
            for label in ParagraphLabel.allCases {
                let support = point.trainingSupport[Int(label.rawValue)]
                lines.append(
                    [
                        fixed(point.share, 6), label.name, fixed(support, 1),
                        point.f1(of: label).map { fixed($0, 6) } ?? "",
                    ].joined(separator: "\t"))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
