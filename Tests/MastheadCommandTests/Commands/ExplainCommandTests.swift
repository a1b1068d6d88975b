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

    /// Paragraphs of a text that is cut into windows have the numbers that `label` gives them.
    @Test func numbersGoOnInLongTexts() async throws {
        let world = try TestWorld()
        try world.write(String(repeating: "a\n", count: 40_000) + "# Ende\n", to: "a.txt")
        #expect(await world.run("explain", "a.txt", "-p", "40000", "-n", "0") == .done)
        #expect(world.output.text.hasPrefix("40000  # Ende\n   headline 0.8800"))
        #expect(await world.run("explain", "a.txt", "-p", "40001") == .failure)
        #expect(await world.run("explain", "a.txt", "--outlet") == .failure)
        #expect(
            world.errors.lines == [
                "masthead: a.txt: has no paragraph 40001; they are counted from 0",
                "masthead: a.txt: is too long for one page; it has no outlet profile or markers",
            ])
    }

    private func profiledWorld() throws -> TestWorld {
        let world = try TestWorld(files: [
            "a.txt": "Der Deich ist laut dpa angeblich dicht.\n> Muster-Bote abonnieren\n"
        ])
        world.analyzer = ProfilingAnalyzer()
        return world
    }

    @Test func explainsTheOutletProfile() async throws {
        let world = try profiledWorld()
        #expect(await world.run("explain", "a.txt", "--outlet") == .done)
        #expect(
            world.output.text.hasPrefix(
                """
                style regional-press 0.7500, as Muster-Bote is named; resembles regional-press, then blog; margin +1.25
                     +1.50  boilerplate words abonnieren
                     -0.50  figures lines=2
                     +0.25  all else
                outlet Muster-Bote 0.9500
                   names in paragraph 1: "Muster-Bote abonnieren"
                credit dpa (agency)
                   attribution in paragraph 0: "dpa"
                syndication none 0.
                """))
        #expect(world.output.text.contains("\ntranslation original 0."))
        #expect(await world.run("explain", "a.txt", "--outlet", "-f", "json") == .done)
        let line = try #require(world.output.lines.last)
        let outlet = try JSONValue(json: Array(line.utf8)).object?["outlet"]?.object ?? [:]
        #expect(outlet["style"]?.object?["margin"] == .number(1.25))
        #expect(outlet["style"]?.object?["unknown"] == .bool(false))
        let signature = outlet["outlets"]?.array?.first?.object?["signatures"]?.array?.first
        #expect(signature?.object?["text"] == .string("Muster-Bote abonnieren"))
        let mention = outlet["credits"]?.array?.first?.object?["mentions"]?.array?.first
        #expect(mention?.object?["text"] == .string("dpa"))
        #expect(mention?.object?["start"] == .integer(19))
    }

    @Test func explainsMarkers() async throws {
        let world = try profiledWorld()
        #expect(await world.run("explain", "a.txt", "--markers") == .done)
        #expect(
            world.output.text == """
                0  "angeblich"  distancing, quoted, negative, der Vorfall
                   term "angeblich"; probability 0.9000, needed 0.5000


                """)
        #expect(await world.run("explain", "a.txt", "--markers", "-p", "1") == .done)
        #expect(world.output.text.hasSuffix("no markers\n\n"))
        #expect(await world.run("explain", "a.txt", "--markers", "--outlet", "-f", "json") == .done)
        let value = try JSONValue(json: Array((world.output.lines.last ?? "").utf8)).object ?? [:]
        #expect(value.keys.sorted() == ["id", "markers", "outlet"])
        let marker = value["markers"]?.array?.first?.object ?? [:]
        #expect(marker["text"] == .string("angeblich") && marker["threshold"] == .number(0.5))
    }

    @Test func saysWhatAModelDoesNotKnow() async throws {
        let world = try TestWorld(files: ["a.txt": "Text"])
        #expect(await world.run("explain", "a.txt", "--markers", "--outlet") == .done)
        #expect(
            world.output.text
                == "the model has no tables of outlets\n\nthe model has no terms of stance\n\n")
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
