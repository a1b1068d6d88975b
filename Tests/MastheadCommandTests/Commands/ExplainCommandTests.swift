import Masthead
import Testing

@testable import MastheadCommand

@Suite struct ExplainCommandTests {
    @Test func showsTheStrongestEvidenceAndTheRest() async throws {
        let world = try TestWorld(files: ["a.txt": "# Titel\n\nText\n"])
        #expect(await world.run("explain", "a.txt", "--paragraph", "1", "-n", "2") == .done)
        #expect(
            world.output.text == """
                1  Text
                   body 0.8800, then debris 0.0100; margin +1.75
                     +3.00  words first
                     -1.50  shape length=2
                     +0.25  1 more


                """)
    }

    @Test func explainsAllParagraphsOfStandardInput() async throws {
        let world = try TestWorld()
        world.type("# Titel\n\nText\n")
        #expect(await world.run("explain") == .done)
        #expect(world.output.text.contains("0  # Titel\n   headline"))
        #expect(world.output.text.contains("1  Text\n   body"))
        #expect(!world.output.text.contains("more"))
    }

    @Test func printsJSONWithAllEvidence() async throws {
        let world = try TestWorld(files: ["a.txt": "Text"])
        #expect(await world.run("explain", "a.txt", "-f", "json", "-n", "0") == .done)
        let value = try JSONValue(json: world.output.bytes).object ?? [:]
        #expect(value["label"] == .string("body") && value["id"] == .string("a.txt"))
        #expect(value["evidence"]?.array?.count == 3)
        #expect(value["margin"] == .number(1.75))
    }

    @Test func saysWhereThereIsNothingToExplain() async throws {
        let world = try TestWorld(files: ["a.txt": "Text"])
        #expect(await world.run("explain", "a.txt", "-p", "1") == .failure)
        #expect(await world.run("explain", "none.txt") == .failure)
        #expect(
            world.errors.lines == [
                "masthead: a.txt: has no paragraph 1; they are counted from 0",
                "masthead: none.txt: no such file",
            ])
        #expect(await world.run("explain", "a.txt", "-p", "-1") == .failure)
    }

    /// The real model's summands add up to the margin that decided.
    @Test func evidenceAddsUp() throws {
        var trainer = Trainer(counts: LabelCounts(), weights: LabelWeights())
        let lines = ["__label__body Ein Satz steht hier.", "__label__share Teilen"]
        let documents = try lines.map { try AnnotatedDocument(sampleLine: Array($0.utf8)) }
        for document in documents { trainer.add(document) }
        trainer.fitWeights(on: documents)
        let analyzer = try Analyzer(model: trainer.makeModel())
        let explained = analyzer.explanations(
            of: Array("Ein Satz.\n\nTeilen\n".utf8), paragraph: nil)
        #expect(explained.count == 2)
        for paragraph in explained {
            let sum = paragraph.evidence.reduce(0) { $0 + $1.weight }
            #expect(abs(sum - paragraph.margin) < 0.001)
            #expect(paragraph.label.probability >= paragraph.runnerUp.probability)
        }
    }
}
