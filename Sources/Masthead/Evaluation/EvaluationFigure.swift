/// One figure of an evaluation, with the name by which floors and tables call it.
public enum EvaluationFigure: Sendable, Hashable {
    /// Share of the typed paragraphs that got their label.
    case accuracy
    /// F1 of all decisions together; with one label a paragraph it equals ``accuracy``.
    case microF1
    /// Mean over the labels with support; 0 for a label that was never given.
    case macroPrecision
    /// Mean over the labels with support.
    case macroRecall
    /// Mean F1 over the labels with support.
    case macroF1
    /// A figure of one of the yes-or-no decisions.
    case split(Split, BinaryScore.Measure)
    /// A figure of one label against all others.
    case label(ParagraphLabel, BinaryScore.Measure)
    /// Expected calibration error of the chosen label.
    case topLabelCalibrationError
    /// Expected calibration error of the probability of body.
    case bodyCalibrationError
    /// Mean of −ln p(right label).
    case logLoss
    /// Mean of Σ (p − right)² over the labels, 0 to 2.
    case brier
    /// Mean of −ln of the probability given to body or not body, whichever is right.
    case bodyLogLoss
    /// Mean of (p(body) − is body)², 0 to 1.
    case bodyBrier

    /// The yes-or-no decisions, by what they count.
    public enum Split: String, CaseIterable, Sendable, Hashable {
        /// Body against all other labels, by paragraphs.
        case bodyLines
        /// Body against all other labels, by tokens.
        case bodyTokens
        /// Kept against dropped, by paragraphs.
        case keptLines
        /// Kept against dropped, by tokens.
        case keptTokens
    }

    /// All figures in the order of the tables.
    public static let all: [EvaluationFigure] =
        main.flatMap { figure in
            guard case .split(let split, .f1) = figure else { return [figure] }
            return BinaryScore.Measure.allCases.map { .split(split, $0) }
        }
        + ParagraphLabel.allCases.flatMap { label in
            BinaryScore.Measure.allCases.map { .label(label, $0) }
        }

    /// The figures that sum up a slice.
    public static let main: [EvaluationFigure] =
        [.accuracy, .microF1, .macroPrecision, .macroRecall, .macroF1]
        + Split.allCases.map { .split($0, .f1) }
        + [
            .topLabelCalibrationError, .bodyCalibrationError, .logLoss, .brier, .bodyLogLoss,
            .bodyBrier,
        ]

    /// The name, for example `macroF1`, `bodyLines.f1` or `label=share.recall`.
    public var name: String {
        switch self {
        case .split(let split, let measure): "\(split.rawValue).\(measure.rawValue)"
        case .label(let label, let measure): "label=\(label.name).\(measure.rawValue)"
        default: "\(self)"
        }
    }

    /// The figure of that name, or nil where there is none.
    public init?(name: some StringProtocol) {
        guard let figure = Self.byName[String(name)] else { return nil }
        self = figure
    }

    /// Whether a smaller value is the better one: errors and losses.
    public var lessIsBetter: Bool {
        switch self {
        case .topLabelCalibrationError, .bodyCalibrationError, .logLoss, .brier, .bodyLogLoss,
            .bodyBrier:
            true
        default: false
        }
    }

    /// The ways to read a path as a slice's name, a full stop, and a figure's name.
    ///
    /// Names of slices may hold full stops (`site=example.org`), so several may be possible.
    static func readings(ofPath path: String) -> [(slice: String, figure: EvaluationFigure)] {
        path.indices.filter { path[$0] == "." && $0 != path.startIndex }.compactMap { stop in
            EvaluationFigure(name: path[path.index(after: stop)...])
                .map { (String(path[..<stop]), $0) }
        }
    }

    private static let byName = Dictionary(
        all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
