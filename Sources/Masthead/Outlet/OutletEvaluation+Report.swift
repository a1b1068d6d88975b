extension OutletEvaluation {
    /// The figures of styles in one slice.
    private struct Row {
        let slice: String
        let figures: [(name: String, value: Double?)]
    }

    /// The fewest pages of a style whose F1 counts in the mean.
    private static let fewestPages = 20

    /// The slices, `all` first, the others by name.
    private var rows: [Row] {
        let names = styles.keys.sorted { ($0 == "all" ? 0 : 1, $0) < ($1 == "all" ? 0 : 1, $1) }
        return names.map { Row(slice: $0, figures: Self.figures(styles[$0] ?? [])) }
    }

    private static func pooled(_ runs: [StyleEvaluation]) -> StyleEvaluation {
        var pooled = StyleEvaluation()
        for run in runs { pooled.merge(run) }
        return pooled
    }

    private static func figures(_ runs: [StyleEvaluation]) -> [(name: String, value: Double?)] {
        let pooled = pooled(runs)
        let mean = pooled.accuracy
        let squares = runs.reduce(0) { $0 + ($1.accuracy - mean) * ($1.accuracy - mean) }
        let spread = runs.count < 2 ? nil : (squares / Double(runs.count - 1)).squareRoot()
        return [
            ("pages", Double(runs.first?.count ?? 0)), ("accuracy", mean),
            ("accuracySpread", spread),
            ("macroF1", pooled.macroF1(fewest: fewestPages * max(runs.count, 1))),
            ("calibrationError", pooled.calibrationError),
            ("saidShare", ratio(pooled.said.pages, pooled.count)),
            ("saidAccuracy", ratio(pooled.said.right, pooled.said.pages)),
        ]
    }

    private static func figures(_ score: BinaryScore) -> [(name: String, value: Double?)] {
        [
            ("precision", score.precision), ("recall", score.recall), ("f1", score.f1),
            ("support", Double(score.support)), ("said", Double(score.predicted)),
        ]
    }

    /// Each style over all documents; of several assignments the mean numbers of pages.
    private var styleRows: [(name: String, figures: [(name: String, value: Double?)])] {
        let runs = styles["all"] ?? []
        let pooled = Self.pooled(runs)
        return OutletStyle.allCases.map { style in
            let figures = Self.figures(pooled.score(of: style)).map { name, value in
                let isCount = name == "support" || name == "said"
                return (name, isCount ? value.map { $0 / Double(max(runs.count, 1)) } : value)
            }
            return (style.name, figures)
        }
    }

    /// Outlets and credits.
    private var findingRows: [(name: String, figures: [(name: String, value: Double?)])] {
        var rows: [(name: String, figures: [(name: String, value: Double?)])] = []
        if names.support > 0 { rows.append(("outlet", Self.figures(names))) }
        if credits.support + credits.predicted > 0 {
            rows.append(("credit", Self.figures(credits)))
        }
        return rows
    }
}

extension OutletEvaluation {
    /// The report as aligned plain text.
    package var text: String { sections(by: \.text) { "\($0)\n" } }

    /// The report as Markdown.
    package var markdown: String { sections(by: \.markdown) { "### \($0)\n\n" } }

    private func sections(
        by layout: (ReportTable) -> String, title: (String) -> String
    ) -> String {
        var parts: [String] = []
        if !styles.isEmpty {
            var slices = ReportTable([
                "slice", "pages", "accuracy", "±", "macroF1", "ECE", "said", "right of said",
            ])
            for row in rows {
                slices.rows.append(
                    [row.slice, fixed(row.figures[0].value, 0)]
                        + row.figures.dropFirst().map { fixed($0.value) })
            }
            parts.append(title("Styles") + layout(slices))
            parts.append(title("Each style") + layout(Self.table("style", styleRows)))
        }
        if !findingRows.isEmpty {
            parts.append(title("Outlets and credits") + layout(Self.table("finding", findingRows)))
        }
        if credits.truePositives > 0 {
            parts.append(
                "Of the \(credits.truePositives) right credits the cue is right in \(rightCues), "
                    + "the name in \(rightNames).\n")
        }
        return parts.joined(separator: "\n")
    }

    private static func table(
        _ title: String, _ rows: [(name: String, figures: [(name: String, value: Double?)])]
    ) -> ReportTable {
        var table = ReportTable([title, "precision", "recall", "F1", "support", "said"])
        for row in rows {
            table.rows.append(
                [row.name] + row.figures[..<3].map { fixed($0.value) }
                    + row.figures[3...].map { fixed($0.value, 0) })
        }
        return table
    }

    /// The figures by slice and name, in the order of the report: `style=blog.f1`, `outlet.f1`
    /// and `credit.f1` are in the slice `all`.
    private var figures: [(slice: String, name: String, value: Double?)] {
        var figures = rows.flatMap { row in
            row.figures.map { (slice: row.slice, name: "style.\($0.name)", value: $0.value) }
        }
        if !styles.isEmpty {
            for row in styleRows {
                figures += row.figures.map { ("all", "style=\(row.name).\($0.name)", $0.value) }
            }
        }
        for row in findingRows {
            figures += row.figures.map { ("all", "\(row.name).\($0.name)", $0.value) }
        }
        if credits.truePositives > 0 {
            figures.append(("all", "credit.rightCues", Double(rightCues)))
            figures.append(("all", "credit.rightNames", Double(rightNames)))
        }
        return figures
    }

    /// The report as tab-separated values: slice, figure, value; what was not measured is empty.
    package var tsv: String {
        "slice\tfigure\tvalue\n"
            + figures.map { "\($0.slice)\t\($0.name)\t\($0.value.map { fixed($0, 6) } ?? "")\n" }
            .joined()
    }

    /// The report as JSON: figures by slice and name, null where not measured.
    package var json: JSONValue {
        var slices: [String: [String: JSONValue]] = [:]
        for (slice, name, value) in figures {
            slices[slice, default: [:]][name] =
                value.map { .number(($0 * 1_000_000).rounded() / 1_000_000) } ?? .null
        }
        return .object(["slices": .object(slices.mapValues { .object($0) })])
    }
}
