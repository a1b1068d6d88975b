import Foundation
import Masthead
import Testing

@testable import MastheadCommand

/// What the commands say of stance markers: `learn --accept-terms`, `evaluate`, `profile`.
@Suite struct MarkerCommandTests {
    /// Six documents in which "jäher" is marked, a word the table does not have.
    private let samples = (0..<6).map { number in
        let text = "Ein jäher Sturz, sagte Ida Kern."
        return #"{"id":"s\#(number)","language":"de","family":"f\#(number)","paragraphs":["#
            + #"{"text":"\#(text)","label":"body"}],"markers":["#
            + #"{"paragraph":0,"start":4,"end":9,"category":"loaded","polarity":"negative"},"#
            + #"{"paragraph":0,"start":17,"end":22,"category":"attribution"}]}"# + "\n"
    }.joined()

    private let table = """
        category\tterm\tform\tattributes\talternatives\treference
        attribution\tsagen\tlemma-verb\tforms=sagte,sagt\t\town
        hedge\twohl\tword\t\t\town

        """

    private func world(_ more: [String: String] = [:]) throws -> TestWorld {
        let files = [
            "data/documents/a.jsonl":
                #"{"id":"a","language":"de","paragraphs":[{"text":"Ein Satz.","label":"body"}]}"#,
            "data/counts/weights.tsv": WeightTable.text(LabelWeights()),
            "data/stance/de.tsv": table, "s.jsonl": samples,
        ]
        return try TestWorld(files: files.merging(more) { $1 })
    }

    private func bytes(_ world: TestWorld, _ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: world.path(name))))
    }

    private func terms(_ world: TestWorld) throws -> [String] {
        let trainer = try Trainer(Model(bytes: bytes(world, "m")))
        return trainer.profile.stance?.lexicons.flatMap { $0.terms.map(\.term) } ?? []
    }

    @Test func newTermsAreListedAndChangeNothing() async throws {
        let world = try world()
        #expect(await world.run("train", "data", "-o", "m") == .done)
        #expect(await world.run("learn", "s.jsonl", "-m", "m") == .done)
        let lines = world.output.lines
        #expect(lines.first?.hasPrefix(StanceTerm.tableHeader + "\tlanguage\tz\t") == true)
        #expect(lines.dropFirst().first?.hasPrefix("loaded\tjäher\tlemma-adj\t") == true)
        #expect(lines.count == 2)
        #expect(try terms(world) == ["sagen", "wohl"])
    }

    @Test func acceptedTermsAreMarkedAndForgottenByteForByte() async throws {
        let world = try world()
        #expect(await world.run("train", "data", "-o", "m") == .done)
        let before = try bytes(world, "m")
        #expect(await world.run("learn", "s.jsonl", "-m", "m", "-o", "n") == .done)
        try world.write(Array(world.output.text.utf8), to: "terms.tsv")
        let arguments = ["learn", "s.jsonl", "--accept-terms", "terms.tsv", "-m", "m"]
        #expect(await world.run(arguments) == .done)
        #expect(try terms(world) == ["sagen", "wohl", "jäher"])
        let analyzer = try Analyzer(model: Model(bytes: bytes(world, "m")))
        var page = StanceInput(paragraphs: [.init(text: "Ein jähes Ende.", label: .body)])
        page.language = "de"
        let found = try analyzer.model.stanceModel()?.markers(in: page)
        #expect(found?.map(\.category) == [.loaded] && found?.first?.range == 4..<9)
        #expect(await world.run(arguments + ["--forget"]) == .done)
        #expect(try bytes(world, "m") == before)
    }

    @Test(arguments: [
        ("category\tterm\tform\n", "expected the column 'language'"),
        ("category\tterm\tform\tlanguage\nloaded\tjäh\tword\n", "expected a language in each row"),
        ("category\tterm\tform\tlanguage\nloud\tjäh\tword\tde\n", "unknown category 'loud'"),
        ("category\tterm\tform\tlanguage\nloaded\tjäh\tword\tpl\n", "no stance terms of language"),
    ])
    func badTermsChangeNothing(table: String, message: String) async throws {
        let world = try world(["t": table])
        #expect(await world.run("train", "data", "-o", "m") == .done)
        let before = try bytes(world, "m")
        #expect(await world.run("learn", "--accept-terms", "t", "-m", "m") == .failure)
        #expect(world.errors.text.contains(message), "\(world.errors.text)")
        #expect(try bytes(world, "m") == before)
    }

    @Test func unknownTermsAreNotForgotten() async throws {
        let world = try world(["t": "category\tterm\tform\tlanguage\nloaded\tjäh\tword\tde\n"])
        #expect(await world.run("train", "data", "-o", "m") == .done)
        let arguments = ["learn", "--forget", "--accept-terms", "t", "-m", "m"]
        #expect(await world.run(arguments) == .failure)
        #expect(world.errors.text.contains("has no term 'jäh'; nothing was changed"))
    }

    @Test func markersAreEvaluated() async throws {
        let world = try world()
        #expect(await world.run("train", "data", "-o", "m") == .done)
        // The labels are a small analyzer's, the markers the built-in model's.
        #expect(await world.run("evaluate", "s.jsonl", "-f", "json") == .done)
        let report = try JSONValue(json: Array((world.output.lines.last ?? "").utf8))
        let markers = try #require(report.object?["markers"]?.object)
        let attribution = markers["categories"]?.object?["attribution"]?.object
        #expect(attribution?["annotated"] == .integer(6) && attribution?["exact"] == .integer(6))
        #expect(markers["voice"]?.object?["right"] == .integer(6))
        for format in ["text", "markdown", "tsv"] {
            #expect(await world.run("evaluate", "s.jsonl", "-f", format) == .done)
        }
        #expect(world.output.text.contains("markers\tattribution.exactF1\t1.000000"))
        let cross = ["evaluate", "s.jsonl", "-m", "m", "--cross-validate", "2", "-f", "tsv"]
        #expect(await world.run(cross) == .done)
        // What the other groups' samples mark is learnt as a wording.
        #expect(world.output.text.contains("markers\tloaded.exactF1\t1.000000"))
    }

    @Test func ratesAreComparedWithAReference() async throws {
        let world = try TestWorld(files: [
            "ref.jsonl": (0..<60).map { _ in
                #"{"site":"r","text":"Der Deich ist neu und er ist gut."}"# + "\n"
            }.joined()
        ])
        world.analyzer = ProfilingAnalyzer()
        let page = #"{"site":"a","text":"Der Deich ist angeblich dicht."}"# + "\n"
        world.type(String(repeating: page, count: 60))
        #expect(await world.run("profile", "--reference", "ref.jsonl", "-f", "json") == .done)
        let value = try JSONValue(json: Array((world.output.lines.last ?? "").utf8))
        let profile = value.object?["profiles"]?.array?.first?.object
        let rate = profile?["markers"]?.object?["distancing"]?.object
        #expect((rate?["z"]?.number ?? 0) > 1.96)
        let part = rate?["parts"]?.array?.first?.object
        #expect(part?["polarity"] == .string("negative") && part?["voice"] == .string("quoted"))
        #expect(part?["count"] == .integer(60))
        #expect(value.object?["profiles"]?.array?.count == 1)
    }
}
