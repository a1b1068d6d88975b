import Testing

@testable import Masthead

@Suite struct StanceEvaluationTests {
    private func marker(
        _ category: StanceCategory, _ range: Range<Int>, polarity: StancePolarity? = nil,
        voice: StanceMarker.Voice = .writer
    ) -> StanceMarker {
        var attributes = StanceMarker.Attributes()
        attributes.polarity = polarity
        return StanceMarker(
            paragraph: 0, range: range, category: category, attributes: attributes, voice: voice,
            reason: .init(source: "", probability: 1, threshold: 0))
    }

    private func annotated(
        _ category: String, _ range: Range<Int>, _ attributes: [String: JSONValue] = [:]
    ) -> AnnotatedMarker {
        AnnotatedMarker(paragraph: 0, range: range, category: category, attributes: attributes)
    }

    @Test func countsExactAndOverlapping() {
        var evaluation = StanceEvaluation()
        evaluation.add(
            found: [marker(.hedge, 0..<4), marker(.hedge, 10..<14), marker(.naming, 20..<30)],
            annotated: [
                annotated("hedge", 0..<4), annotated("hedge", 12..<18),
                annotated("loaded", 20..<30), annotated("hedge", 40..<44),
            ])
        let hedge = evaluation.categories[Int(StanceCategory.hedge.rawValue)]
        #expect(hedge.annotated == 3 && hedge.found == 2)
        #expect(hedge.exact == 1 && hedge.overlapping == 2)
        #expect(hedge.exactF1 == 0.4 && hedge.overlappingF1 == 0.8)
        #expect(evaluation.all.annotated == 4 && evaluation.all.found == 3)
        #expect(evaluation.all.precision == 1.0 / 3 && evaluation.all.recall == 0.25)
    }

    @Test func oneAnnotatedMarkerIsTouchedOnce() {
        var evaluation = StanceEvaluation()
        evaluation.add(
            found: [marker(.hedge, 0..<2), marker(.hedge, 2..<4)],
            annotated: [annotated("hedge", 0..<4)])
        #expect(evaluation.all.overlapping == 1)
    }

    @Test func comparesVoicesAndPolaritiesOfWhatWasFound() {
        var evaluation = StanceEvaluation()
        evaluation.add(
            found: [
                marker(.naming, 0..<4, polarity: .neutral, voice: .quoted),
                marker(.naming, 5..<9, polarity: .neutral),
            ],
            annotated: [
                annotated(
                    "naming", 0..<4, ["polarity": .string("neutral"), "voice": .string("quoted")]),
                annotated("naming", 5..<9, ["polarity": .string("delegitimising")]),
            ])
        #expect(evaluation.voice.share == 1)
        #expect(evaluation.namingPolarity.share == 0.5)
    }

    @Test func nothingIsZero() {
        let evaluation = StanceEvaluation()
        #expect(evaluation.all.exactF1 == 0 && evaluation.voice.share == 0)
    }

    @Test func crossValidationNeverCountsItsOwnDocument() throws {
        // The only document with "jäh" can't learn it from itself.
        let odd = StanceFixture.document("odd", ["Es kam [loaded:jäh] und [hedge:wohl] spät."])
        let validation = StanceCrossValidation(lexicon: try StanceFixture.lexicon())
        let alone = validation.evaluate([odd], always: StanceFixture.documents)
        #expect(alone.categories[Int(StanceCategory.loaded.rawValue)].found == 0)
        let twice = validation.evaluate([odd, odd, odd], always: StanceFixture.documents)
        #expect(twice.categories[Int(StanceCategory.loaded.rawValue)].exact == 3)
    }
}
