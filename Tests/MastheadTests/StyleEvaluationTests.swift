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

    @Test func mergingIsAddingOneByOne() {
        var whole = StyleEvaluation()
        var parts = [StyleEvaluation(), StyleEvaluation()]
        for number in 0..<10 {
            let vector = vector(number % 3 == 0 ? .tabloid : .blog, number % 2 == 0 ? 0.3 : 0.7)
            whole.add(vector, style: .blog)
            parts[number % 2].add(vector, style: .blog)
        }
        parts[0].merge(parts[1])
        #expect(parts[0].confusion == whole.confusion)
        #expect(parts[0].said.pages == 5 && whole.said.pages == 5)
        #expect(parts[0].said.right == whole.said.right)
        #expect(abs(parts[0].calibrationError - whole.calibrationError) < 1e-9)
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
