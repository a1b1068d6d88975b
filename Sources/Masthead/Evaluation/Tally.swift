import NaiveBayes

/// Everything an evaluation counts, as one row of numbers that can be added.
///
/// All figures of a report are functions of these sums, so that a bootstrap resample is a sum of
/// documents' rows. Counts are whole and below 2^53: sums of them are exact in any order.
struct Tally: Sendable, Hashable {
    /// The thirteen labels and below them the coarse one.
    static let rows = ParagraphLabel.count + 1
    static let matrix = rows * ParagraphLabel.count

    /// Where each group of numbers starts.
    private enum Start {
        static let lines = 0
        static let tokens = lines + matrix
        /// True and false positives, false and true negatives.
        static let keptLines = tokens + matrix
        static let keptTokens = keptLines + 4
        /// Three numbers a bin: paragraphs, stated probability, true statements.
        static let topLabel = keptTokens + 4
        static let body = topLabel + 3 * Reliability.binCount
        /// Log loss and Brier score of the thirteen labels, then of body.
        static let losses = body + 3 * Reliability.binCount
        static let end = losses + 4
    }

    private(set) var cells = [Double](repeating: 0, count: Start.end)

    /// Counts one paragraph; nothing where nothing is known of its label.
    mutating func add(
        _ paragraph: AnnotatedParagraph, label: ParagraphLabel, probabilities: [Float],
        settings: EvaluationSettings
    ) {
        let tokens = tokenCount(paragraph.text)
        let confidence = probabilities[Int(label.rawValue)]
        switch paragraph.label {
        case .none: return
        case .boilerplate: addCell(row: ParagraphLabel.count, label: label, tokens: tokens)
        case .label(let right):
            addCell(row: Int(right.rawValue), label: label, tokens: tokens)
            addStatement(Double(confidence), isTrue: label == right, start: Start.topLabel)
            addLosses(probabilities, right: right)
        }
        let isBody = paragraph.label == .label(.body)
        let body = Double(probabilities[Int(ParagraphLabel.body.rawValue)])
        addStatement(body, isTrue: isBody, start: Start.body)
        cells[Start.losses + 2] += Self.logLoss(isBody ? body : 1 - body)
        cells[Start.losses + 3] += (body - (isBody ? 1 : 0)) * (body - (isBody ? 1 : 0))
        if let right = settings.shouldKeep(paragraph.label) {
            let said = settings.keeps(label, confidence: confidence)
            let cell = (said ? 0 : 2) + (said == right ? (said ? 0 : 1) : (said ? 1 : 0))
            cells[Start.keptLines + cell] += 1
            cells[Start.keptTokens + cell] += Double(tokens)
        }
    }

    private mutating func addCell(row: Int, label: ParagraphLabel, tokens: Int) {
        let cell = row * ParagraphLabel.count + Int(label.rawValue)
        cells[Start.lines + cell] += 1
        cells[Start.tokens + cell] += Double(tokens)
    }

    private mutating func addStatement(_ probability: Double, isTrue: Bool, start: Int) {
        let cell = start + 3 * Reliability.bin(of: probability)
        cells[cell] += 1
        cells[cell + 1] += probability
        if isTrue { cells[cell + 2] += 1 }
    }

    private mutating func addLosses(_ probabilities: [Float], right: ParagraphLabel) {
        cells[Start.losses] += Self.logLoss(Double(probabilities[Int(right.rawValue)]))
        for (index, probability) in probabilities.enumerated() {
            let error = Double(probability) - (index == Int(right.rawValue) ? 1 : 0)
            cells[Start.losses + 1] += error * error
        }
    }

    /// −ln p; a probability below 1e-7, about the last place of a single-precision 1, counts as
    /// that, so that one certain mistake costs 16 and not infinity.
    static func logLoss(_ probability: Double) -> Double { -log64(min(max(probability, 1e-7), 1)) }

    /// Adds the numbers of another tally.
    mutating func add(_ other: Tally) {
        for index in cells.indices { cells[index] += other.cells[index] }
    }

    /// Adds a row of which only the numbers other than 0 are given, so many times.
    mutating func add(_ row: [(cell: Int, value: Double)], times: Double) {
        for (cell, value) in row { cells[cell] += value * times }
    }

    /// The numbers other than 0: a document has a few dozen of them.
    var nonZero: [(cell: Int, value: Double)] {
        cells.indices.filter { cells[$0] != 0 }.map { ($0, cells[$0]) }
    }
}

extension Tally {
    /// Paragraphs of one of the thirteen labels.
    var typedLines: Int { Int(cells[..<(Self.matrix - ParagraphLabel.count)].reduce(0, +)) }

    /// Paragraphs of the coarse label.
    var coarseLines: Int {
        Int(cells[(Self.matrix - ParagraphLabel.count)..<Self.matrix].reduce(0, +))
    }

    /// Tokens of the paragraphs of both kinds.
    var tokens: Int { Int(cells[Start.tokens..<Start.keptLines].reduce(0, +)) }

    /// The labels against each other, coarse paragraphs left out.
    var confusion: ConfusionMatrix {
        ConfusionMatrix(counts: cells[..<(Self.matrix - ParagraphLabel.count)].map { Int($0) })
    }

    /// Body against all other labels, the coarse one included.
    func body(byTokens: Bool) -> BinaryScore {
        let columns = ParagraphLabel.count
        let body = Int(ParagraphLabel.body.rawValue)
        let start = byTokens ? Start.tokens : Start.lines
        let all = cells[start..<(start + Self.matrix)].reduce(0, +)
        let isBody = cells[(start + body * columns)..<(start + (body + 1) * columns)].reduce(0, +)
        var saidBody = 0.0
        for row in 0..<Self.rows { saidBody += cells[start + row * columns + body] }
        let both = cells[start + body * columns + body]
        var score = BinaryScore()
        score.truePositives = Int(both)
        score.falsePositives = Int(saidBody - both)
        score.falseNegatives = Int(isBody - both)
        score.trueNegatives = Int(all - saidBody - isBody + both)
        return score
    }

    /// What cleaning keeps against what it should keep.
    func kept(byTokens: Bool) -> BinaryScore {
        let start = byTokens ? Start.keptTokens : Start.keptLines
        var score = BinaryScore()
        score.truePositives = Int(cells[start])
        score.falsePositives = Int(cells[start + 1])
        score.falseNegatives = Int(cells[start + 2])
        score.trueNegatives = Int(cells[start + 3])
        return score
    }

    /// Calibration of the chosen label.
    var topLabel: Reliability { Reliability(sums: cells[Start.topLabel..<Start.body]) }

    /// Calibration of the probability of body.
    var bodyReliability: Reliability { Reliability(sums: cells[Start.body..<Start.losses]) }

    /// The sums of losses in the order of their cells.
    func loss(_ index: Int) -> Double { cells[Start.losses + index] }
}
