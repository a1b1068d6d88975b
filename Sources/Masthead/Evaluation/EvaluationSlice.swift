/// The figures of some of the documents: all, those of a language, those of a site.
public struct EvaluationSlice: Sendable {
    /// `all`, or key and value: `language=de`, `language=de+regime=page`.
    public let name: String
    /// Number of documents.
    public let documents: Int
    /// Paragraphs of one of the thirteen labels: the base of the typed figures.
    public let typedParagraphs: Int
    /// Paragraphs of which only `boilerplate` is known: they count for body against rest and
    /// for kept against dropped.
    public let coarseParagraphs: Int
    /// How often paragraphs of one label were given another; coarse ones are left out.
    public let confusion: ConfusionMatrix
    /// Intervals of the main figures and of each label's F1, where enough documents allow.
    public internal(set) var intervals: [EvaluationFigure: BootstrapInterval] = [:]

    let tally: Tally
    private let labelScores: [BinaryScore]

    init(name: String, documents: Int, tally: Tally) {
        self.name = name
        self.documents = documents
        self.tally = tally
        confusion = tally.confusion
        labelScores = confusion.scores
        typedParagraphs = tally.typedLines
        coarseParagraphs = tally.coarseLines
    }

    /// Tokens of the paragraphs of both kinds.
    public var tokens: Int { tally.tokens }

    /// Paragraphs of both kinds.
    var paragraphs: Int { typedParagraphs + coarseParagraphs }

    /// The score of a label against all others, over typed paragraphs.
    public func score(of label: ParagraphLabel) -> BinaryScore {
        labelScores[Int(label.rawValue)]
    }

    /// The score of a yes-or-no decision. O(labels²).
    public func score(of split: EvaluationFigure.Split) -> BinaryScore {
        switch split {
        case .bodyLines: tally.body(byTokens: false)
        case .bodyTokens: tally.body(byTokens: true)
        case .keptLines: tally.kept(byTokens: false)
        case .keptTokens: tally.kept(byTokens: true)
        }
    }

    /// The probability of the chosen label against how often it is right.
    public var topLabel: Reliability { tally.topLabel }

    /// The probability of body against how often it is body.
    public var body: Reliability { tally.bodyReliability }

    /// The value of a figure; nil where nothing was counted that it could be taken from.
    public func value(of figure: EvaluationFigure) -> Double? {
        switch figure {
        case .accuracy: ratio(labelScores.reduce(0) { $0 + $1.truePositives }, typedParagraphs)
        case .microF1: micro.f1
        case .macroPrecision: macro(.precision)
        case .macroRecall: macro(.recall)
        case .macroF1: macro(.f1)
        case .split(let split, let measure): score(of: split).value(of: measure)
        case .label(let label, let measure): score(of: label).value(of: measure)
        case .topLabelCalibrationError: topLabel.expectedCalibrationError
        case .bodyCalibrationError: body.expectedCalibrationError
        case .logLoss: mean(0, over: typedParagraphs)
        case .brier: mean(1, over: typedParagraphs)
        case .bodyLogLoss: mean(2, over: paragraphs)
        case .bodyBrier: mean(3, over: paragraphs)
        }
    }

    /// The decisions on all labels added up.
    private var micro: BinaryScore {
        var sum = BinaryScore()
        for score in labelScores {
            sum.truePositives += score.truePositives
            sum.falsePositives += score.falsePositives
            sum.falseNegatives += score.falseNegatives
        }
        return sum
    }

    private func mean(_ loss: Int, over count: Int) -> Double? {
        count == 0 ? nil : tally.loss(loss) / Double(count)
    }

    private func macro(_ measure: BinaryScore.Measure) -> Double? {
        let supported = labelScores.filter { $0.support > 0 }
        if supported.isEmpty { return nil }
        // A label that was never given has no precision; in the mean that is a failure, not
        // a reason to leave the label out.
        let sum = supported.reduce(0) { $0 + ($1.value(of: measure) ?? 0) }
        return sum / Double(supported.count)
    }
}
