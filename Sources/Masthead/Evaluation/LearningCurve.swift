import NaiveBayes

/// How the figures grow with the amount of training data.
///
/// Each fold of a cross-validation learns from a part of its training groups and scores its
/// test documents, which stay the same. Parts are nested: the groups of a smaller share are
/// among those of a larger one, so that what changes is added data and not other data.
public struct LearningCurve: Sendable {
    /// The points, smallest share first.
    public let points: [Point]

    /// The figures at one share of the training groups.
    public struct Point: Sendable {
        /// Share of the training groups of each fold, above 0 to 1.
        public let share: Double
        /// Groups learnt from, mean over the folds.
        public let groups: Double
        /// Paragraphs of each label learnt from, mean over the folds, in the order of
        /// `ParagraphLabel.allCases`.
        public let trainingSupport: [Double]
        /// The figures over all documents, each scored once.
        public let figures: EvaluationSlice

        /// F1 of a label; nil where the label has no support and was never given.
        public func f1(of label: ParagraphLabel) -> Double? {
            figures.value(of: .label(label, .f1))
        }
    }

    /// What the last step of the curve, by default the last doubling of the data, gained in a
    /// label's F1: where it is well above 0, more documents with that label pay. Nil where the
    /// curve has fewer than two points or F1 is not defined at both.
    public func lastGain(of label: ParagraphLabel) -> Double? {
        guard points.count >= 2, let last = points[points.count - 1].f1(of: label),
            let before = points[points.count - 2].f1(of: label)
        else { return nil }
        return last - before
    }
}

extension CrossValidation {
    /// The learning curve of a scorer over shares of the training groups.
    ///
    /// The order in which groups are added is drawn for each fold from the seed. `scorer` is
    /// called once for each share and fold, as in ``scores(of:scorer:)``. Throws what that
    /// throws, and ``CrossValidationError/badShare(_:)``.
    public func learningCurve(
        of documents: [AnnotatedDocument], shares: [Double] = [1.0 / 8, 1.0 / 4, 1.0 / 2, 1],
        seed: UInt64 = 1, scorer: ([AnnotatedDocument]) throws -> Scorer
    ) throws -> LearningCurve {
        if let bad = shares.first(where: { !($0 > 0 && $0 <= 1) }) {
            throw CrossValidationError.badShare(bad)
        }
        var settings = EvaluationSettings()
        settings.breakdowns = []
        settings.bootstrap = nil
        let points = try shares.sorted().map { share in
            let parts = (0..<count).map { trainingPart($0, share: share, seed: seed) }
            let scored = try scores(
                of: documents, training: { parts[$0].documents }, scorer: scorer)
            return LearningCurve.Point(
                share: share,
                groups: Double(parts.reduce(0) { $0 + $1.groups }) / Double(count),
                trainingSupport: meanSupport(parts.map(\.documents), of: documents),
                figures: EvaluationReport(of: scored, settings: settings).all)
        }
        return LearningCurve(points: points)
    }

    /// The first groups of a fold's training side in the order of the seed, at least one.
    func trainingPart(
        _ fold: Int, share: Double, seed: UInt64
    ) -> (groups: Int, documents: [Int]) {
        let training = training(fold)
        var order = Set(training.map { groups[$0] }).sorted()
        var random = SplitMix(seed: seed &+ UInt64(fold))
        order.shuffle(using: &random)
        let count = max(1, Int((share * Double(order.count)).rounded()))
        let chosen = Set(order.prefix(count))
        return (chosen.count, training.filter { chosen.contains(groups[$0]) })
    }

    private func meanSupport(_ parts: [[Int]], of documents: [AnnotatedDocument]) -> [Double] {
        var support = [Double](repeating: 0, count: ParagraphLabel.count)
        for index in parts.joined() {
            for paragraph in documents[index].paragraphs {
                if case .label(let label) = paragraph.label { support[Int(label.rawValue)] += 1 }
            }
        }
        return support.map { $0 / Double(count) }
    }
}
