import Testing

@testable import Masthead

@Suite struct EvaluationBootstrapTests {
    private func settings(resamples: Int = 200) -> EvaluationSettings {
        var settings = EvaluationSettings()
        settings.breakdowns = []
        settings.bootstrap?.resamples = resamples
        return settings
    }

    @Test func theSameSeedGivesTheSameIntervals() throws {
        let documents = try EvaluationSample.random(40, seed: 4)
        let first = EvaluationReport(of: documents, settings: settings()).all.intervals
        #expect(EvaluationReport(of: documents, settings: settings()).all.intervals == first)
        var other = settings()
        other.bootstrap?.seed = 2
        #expect(EvaluationReport(of: documents, settings: other).all.intervals != first)
    }

    @Test func intervalsHoldTheFigureAndNarrowWithMoreDocuments() throws {
        let few = try EvaluationSample.random(30, seed: 6)
        let many = try EvaluationSample.random(480, seed: 6)
        let small = EvaluationReport(of: few, settings: settings()).all
        let large = EvaluationReport(of: many, settings: settings()).all
        for figure in [EvaluationFigure.accuracy, .split(.bodyLines, .f1), .logLoss] {
            let interval = try #require(small.intervals[figure])
            let value = try #require(small.value(of: figure))
            #expect(interval.low < value && value < interval.high)
            let narrow = try #require(large.intervals[figure])
            // Sixteen times the documents: about a quarter of the width.
            let share = (narrow.high - narrow.low) / (interval.high - interval.low)
            #expect(0.1 < share && share < 0.5)
        }
    }

    /// Documents of one paragraph, right with probability 0.7: the interval of accuracy must
    /// hold 0.7 in about 95 of 100 samples.
    @Test func intervalsCoverTheTruthAboutAsOftenAsTheySay() throws {
        var random = SampleRandom(state: 11)
        var covered = 0
        for _ in 0..<100 {
            let documents = try (0..<60).map { _ in
                let isRight = Double.random(in: 0..<1, using: &random) < 0.7
                return try EvaluationSample.document([
                    ("a", .label(.body), isRight ? .body : .share)
                ])
            }
            let report = EvaluationReport(of: documents, settings: settings(resamples: 100))
            let interval = try #require(report.all.intervals[.accuracy])
            if interval.low <= 0.7 && 0.7 <= interval.high { covered += 1 }
        }
        #expect(86...99 ~= covered)
    }

    @Test func groupsAreDrawnTogether() throws {
        // Each family is all right or all wrong, and is twenty documents.
        let documents = try (0..<400).map { index in
            try EvaluationSample.document(
                [("a", .label(.body), index / 20 % 2 == 0 ? .body : .share)],
                other: ["family": .string("\(index / 20)")])
        }
        let alone = EvaluationReport(of: documents, settings: settings())
        var grouped = settings()
        grouped.bootstrap?.unit = "family"
        let together = EvaluationReport(of: documents, settings: grouped)
        let narrow = try #require(alone.all.intervals[.accuracy])
        let wide = try #require(together.all.intervals[.accuracy])
        #expect(alone.all.value(of: .accuracy) == together.all.value(of: .accuracy))
        // The square root of twenty, about.
        let ratio = (wide.high - wide.low) / (narrow.high - narrow.low)
        #expect(3 < ratio && ratio < 6)
    }

    @Test func tooFewUnitsGetNoInterval() throws {
        let documents = try EvaluationSample.random(9, seed: 4)
        #expect(EvaluationReport(of: documents, settings: settings()).all.intervals.isEmpty)
        var willing = settings()
        willing.bootstrap?.minimumUnits = 0
        #expect(!EvaluationReport(of: documents, settings: willing).all.intervals.isEmpty)
        #expect(
            EvaluationReport(of: Array(documents.prefix(1)), settings: willing)
                .all.intervals.isEmpty)
    }

    @Test func alwaysTheSameResultHasNoWidth() throws {
        let document = try EvaluationSample.document([("a", .label(.body), .body)])
        let report = EvaluationReport(
            of: Array(repeating: document, count: 20), settings: settings())
        #expect(report.all.intervals[.accuracy] == BootstrapInterval(low: 1, high: 1))
        #expect(report.all.intervals[.label(.share, .f1)] == nil)
    }

    @Test func noResamplesGiveNoIntervals() throws {
        let documents = try EvaluationSample.random(20, seed: 4)
        for resamples in [0, -5] {
            let report = EvaluationReport(of: documents, settings: settings(resamples: resamples))
            #expect(report.all.intervals.isEmpty)
        }
    }

    @Test func quantilesInterpolateBetweenNeighbours() {
        #expect(Bootstrap.quantile(0.5, of: [1, 2, 4]) == 2)
        #expect(Bootstrap.quantile(0.25, of: [1, 2, 4]) == 1.5)
        #expect(Bootstrap.quantile(0, of: [1, 2, 4]) == 1)
        #expect(Bootstrap.quantile(1, of: [1, 2, 4]) == 4)
        #expect(Bootstrap.quantile(0.975, of: [3]) == 3)
    }
}
