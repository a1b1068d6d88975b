extension EvaluationReport {
    /// The report as JSON. Fields are described in `Documentation/evaluation.md` and only ever
    /// added; what was not measured is null; numbers have six decimals.
    public var json: JSONValue {
        .object([
            "data digest": .string(dataDigest),
            "keep": .array(
                ParagraphLabel.allCases.filter(settings.keep.contains).map { .string($0.name) }),
            "labels": .array(ParagraphLabel.allCases.map { .string($0.name) }),
            "slices": .array(([all] + slices).map(\.json)),
            "curve": .array(curve.points.map(\.json)),
        ])
    }
}

extension EvaluationSlice {
    /// The slice as JSON. O(labels²).
    public var json: JSONValue {
        let figures = EvaluationFigure.all.map { ($0.name, rounded(value(of: $0))) }
        let ranges = intervals.map {
            ($0.key.name, JSONValue.array([rounded($0.value.low), rounded($0.value.high)]))
        }
        let support = ParagraphLabel.allCases.map {
            ($0.name, JSONValue.integer(score(of: $0).support))
        }
        return .object([
            "name": .string(name),
            "documents": .integer(documents),
            "typed paragraphs": .integer(typedParagraphs),
            "coarse paragraphs": .integer(coarseParagraphs),
            "tokens": .integer(tokens),
            "figures": .object(Dictionary(uniqueKeysWithValues: figures)),
            "intervals": .object(Dictionary(uniqueKeysWithValues: ranges)),
            "support": .object(Dictionary(uniqueKeysWithValues: support)),
            "confusion": .array(
                ParagraphLabel.allCases.map { .array(confusion.row($0).map { .integer($0) }) }),
            "reliability": .object([
                "topLabel": topLabel.json, "body": body.json,
            ]),
        ])
    }
}

extension LearningCurve {
    /// The curve as JSON: `points` with `share`, `groups`, `learnt from` (mean paragraphs by
    /// label) and `figures`, a slice.
    public var json: JSONValue {
        .object([
            "points": .array(
                points.map { point in
                    let support = zip(ParagraphLabel.allCases, point.trainingSupport).map {
                        ($0.name, rounded($1))
                    }
                    return .object([
                        "share": rounded(point.share), "groups": rounded(point.groups),
                        "learnt from": .object(Dictionary(uniqueKeysWithValues: support)),
                        "figures": point.figures.json,
                    ])
                })
        ])
    }
}

extension Reliability {
    fileprivate var json: JSONValue {
        .array(
            bins.map { bin in
                .object([
                    "from": rounded(bin.range.lowerBound), "to": rounded(bin.range.upperBound),
                    "count": .integer(bin.count), "confidence": rounded(bin.confidence),
                    "accuracy": rounded(bin.accuracy),
                ])
            })
    }
}

extension ThresholdPoint {
    fileprivate var json: JSONValue {
        .object([
            "threshold": rounded(threshold), "lines": lines.json, "tokens": tokens.json,
        ])
    }
}

extension BinaryScore {
    fileprivate var json: JSONValue {
        .object([
            "precision": rounded(precision), "recall": rounded(recall), "f1": rounded(f1),
        ])
    }
}

private func rounded(_ value: Double?) -> JSONValue {
    guard let value, value.isFinite else { return .null }
    return .number((value * 1_000_000).rounded() / 1_000_000)
}
