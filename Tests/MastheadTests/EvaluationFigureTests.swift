import Testing

@testable import Masthead

@Suite struct EvaluationFigureTests {
    /// Worked by hand: five typed paragraphs, one coarse, one unknown.
    private func handMade() throws -> EvaluationReport {
        let scored = try EvaluationSample.document([
            ("one two three four", .label(.body), .body),
            ("one two", .label(.body), .related),
            ("one", .label(.headline), .body),
            ("one two three", .label(.share), .share),
            ("", .label(.share), .headline),
            ("a b c d e", .boilerplate, .body),
            ("never counted", .none, .body),
        ])
        return EvaluationReport(of: [scored], settings: EvaluationSample.plain)
    }

    @Test func labelsOfTheHandMadeCase() throws {
        let all = try handMade().all
        #expect(all.documents == 1)
        #expect(all.typedParagraphs == 5)
        #expect(all.coarseParagraphs == 1)
        #expect(all.tokens == 15)
        let body = all.score(of: .body)
        #expect((body.truePositives, body.falsePositives, body.falseNegatives) == (1, 1, 1))
        #expect(body.trueNegatives == 2)
        #expect(body.f1 == 0.5)
        #expect(all.score(of: .share).precision == 1)
        #expect(all.score(of: .share).recall == 0.5)
        #expect(all.score(of: .headline).f1 == 0)
        // Called `related` once, but never right: no recall, F1 of 0, and not in the mean.
        #expect(all.score(of: .related).recall == nil)
        #expect(all.score(of: .related).f1 == 0)
        #expect(all.score(of: .consent).f1 == nil)
        #expect(isClose(all.value(of: .macroF1), (0.5 + 2.0 / 3 + 0) / 3))
        #expect(isClose(all.value(of: .macroPrecision), (0.5 + 1 + 0) / 3))
        #expect(isClose(all.value(of: .macroRecall), (0.5 + 0.5 + 0) / 3))
        #expect(all.value(of: .accuracy) == 0.4)
        #expect(all.value(of: .microF1) == 0.4)
        #expect(all.confusion[.body, .related] == 1)
        #expect(all.confusion[.related, .body] == 0)
    }

    @Test func decisionsOfTheHandMadeCase() throws {
        let all = try handMade().all
        let lines = all.score(of: .bodyLines)
        #expect((lines.truePositives, lines.falsePositives, lines.falseNegatives) == (1, 2, 1))
        #expect(lines.trueNegatives == 2)
        let tokens = all.score(of: .bodyTokens)
        #expect((tokens.truePositives, tokens.falsePositives, tokens.falseNegatives) == (4, 6, 2))
        #expect(tokens.trueNegatives == 3)
        // Kept: body and headline.
        let kept = all.score(of: .keptLines)
        #expect((kept.truePositives, kept.falsePositives, kept.falseNegatives) == (2, 2, 1))
        #expect(kept.trueNegatives == 1)
        let keptTokens = all.score(of: .keptTokens)
        #expect(keptTokens.truePositives == 5)
        #expect((keptTokens.falsePositives, keptTokens.falseNegatives) == (5, 2))
        #expect(keptTokens.trueNegatives == 3)
    }

    @Test func coarseParagraphsDecideNothingOnceAncillaryLabelsAreKept() throws {
        let scored = try EvaluationSample.document([
            ("a", .boilerplate, .caption), ("b", .label(.caption), .caption),
        ])
        var settings = EvaluationSample.plain
        settings.keep = [.body, .headline, .caption]
        let report = EvaluationReport(of: [scored], settings: settings)
        #expect(report.all.score(of: .keptLines).truePositives == 1)
        #expect(report.all.score(of: .keptLines).falsePositives == 0)
        #expect(report.all.score(of: .bodyLines).trueNegatives == 2)
    }

    @Test func uncertainParagraphsAreKeptWhereTheSettingsSaySo() throws {
        let scored = try EvaluationSample.document(
            [("a", .label(.body), .share), ("b", .label(.share), .share)], top: 0.4)
        var settings = EvaluationSample.plain
        #expect(
            EvaluationReport(of: [scored], settings: settings).all.score(of: .keptLines).support
                == 1)
        #expect(
            EvaluationReport(of: [scored], settings: settings).all.score(of: .keptLines).predicted
                == 0)
        // Not below: the label decides.
        settings.keepBelowConfidence = 0.4
        #expect(
            EvaluationReport(of: [scored], settings: settings).all.score(of: .keptLines).predicted
                == 0)
        settings.keepBelowConfidence = 0.5
        let kept = EvaluationReport(of: [scored], settings: settings).all.score(of: .keptLines)
        #expect((kept.truePositives, kept.falsePositives) == (1, 1))
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func figuresEqualABruteForceCount(seed: UInt64) throws {
        let documents = try EvaluationSample.random(60, seed: seed)
        let all = EvaluationReport(of: documents, settings: EvaluationSample.plain).all
        let pairs = EvaluationReference(documents)
        for label in ParagraphLabel.allCases {
            let score = all.score(of: label)
            let expected = pairs.label(label)
            #expect(isClose(score.precision, expected.precision))
            #expect(isClose(score.recall, expected.recall))
            #expect(isClose(score.f1, expected.f1))
        }
        #expect(isClose(all.value(of: .accuracy), pairs.accuracy))
        #expect(isClose(all.value(of: .macroF1), pairs.macroF1))
        #expect(isClose(all.value(of: .microF1), all.value(of: .accuracy)))
        for (split, expected) in pairs.splits {
            #expect(isClose(all.value(of: .split(split, .f1)), expected.f1))
            #expect(isClose(all.value(of: .split(split, .precision)), expected.precision))
            #expect(isClose(all.value(of: .split(split, .recall)), expected.recall))
        }
        #expect(isClose(all.value(of: .logLoss), pairs.logLoss, within: 1e-6))
        #expect(isClose(all.value(of: .brier), pairs.brier))
        #expect(isClose(all.value(of: .topLabelCalibrationError), pairs.topLabelError))
        #expect(isClose(all.value(of: .bodyCalibrationError), pairs.bodyError))
    }

    @Test func everyFigureHasANameThatReadsBack() {
        let names = EvaluationFigure.all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.count == 11 + 4 * 3 + 13 * 3)
        for figure in EvaluationFigure.all {
            #expect(EvaluationFigure(name: figure.name) == figure)
        }
        for figure in EvaluationFigure.main { #expect(EvaluationFigure.all.contains(figure)) }
        #expect(EvaluationFigure(name: "label=nonsense.f1") == nil)
        #expect(EvaluationFigure(name: "label=share.f1") == .label(.share, .f1))
    }

    @Test func tokensAreRunsOfLettersOrDigits() {
        #expect(tokenCount("") == 0)
        #expect(tokenCount(" – … 🙂 !") == 0)
        #expect(tokenCount("Der 3. Versuch (2024/25) misslang.") == 6)
        #expect(tokenCount("don't") == 2)
        #expect(tokenCount("fu\u{308}r Äpfel") == 2)
        #expect(tokenCount("Привет, мир") == 2)
        #expect(tokenCount("東京へ") == 3)
        #expect(tokenCount("a東b") == 3)
        #expect(tokenCount("مرحبا بالعالم ٢٠٢٤") == 3)
    }

    @Test func scoresThatDoNotFitAreErrors() throws {
        let document = AnnotatedDocument(
            id: "x", paragraphs: [AnnotatedParagraph(text: "a", label: .label(.body))])
        let fine = EvaluationSample.probabilities(.body, 0.9)
        #expect(
            throws: EvaluationError.countMismatch(document: "x", paragraphs: 1, scores: 0)
        ) { try ScoredDocument(document: document, labels: [], probabilities: [fine]) }
        #expect(
            throws: EvaluationError.countMismatch(document: "x", paragraphs: 1, scores: 2)
        ) { try ScoredDocument(document: document, labels: [.body], probabilities: [fine, fine]) }
        var short = fine
        short.removeLast()
        var notANumber = fine
        notANumber[3] = .nan
        var negative = fine
        negative[3] = -0.1
        let half = fine.map { $0 / 2 }
        for bad in [[], short, notANumber, negative, half] {
            #expect(throws: EvaluationError.badProbabilities(document: "x", paragraph: 0)) {
                try ScoredDocument(document: document, labels: [.body], probabilities: [bad])
            }
        }
        #expect(
            EvaluationError.badProbabilities(document: "x", paragraph: 0).description
                == "paragraph 0 of document 'x': expected thirteen probabilities that sum to 1")
    }
}
