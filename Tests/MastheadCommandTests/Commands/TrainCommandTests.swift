import Foundation
import Masthead
import Testing

@testable import MastheadCommand

@Suite struct TrainCommandTests {
    private func sample(_ id: String, _ texts: [(String, String)]) -> String {
        let paragraphs = texts.map { "{\"text\":\"\($0.1)\",\"label\":\"\($0.0)\"}" }
        return "{\"id\":\"\(id)\",\"language\":\"de\",\"paragraphs\":["
            + paragraphs.joined(separator: ",") + "]}\n"
    }

    private var samples: String {
        let first = [
            ("headline", "Der Titel"), ("body", "Ein Satz steht hier."), ("share", "Teilen"),
        ]
        return sample("a", first)
            + "\n" + sample("b", [("body", "Noch ein langer Satz."), ("related", "Mehr dazu")])
    }

    private var correction: String {
        sample("c", [("body", "Ganz neue Worte."), ("notice", "Verlag Muster")])
    }

    /// A world with a directory of training data whose weights are given, so that none are fitted.
    private func world() throws -> TestWorld {
        try TestWorld(files: [
            "data/documents/de/a.jsonl": samples,
            "data/counts/weights.tsv":
                WeightTable.text(LabelWeights()),
            "data/.hidden.jsonl": "no sample", "data/README.md": "no sample",
            "correction.jsonl": correction,
        ])
    }

    private func bytes(_ world: TestWorld, _ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: world.path(name))))
    }

    @Test func trainsOnADirectoryAndDescribesTheModel() async throws {
        let world = try world()
        #expect(await world.run("train", "data", "-o", "m") == .done)
        #expect(world.errors.text == "" && world.output.text == "")
        #expect(await world.run("model", "m") == .done)
        #expect(world.output.text.contains("documents  de 2\n"))
        #expect(world.output.text.contains("labels     body, headline, "))
        #expect(await world.run("model", "m", "--format", "json") == .done)
        let json = try JSONValue(json: Array((world.output.lines.last ?? "").utf8))
        #expect(json.object?["documents"]?.object?["de"] == .integer(2))
        #expect(json.object?["bytes"]?.integer == (try bytes(world, "m").count))
        #expect(try world.names().filter { $0.hasPrefix(".") } == [])
    }

    @Test func theSameSamplesMakeTheSameModel() async throws {
        let world = try world()
        await world.run("train", "data", "-o", "one")
        let other = try self.world()
        await other.run("train", "data/documents", "data", "-o", "two", "--force")
        // The same document twice is other data.
        #expect(try bytes(world, "one") != bytes(other, "two"))
        await other.run("train", "data", "-o", "two", "--force")
        #expect(try bytes(world, "one") == bytes(other, "two"))
    }

    @Test func fitsWeightsWhereThereAreNone() async throws {
        let world = try TestWorld(files: ["s.jsonl": samples])
        #expect(await world.run("train", "s.jsonl", "-o", "one") == .done)
        #expect(await world.run("train", "s.jsonl", "-o", "two") == .done)
        #expect(try bytes(world, "one") == bytes(world, "two"))
        let model = try Model(bytes: bytes(world, "one"))
        let page = try Analyzer(model: model).analyze("Ein Satz steht hier.")
        #expect(page.paragraphs.count == 1)
    }

    @Test func replacesAFileOnlyByForce() async throws {
        let world = try world()
        try world.write("precious", to: "m")
        #expect(await world.run("train", "data", "-o", "m") == .failure)
        #expect(try world.read("m") == "precious")
        #expect(
            world.errors.text
                == "masthead: m: exists already; add '--force' to replace it\n")
        #expect(await world.run("train", "data", "-o", "m", "--force") == .done)
        #expect(try bytes(world, "m").count > 100)
    }

    @Test func whatIsForgottenLeavesNoTrace() async throws {
        let world = try world()
        await world.run("train", "data", "-o", "m")
        let before = try bytes(world, "m")
        #expect(await world.run("learn", "correction.jsonl", "--model", "m") == .done)
        #expect(try bytes(world, "m") != before)
        #expect(await world.run("learn", "--forget", "correction.jsonl", "--model", "m") == .done)
        #expect(try bytes(world, "m") == before)
        #expect(await world.run("learn", "--forget", "correction.jsonl", "-m", "m") == .failure)
        #expect(
            world.errors.text
                == "masthead: m: has not learnt document 'c'; nothing was changed\n")
        #expect(try bytes(world, "m") == before)
        #expect(try world.names().filter { $0.hasPrefix(".") } == [])
    }

    @Test func learnsIntoANewFile() async throws {
        let world = try world()
        await world.run("train", "data", "-o", "m")
        let arguments = ["learn", "correction.jsonl", "-m", "m", "-o", "n"]
        #expect(await world.run(arguments) == .done)
        #expect(await world.run(arguments) == .failure)
        #expect(await world.run(arguments + ["--force"]) == .done)
        // Learning is adding: the order of training and learning does not matter.
        try world.write(correction, to: "data/documents/c.jsonl")
        await world.run("train", "data", "-o", "both")
        #expect(try bytes(world, "n") == bytes(world, "both"))
        #expect(await world.run("learn", "correction.jsonl") == .failure)
        #expect(world.errors.text.contains("missing option '--output'"))
    }

    /// Without the lock, samples of processes that read the same model would be lost.
    @Test func learningAtTheSameTimeLosesNothing() async throws {
        let world = try world()
        await world.run("train", "data", "-o", "m")
        var names: [String] = []
        for number in 0..<4 {
            let name = "s\(number).jsonl"
            try world.write(sample("s\(number)", [("body", "Wort\(number) hier.")]), to: name)
            names.append(name)
        }
        let folder = world.folder
        await withTaskGroup(of: RunStatus.self) { group in
            for name in names {
                group.addTask {
                    var environment = Environment.process(
                        arguments: ["learn", name, "--model", "m"], variables: [:],
                        makeAnalyzer: Environment.libraryAnalyzer(_:finding:))
                    environment.folder = folder
                    environment.isErrorTerminal = false
                    environment.errors = RecordingSink()
                    return await Tool.run(in: environment)
                }
            }
            for await status in group { #expect(status == .done) }
        }
        let model = try Model(bytes: bytes(world, "m"))
        #expect(model.facts.documents == ["de": 6])
    }

    @Test(arguments: [
        ("{\"paragraphs\":[]}\nno sample\n", "s.jsonl:2: not a sample; expected a JSON object"),
        (
            "{\"paragraphs\":[{\"text\":\"a\",\"label\":\"x\"}]}",
            "s.jsonl:1: paragraph 0: unknown label 'x'; expected body, headline,"
        ),
        ("__label__share __label__body a", "expected one label for the text, found 'share'"),
        ("\n\n", "expected samples, found none"),
    ])
    func badSamplesStopTheWork(text: String, message: String) async throws {
        let world = try TestWorld(files: ["s.jsonl": text])
        #expect(await world.run("train", "s.jsonl", "-o", "m") == .failure)
        #expect(world.errors.text.contains(message), "\(world.errors.text)")
        #expect(try world.names() == ["s.jsonl"])
    }

    @Test func badTablesAndModelsAreNamed() async throws {
        let world = try world()
        try world.write("body\t1\n", to: "data/counts/labels.tsv")
        #expect(await world.run("train", "data", "-o", "m") == .failure)
        #expect(
            world.errors.text.hasSuffix(
                "masthead: counts/labels.tsv: line 1: expected three fields\n"))
        try world.write("nonsense", to: "x")
        #expect(await world.run("learn", "correction.jsonl", "--model", "x") == .failure)
        #expect(await world.run("learn", "correction.jsonl", "--model", "none") == .failure)
        #expect(await world.run("model", "x") == .failure)
        #expect(world.errors.text.contains("masthead: x: is not a model"))
        #expect(world.errors.text.contains("masthead: none: no such file"))
        #expect(try world.read("x") == "nonsense")
        #expect(try world.names() == ["correction.jsonl", "data", "x"])
    }

    @Test func aFullDiskLeavesTheOldModel() async throws {
        let world = try world()
        #expect(await world.run("train", "data", "-o", "/dev/full") == .failure)
        #expect(world.errors.text == "masthead: /dev/full: no space left on the device\n")
    }
}
