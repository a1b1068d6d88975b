import Testing

@testable import Masthead

@Suite struct EvaluationFoldTests {
    private func documents(_ count: Int = 60, seed: UInt64 = 1) throws -> [AnnotatedDocument] {
        try EvaluationSample.random(count, seed: seed).map(\.document)
    }

    /// Learns the most frequent label and gives it to every paragraph.
    private func majority(_ training: [AnnotatedDocument]) -> CrossValidation.Scorer {
        var counts = [Int](repeating: 0, count: ParagraphLabel.count)
        for paragraph in training.flatMap(\.paragraphs) {
            if case .label(let label) = paragraph.label { counts[Int(label.rawValue)] += 1 }
        }
        let best = ParagraphLabel.allCases.max {
            counts[Int($0.rawValue)] < counts[Int($1.rawValue)]
        }
        return { document in
            ParagraphScores(
                labels: document.paragraphs.map { _ in best ?? .body },
                probabilities: document.paragraphs.map { _ in
                    EvaluationSample.probabilities(best ?? .body, 0.5)
                })
        }
    }

    @Test(arguments: [2, 3, 5, 9])
    func aGroupNeverStandsOnBothSides(folds: Int) throws {
        let documents = try documents()
        let validation = try CrossValidation(of: documents, by: "family", folds: folds)
        var tested: [Int] = []
        for fold in 0..<folds {
            let test = validation.test(fold)
            let training = validation.training(fold)
            #expect(!test.isEmpty)
            #expect((test + training).sorted() == Array(documents.indices))
            let left = Set(test.map { documents[$0].group(by: "family") })
            #expect(left.isDisjoint(with: training.map { documents[$0].group(by: "family") }))
            tested += test
        }
        #expect(tested.sorted() == Array(documents.indices))
    }

    @Test func foldsAreTheSameInAnyOrderAndAboutEqual() throws {
        let documents = try documents(200, seed: 7)
        let validation = try CrossValidation(of: documents, by: "id", folds: 5)
        let turned = try CrossValidation(of: documents.reversed(), by: "id", folds: 5)
        #expect(turned.folds == validation.folds.reversed())
        let sizes = (0..<5).map { fold in
            validation.test(fold).map { documents[$0].paragraphs.count }.reduce(0, +)
        }
        // The greedy rule leaves no fold behind another by more than the largest group.
        let largest = documents.map(\.paragraphs.count).max() ?? 0
        #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= largest)
    }

    @Test func handMadeGroupsAreDealtOutBySizeThenName() throws {
        let sizes = [("a", 5), ("b", 3), ("c", 3), ("d", 2), ("e", 1)]
        let documents = sizes.map { name, size in
            var document = AnnotatedDocument(
                paragraphs: Array(
                    repeating: AnnotatedParagraph(text: "", label: .none), count: size))
            document.other["family"] = .string(name)
            return document
        }
        // a → 0 (5), b → 1 (3), c → 1 (6), d → 0 (7), e → 1 (7).
        #expect(try CrossValidation(of: documents, folds: 2).folds == [0, 1, 1, 0, 1])
    }

    @Test func badFoldsAreErrors() throws {
        let documents = try documents()
        #expect(throws: CrossValidationError.tooFewFolds(1)) {
            try CrossValidation(of: documents, folds: 1)
        }
        #expect(throws: CrossValidationError.fewerGroups(9, folds: 10)) {
            try CrossValidation(of: documents, folds: 10)
        }
        #expect(throws: CrossValidationError.fewerGroups(0, folds: 2)) {
            try CrossValidation(of: [], folds: 2)
        }
        // Nothing tells these apart, so they are one group.
        let nameless = Array(repeating: AnnotatedDocument(paragraphs: []), count: 4)
        #expect(throws: CrossValidationError.fewerGroups(1, folds: 2)) {
            try CrossValidation(of: nameless, folds: 2)
        }
    }

    @Test func documentsComeBackInOrderAndWereScoredBlind() throws {
        let documents = try documents()
        let validation = try CrossValidation(of: documents, folds: 3)
        var learnt: [Set<String>] = []
        let scored = try validation.scores(of: documents) { training in
            let families = Set(training.map { $0.group(by: "family") })
            let known = Dictionary(grouping: training, by: \.id)
            learnt.append(families)
            let score = majority(training)
            return { document in
                #expect(known[document.id] == nil)
                #expect(document.paragraphs.allSatisfy { $0.label == .none && $0.other.isEmpty })
                #expect(document.other.isEmpty && document.outlet == nil && document.url == nil)
                return try score(document)
            }
        }
        #expect(scored.map(\.document) == documents)
        #expect(learnt.count == 3)
        for (document, fold) in zip(documents, validation.folds) {
            #expect(!learnt[fold].contains(document.group(by: "family")))
        }
    }

    @Test func errorsOfTheScorerAndOfItsScoresComeThrough() throws {
        struct Failure: Error {}
        let documents = try documents()
        let validation = try CrossValidation(of: documents, folds: 3)
        #expect(throws: Failure.self) {
            try validation.scores(of: documents) { _ in throw Failure() }
        }
        #expect(throws: Failure.self) {
            try validation.scores(of: documents) { _ in { _ in throw Failure() } }
        }
        #expect(throws: EvaluationError.self) {
            try validation.scores(of: documents) { _ in
                { _ in ParagraphScores(labels: [.body], probabilities: []) }
            }
        }
        #expect(throws: CrossValidationError.otherDocuments) {
            try validation.scores(of: documents.dropLast(), scorer: majority)
        }
        var moved = documents
        moved[0].other["family"] = .string("elsewhere")
        #expect(throws: CrossValidationError.otherDocuments) {
            try validation.scores(of: moved, scorer: majority)
        }
    }

    @Test func partsOfALearningCurveAreNested() throws {
        let documents = try documents(120, seed: 9)
        let validation = try CrossValidation(of: documents, by: "id", folds: 4)
        for fold in 0..<4 {
            var smaller: Set<Int> = []
            for share in [1.0 / 8, 1.0 / 4, 1.0 / 2, 1] {
                let part = validation.trainingPart(fold, share: share, seed: 3)
                #expect(Set(part.documents).isSuperset(of: smaller))
                #expect(Set(part.documents).isDisjoint(with: validation.test(fold)))
                smaller = Set(part.documents)
                let all = Set(validation.training(fold).map { validation.groups[$0] }).count
                #expect(abs(Double(part.groups) - share * Double(all)) <= 0.5)
            }
            #expect(smaller == Set(validation.training(fold)))
        }
        let first = validation.trainingPart(0, share: 0.25, seed: 3)
        #expect(validation.trainingPart(0, share: 0.25, seed: 3) == first)
        #expect(validation.trainingPart(0, share: 0.25, seed: 4) != first)
    }

    @Test func aLearningCurveEndsAtTheCrossValidation() throws {
        let documents = try documents(80, seed: 2)
        let validation = try CrossValidation(of: documents, folds: 4)
        let curve = try validation.learningCurve(of: documents, scorer: majority)
        #expect(curve.points.map(\.share) == [0.125, 0.25, 0.5, 1])
        let full = EvaluationReport(
            of: try validation.scores(of: documents, scorer: majority),
            settings: EvaluationSample.plain)
        let last = try #require(curve.points.last)
        for label in ParagraphLabel.allCases {
            #expect(last.f1(of: label) == full.all.value(of: .label(label, .f1)))
            let support = full.all.score(of: label).support
            // Each document is learnt from in three of four folds.
            #expect(isClose(last.trainingSupport[Int(label.rawValue)], Double(support) * 0.75))
        }
        for point in curve.points.dropLast() {
            #expect(point.groups < last.groups)
            #expect(point.figures.typedParagraphs == last.figures.typedParagraphs)
        }
        #expect(curve.text.contains("macro F1"))
        #expect(curve.markdown.split(separator: "\n").count == 2 + 13 + 2)
        let gain = curve.lastGain(of: .body)
        #expect(gain != nil || curve.points[2].f1(of: .body) == nil || last.f1(of: .body) == nil)
        #expect(throws: CrossValidationError.badShare(0)) {
            try validation.learningCurve(of: documents, shares: [0, 1], scorer: majority)
        }
        #expect(LearningCurve(points: []).lastGain(of: .body) == nil)
    }

    /// A label that only a few groups hold is learnt once one of them is among those drawn.
    @Test func aRareLabelGainsWithMoreGroups() throws {
        let documents = (0..<40).map { index in
            var document = AnnotatedDocument(
                id: "\(index)",
                paragraphs: [
                    AnnotatedParagraph(text: "prose", label: .label(.body)),
                    AnnotatedParagraph(text: "rare \(index % 20)", label: .label(.consent)),
                ])
            document.other["family"] = .string("f\(index)")
            return document
        }
        let validation = try CrossValidation(of: documents, folds: 2)
        let curve = try validation.learningCurve(of: documents) { training in
            var known: [String: ParagraphLabel] = [:]
            for paragraph in training.flatMap(\.paragraphs) {
                if case .label(let label) = paragraph.label { known[paragraph.text] = label }
            }
            return { document in
                let labels = document.paragraphs.map { known[$0.text] ?? .body }
                return ParagraphScores(
                    labels: labels,
                    probabilities: labels.map { EvaluationSample.probabilities($0, 0.9) })
            }
        }
        let values = curve.points.compactMap { $0.f1(of: .consent) }
        #expect(values.count == 4)
        #expect(values == values.sorted())
        #expect(try #require(values.last) > values[0])
        #expect(curve.points.map { $0.trainingSupport[11] } == [3, 5, 10, 20])
        #expect(curve.lastGain(of: .consent) == values[3] - values[2])
    }
}
