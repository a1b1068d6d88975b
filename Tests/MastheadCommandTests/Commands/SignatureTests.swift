import Foundation
import Masthead
import Testing

@testable import MastheadCommand

/// `learn --signatures`, and the tables of a training directory.
@Suite struct SignatureTests {
    private let sample =
        #"{"id":"a","language":"de","paragraphs":[{"text":"Ein Satz steht hier.","label":"body"}]}"#
        + "\n"
    private let rows = """
        outlet\tstyle\tlanguage\twording\twhere\tstrength
        Neuer Kurier\tblog\tde\tNeuer Kurier lesen\tany\tnames

        """

    /// A training directory with every table of the outlet profile.
    private func world(_ more: [String: String] = [:]) throws -> TestWorld {
        let files = [
            "data/documents/a.jsonl": sample,
            "data/counts/weights.tsv": WeightTable.text(LabelWeights()),
            "data/signatures.tsv": ProfilingAnalyzer.signatures,
            "data/sources.tsv": ProfilingAnalyzer.sources,
            "data/cues.tsv": ProfilingAnalyzer.cues,
            "data/languages.tsv": ProfilingAnalyzer.languages, "mine.tsv": rows,
        ]
        return try TestWorld(files: files.merging(more) { $1 })
    }

    private func bytes(_ world: TestWorld, _ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: world.path(name))))
    }

    private func outlets(_ world: TestWorld, _ text: String) throws -> [String] {
        let analyzer = try Analyzer(model: try Model(bytes: bytes(world, "m")))
        return analyzer.analyze(text).outlet?.sources.outlets.map(\.name) ?? []
    }

    @Test func aLearntSignatureNamesItsOutlet() async throws {
        let world = try world()
        #expect(await world.run("train", "data", "-o", "m") == .done)
        let text = "Ein Satz steht hier.\nNeuer Kurier lesen\n"
        #expect(try outlets(world, text) == [])
        world.isErrorTerminal = true
        #expect(await world.run("learn", "--signatures", "mine.tsv", "-m", "m") == .done)
        #expect(world.errors.text.hasSuffix("masthead: m: learnt 1 signature\n"))
        #expect(try outlets(world, text) == ["Neuer Kurier"])
        // What was there before still is.
        let trainer = try Trainer(Model(bytes: bytes(world, "m")))
        #expect(
            trainer.profile.outletTables?.signatures.map(\.outlet) == [
                "Muster-Bote", "Neuer Kurier",
            ])
    }

    @Test func forgettingTakesThemOutByteForByte() async throws {
        let world = try world(["more.jsonl": sample.replacing("\"a\"", with: "\"b\"")])
        #expect(await world.run("train", "data", "-o", "m") == .done)
        let before = try bytes(world, "m")
        let arguments = ["learn", "more.jsonl", "--signatures", "mine.tsv", "-m", "m"]
        #expect(await world.run(arguments) == .done)
        #expect(try bytes(world, "m") != before)
        #expect(await world.run(arguments + ["--forget"]) == .done)
        #expect(try bytes(world, "m") == before)
        #expect(
            await world.run("learn", "--forget", "--signatures", "mine.tsv", "-m", "m") == .failure)
        #expect(
            world.errors.text
                == "masthead: m: has no signature 'Neuer Kurier lesen' of 'Neuer Kurier'; "
                + "nothing was changed\n")
        #expect(try bytes(world, "m") == before)
    }

    @Test(arguments: [
        ("a\tb\n", "\"mine.tsv\", line 1: expected a first line with the columns"),
        (
            "outlet\tstyle\tlanguage\twording\twhere\tstrength\n"
                + "Anderer\tblog\tde\tMuster-Bote abonnieren\tany\tnames\n",
            "\"mine.tsv\", line 2: wording \"Muster-Bote abonnieren\" already stands for \"Muster-Bote\""
        ),
    ])
    func badSignaturesChangeNothing(table: String, message: String) async throws {
        let world = try world(["mine.tsv": table])
        #expect(await world.run("train", "data", "-o", "m") == .done)
        let before = try bytes(world, "m")
        #expect(await world.run("learn", "--signatures", "mine.tsv", "-m", "m") == .failure)
        #expect(world.errors.text.contains(message), "\(world.errors.text)")
        #expect(try bytes(world, "m") == before)
    }

    @Test func asksForWhatIsMissing() async throws {
        let world = try TestWorld(files: ["s.jsonl": sample, "mine.tsv": rows])
        #expect(await world.run("learn", "-m", "m") == .failure)
        #expect(world.errors.text.contains("SAMPLES"))
        var trainer = Trainer(counts: LabelCounts(), weights: LabelWeights())
        trainer.add(try AnnotatedDocument(jsonLine: Array(sample.utf8)))
        try world.write(trainer.modelBytes(), to: "m")
        #expect(await world.run("learn", "--signatures", "mine.tsv", "-m", "m") == .failure)
        #expect(world.errors.text.contains("masthead: m: has no tables of outlets; train it on"))
        #expect(await world.run("learn", "--signatures", "none", "-m", "m") == .failure)
        #expect(world.errors.text.contains("masthead: none: no such file"))
    }
}
