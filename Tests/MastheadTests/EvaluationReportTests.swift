import Testing

@testable import Masthead

@Suite struct EvaluationReportTests {
    @Test func slicesAddUpAndAreNamedByKeyAndValue() throws {
        let documents = try EvaluationSample.random(80, seed: 5)
        var settings = EvaluationSample.plain
        settings.breakdowns = ["language", "regime", "family", "language+regime", "nothing"]
        let report = EvaluationReport(of: documents, settings: settings)
        for key in ["language", "regime", "family", "language+regime", "nothing"] {
            let first = key.split(separator: "+")[0]
            let slices = report.slices.filter {
                $0.name.hasPrefix("\(first)=") && $0.name.contains("+") == key.contains("+")
            }
            #expect(slices.map(\.documents).reduce(0, +) == 80)
            #expect(
                slices.map(\.typedParagraphs).reduce(0, +) == report.all.typedParagraphs)
            #expect(slices.map(\.name) == slices.map(\.name).sorted())
        }
        let german = documents.filter { $0.document.language == "de" }
        let alone = EvaluationReport(of: german, settings: settings)
        let slice = try #require(report.slice(named: "language=de"))
        for figure in EvaluationFigure.all {
            #expect(isClose(slice.value(of: figure), alone.all.value(of: figure)))
        }
        #expect(report.slice(named: "nothing=unknown")?.documents == 80)
        #expect(report.slice(named: "language=de+regime=page") != nil)
    }

    @Test func pathsFindFiguresEvenInSlicesWithFullStops() throws {
        let scored = try EvaluationSample.document(
            [("a", .label(.share), .share), ("b", .label(.body), .share)], language: "de",
            other: ["site": .string("www.f1.example.org"), "round": .integer(2)])
        var settings = EvaluationSample.plain
        settings.breakdowns = ["language", "site", "round"]
        let report = EvaluationReport(of: [scored], settings: settings)
        #expect(report.value(at: "all.accuracy") == 0.5)
        #expect(report.value(at: "language=de.label=share.precision") == 0.5)
        #expect(report.value(at: "site=www.f1.example.org.keptLines.recall") == 0)
        #expect(report.value(at: "round=2.bodyLines.f1") == 0)
        for path in [
            "", ".", "all", "all.", ".accuracy", "accuracy", "all.nonsense", "language=fr.accuracy",
            "all.bodyLines.precision", "all.label=consent.f1",
        ] { #expect(report.value(at: path) == nil) }
    }

    @Test func noDocumentsMeasureNothing() {
        let report = EvaluationReport(of: [])
        for figure in EvaluationFigure.all { #expect(report.all.value(of: figure) == nil) }
        #expect(report.slices.isEmpty)
        #expect(report.all.intervals.isEmpty)
        #expect(report.curve.points.count == 101)
        #expect(report.text.contains("0 documents"))
        #expect(report.json.jsonLine != "null")
        #expect(!report.markdown.isEmpty && !report.tsv.isEmpty)
    }

    @Test func oneLabelAloneIsMeasuredAlone() throws {
        let documents = try EvaluationSample.random(
            30, seed: 2, labels: ParagraphLabel.allCases[...0])
        let report = EvaluationReport(of: documents, settings: EvaluationSample.plain)
        #expect(report.all.value(of: .macroF1) == 1)
        #expect(report.all.value(of: .accuracy) == 1)
        #expect(report.all.value(of: .label(.share, .f1)) == nil)
        // The coarse paragraphs were called body too.
        #expect((report.all.score(of: .bodyLines).precision ?? 1) < 1)
    }

    @Test func documentsOfUnknownAndCoarseParagraphsOnly() throws {
        let scored = try EvaluationSample.document([
            ("a", .none, .body), ("b", .boilerplate, .share), ("c", .boilerplate, .body),
        ])
        let all = EvaluationReport(of: [scored], settings: EvaluationSample.plain).all
        #expect(all.value(of: .accuracy) == nil)
        #expect(all.value(of: .macroF1) == nil)
        #expect(all.value(of: .logLoss) == nil)
        #expect(all.score(of: .bodyLines).falsePositives == 1)
        #expect(all.score(of: .bodyLines).recall == nil)
        #expect(all.value(of: .bodyCalibrationError) != nil)
    }

    @Test func aThresholdCurveEqualsCountingAtEachThreshold() throws {
        let documents = try EvaluationSample.random(50, seed: 8)
        let curve = EvaluationReport(of: documents, settings: EvaluationSample.plain).curve
        let items = EvaluationReference(documents).items
        #expect(curve.points.count == 101)
        for point in curve.points {
            let said = items.filter {
                let mass = [Double($0.probabilities[0]), Double($0.probabilities[1])]
                return mass.reduce(0, +) >= point.threshold
            }
            let right = said.filter { $0.right == "body" || $0.right == "headline" }
            #expect(point.lines.predicted == said.count)
            #expect(point.lines.truePositives == right.count)
            #expect(point.tokens.predicted == said.map(\.tokens).reduce(0, +))
            #expect(
                point.lines.truePositives + point.lines.falsePositives
                    + point.lines.falseNegatives + point.lines.trueNegatives == items.count)
        }
        #expect(curve.points.first?.lines.recall == 1)
    }

    @Test func aSumAtAThresholdReachesIt() {
        // 0.29 · 100 is 28.999999999999996, and 0.57 · 100 is 56.99999999999999.
        for step in 0...100 {
            let threshold = Double(step) / 100
            #expect(ThresholdCurve.lastStep(keeping: threshold) == step)
            #expect(ThresholdCurve.lastStep(keeping: threshold.nextDown) == max(step - 1, 0))
        }
        #expect(ThresholdCurve.lastStep(keeping: 1.0005) == 100)
    }

    @Test func missingKeysFallBackAsGroupsDo() {
        var document = AnnotatedDocument(id: "7", paragraphs: [])
        #expect(document.sliceName(by: "language+regime") == "language=unknown+regime=unknown")
        #expect(document.sliceName(by: "site") == "site=7")
        document.url = "https://www.blatt.example/a"
        #expect(document.sliceName(by: "family") == "family=blatt.example")
        document.outlet = AnnotatedOutlet(name: "Blatt", style: "blog")
        #expect(document.sliceName(by: "site+style+outlet") == "site=Blatt+style=blog+outlet=Blatt")
        document.other = ["round": .integer(2), "regime": .null, "checked": .bool(true)]
        #expect(
            document.sliceName(by: "round+regime+checked")
                == "round=2+regime=unknown+checked=true")
    }

    @Test func certainMistakesHaveAFiniteLoss() throws {
        let scored = try EvaluationSample.document(
            [("a", .label(.body), .share), ("b", .label(.share), .share)], top: 1)
        let all = EvaluationReport(of: [scored], settings: EvaluationSample.plain).all
        // −ln 1e-7 = 16.118, once in two.
        #expect(isClose(all.value(of: .logLoss), 16.11809565 / 2, within: 1e-6))
        #expect(all.value(of: .brier) == 1)
        #expect(all.value(of: .topLabelCalibrationError) == 0.5)
        #expect(all.topLabel.bins[14].count == 2)
        #expect(all.topLabel.bins[14].accuracy == 0.5)
        #expect(all.topLabel.bins[13].confidence == nil)
    }

    @Test func theDigestFollowsDataAndNotOrder() throws {
        let documents = try EvaluationSample.random(10, seed: 3)
        let plain = EvaluationSample.plain
        let digest = EvaluationReport(of: documents, settings: plain).dataDigest
        #expect(digest.count == 16)
        #expect(EvaluationReport(of: documents.reversed(), settings: plain).dataDigest == digest)
        #expect(EvaluationReport(of: documents.dropLast(), settings: plain).dataDigest != digest)
        var changed = documents[9].document
        changed.language = "xx"
        let other = try ScoredDocument(
            document: changed, labels: documents[9].labels,
            probabilities: documents[9].probabilities)
        let report = EvaluationReport(of: documents.dropLast() + [other], settings: plain)
        #expect(report.dataDigest != digest)
    }

    @Test func theMostConfusedPairsComeFirst() throws {
        let scored = try EvaluationSample.document([
            ("", .label(.related), .body), ("", .label(.caption), .body),
            ("", .label(.related), .body), ("", .label(.body), .body),
        ])
        let pairs = EvaluationReport(of: [scored], settings: EvaluationSample.plain)
            .all.confusion.mostConfused
        #expect(pairs.map(\.right) == [.related, .caption])
        #expect(pairs.map(\.count) == [2, 1])
    }
}
