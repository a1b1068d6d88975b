import NaiveBayes
import Testing

@testable import Masthead

@Suite struct StyleEvaluationTests {
    private func vector(_ style: OutletStyle, _ probability: Float) -> ClassVector {
        var vector = ClassVector.mask(OutletStyle.count) * ((1 - probability) / 10)
        vector[Int(style.rawValue)] = probability
        return vector
    }

    @Test func figuresOfAKnownConfusion() throws {
        var evaluation = StyleEvaluation()
        for _ in 0..<3 { evaluation.add(vector(.blog, 0.9), style: .blog) }
        evaluation.add(vector(.blog, 0.9), style: .tabloid)
        #expect(evaluation.count == 4)
        #expect(evaluation.accuracy == 0.75)
        #expect(evaluation.score(of: .blog).f1 == 6.0 / 7)
        #expect(evaluation.score(of: .tabloid).f1 == 0)
        #expect(evaluation.score(of: .reference).f1 == nil)
        #expect(evaluation.macroF1(fewest: 1) == 3.0 / 7)
        #expect(evaluation.macroF1(fewest: 5) == nil)
        #expect(abs(evaluation.calibrationError - 0.15) < 1e-6)
    }

    @Test func crossValidationTestsEveryPageOnce() throws {
        let samples = StyleSamples.samples(24)
        let results = StyleEvaluation.crossValidation(samples, folds: 3, settings: StyleSamples.fit)
        let all = try #require(results["all"])
        #expect(all.count == 24)
        #expect(results["de"]?.count == 24)
        #expect(all.accuracy > 0.9)
    }

    @Test func aGroupDoesNotTeachItself() throws {
        // One group: nothing to learn from, so the most that can be got is a guess.
        let samples = StyleSamples.samples(12).map {
            StyleSample(page: $0.page, style: $0.style, group: "same", language: "de")
        }
        let all = try #require(
            StyleEvaluation.crossValidation(samples, settings: StyleSamples.fit)["all"])
        #expect(all.accuracy < 0.5)
    }

    @Test func stylesHaveNames() {
        for style in OutletStyle.allCases { #expect(OutletStyle(name: style.name) == style) }
        #expect(OutletStyle.allCases.count == OutletStyle.count)
        #expect(OutletStyle(name: "gazette") == nil)
    }

    @Test func cuesAreFoundWhereTheyBelong() throws {
        let cues = StyleCues.shared
        #expect(Set(cues.names).count == cues.names.count)
        let lines = [
            "Traueranzeigen", "Traueranzeigen und mehr von uns hier bei uns", "Ich sagte es.",
        ]
        let page = StylePage(
            PageEvidence(paragraphs: lines), labels: [.navigation, .related, .body])
        let value = { (name: String) -> UInt8? in
            StyleSpace.shared.slots.firstIndex { $0.name == name }.map { page.values[$0] }
        }
        #expect(value("obituaries, lines") == 2)
        #expect(value("obituaries, short") == 1)
        #expect(value("attribution in writing, lines") == 6)
        #expect(value("personal-voice, lines") == 0)
    }
}
