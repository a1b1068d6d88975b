import Masthead
import Testing

@testable import MastheadCommand

@Suite struct EvaluateCommandTests {
    /// Five documents of five families; one paragraph of each is not what the analyzer says.
    private var samples: String {
        (0..<5).map { number in
            """
            {"id":"\(number)","family":"f\(number)","language":"de","paragraphs":[\
            {"text":"# Titel","label":"headline"},{"text":"Text \(number)","label":"body"},\
            {"text":"> Mehr","label":"related"},{"text":"Werbung","label":"advertisement"}]}

            """
        }.joined()
    }

    @Test func reportsHowOftenTheLabelsAreRight() async throws {
        let world = try TestWorld(files: ["s.jsonl": samples])
        #expect(await world.run("evaluate", "s.jsonl", "-f", "json") == .done)
        let report = try JSONValue(json: world.output.bytes)
        #expect(report.object?["slices"]?.array?.first?.object?["documents"] == .integer(5))
        #expect(await world.run("evaluate", "s.jsonl", "-f", "tsv") == .done)
        #expect(world.output.text.contains("all\taccuracy\t0.75"))
        #expect(world.output.text.contains("language=de\taccuracy\t0.75"))
        for format in ["text", "markdown"] {
            #expect(await world.run("evaluate", "s.jsonl", "-f", format) == .done)
        }
        #expect(world.errors.text == "")
    }

    @Test func aFigureBelowItsFloorIsANo() async throws {
        let world = try TestWorld(files: [
            "s.jsonl": samples, "low": #"{"floors": {"all.accuracy": 0.7}}"#,
            "high": #"{"floors": {"all.accuracy": 0.9}}"#, "bad": "{}",
        ])
        #expect(await world.run("evaluate", "s.jsonl", "--floors", "low") == .done)
        #expect(await world.run("evaluate", "s.jsonl", "--floors", "high") == .no)
        #expect(world.errors.text.contains("all.accuracy"))
        #expect(await world.run("evaluate", "s.jsonl", "--floors", "bad") == .failure)
        #expect(await world.run("evaluate", "s.jsonl", "--floors", "none") == .failure)
        #expect(world.errors.text.contains("masthead: bad: "))
    }

    @Test func trainsAndTestsOnDifferentGroups() async throws {
        let world = try TestWorld(files: ["s.jsonl": samples])
        let arguments = ["evaluate", "s.jsonl", "--cross-validate", "2", "-f", "tsv"]
        #expect(await world.run(arguments) == .done)
        #expect(world.output.text.contains("all\taccuracy\t"))
        #expect(await world.run("evaluate", "s.jsonl", "--cross-validate", "6") == .failure)
        #expect(world.errors.text.contains("expected at least 6 groups for 6 folds, found 5"))
        #expect(await world.run("evaluate", "s.jsonl", "--cross-validate", "1") == .failure)
    }

    /// What is left out changes the labels; unknown parts, and parts without training, are errors.
    @Test func doesWithoutPartsOfTheEvidence() async throws {
        let world = try TestWorld(files: ["s.jsonl": samples])
        let arguments = ["evaluate", "s.jsonl", "--cross-validate", "2", "-f", "tsv"]
        #expect(await world.run(arguments) == .done)
        let whole = world.output.text
        let terms = "words,bigrams,grams"
        #expect(await world.run(arguments + ["--without", terms]) == .done)
        #expect(world.output.text != whole)
        #expect(await world.run(arguments + ["--without", "bigram"]) == .failure)
        #expect(world.errors.text.contains("'bigram'"))
        #expect(await world.run("evaluate", "s.jsonl", "--without", "words") == .failure)
        #expect(world.errors.text.contains("--cross-validate"))
        #expect(await world.run("help", "evaluate") == .done)
        let help = world.output.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let parts = EvidencePart.all.map(\.name).joined(separator: ", ")
        #expect(help.contains("for --without: \(parts)."))
    }

    @Test func learnsFromEverMore() async throws {
        let arguments = ["evaluate", "s.jsonl", "--cross-validate", "2", "--learning-curve"]
        func printed(_ format: String) async throws -> RecordingSink {
            let world = try TestWorld(files: ["s.jsonl": samples])
            #expect(await world.run(arguments + ["-f", format]) == .done)
            return world.output
        }
        #expect(try await printed("text").text.contains("last gain"))
        // Four shares of thirteen labels, and the head.
        #expect(try await printed("tsv").lines.count == 4 * 13 + 1)
        let curve = try JSONValue(json: try await printed("json").bytes)
        #expect(curve.object?["points"]?.array?.count == 4)
        let world = try TestWorld(files: ["s.jsonl": samples])
        #expect(await world.run("evaluate", "s.jsonl", "--learning-curve") == .failure)
    }

    /// An option that another one leaves without effect is not passed over in silence.
    @Test(arguments: [
        ["--outlets", "--evidence", "gold"], ["--outlets", "--floors", "f.json"],
        ["--outlets", "--repeated-lines"],
        ["--cross-validate", "2", "--learning-curve", "--floors", "f.json"],
    ])
    func refusesOptionsWithoutEffect(options: [String]) async throws {
        let world = try TestWorld(files: ["s.jsonl": samples, "f.json": "{}"])
        #expect(await world.run(["evaluate", "s.jsonl"] + options) == .failure)
        #expect(world.errors.text.contains("does nothing with"), "\(world.errors.text)")
    }

    @Test func slicesByAnyKey() async throws {
        let world = try TestWorld(files: ["s.jsonl": samples])
        #expect(await world.run("evaluate", "s.jsonl", "--slices", "family", "-f", "tsv") == .done)
        #expect(world.output.text.contains("family=f3\taccuracy"))
        #expect(!world.output.text.contains("language=de"))
    }

    /// Documents given with `--with` are trained on and never tested.
    @Test func trainsOnMoreThanItTests() async throws {
        let own = samples.replacing("f0", with: "own").replacing("Text", with: "Wort")
        let world = try TestWorld(files: ["s.jsonl": samples, "own.jsonl": own])
        let arguments = ["evaluate", "s.jsonl", "--cross-validate", "5", "-f", "json"]
        #expect(await world.run(arguments + ["--with", "own.jsonl"]) == .done)
        let report = try JSONValue(json: world.output.bytes)
        #expect(report.object?["slices"]?.array?.first?.object?["documents"] == .integer(5))
        let alone = try TestWorld(files: ["s.jsonl": samples])
        #expect(await alone.run(arguments) == .done)
        #expect(alone.output.text != world.output.text)
        #expect(await world.run(arguments + ["--with", "none.jsonl"]) == .failure)
        #expect(world.errors.text == "masthead: none.jsonl: no such file\n")
    }

    /// Paragraphs whose label rests on other kinds of evidence are not tested.
    @Test func testsOnlyTheEvidenceAskedFor() async throws {
        let paragraphs = [
            ("Text", "body", "gold"), ("Werbung", "advertisement", "gold"),
            ("Noch ein Text", "body", "rule"), ("Und einer", "share", "guess"),
        ].map {
            "{\"text\":\"\($0.0)\",\"label\":\"\($0.1)\",\"evidence\":\"\($0.2)\"}"
        }
        let sample = "{\"id\":\"a\",\"paragraphs\":[\(paragraphs.joined(separator: ","))]}\n"
        let world = try TestWorld(files: ["s.jsonl": sample])
        for (kinds, accuracy) in [("gold", "0.5"), ("gold,rule", "0.6666"), ("rule", "1")] {
            let other = try TestWorld(files: ["s.jsonl": sample])
            #expect(
                await other.run("evaluate", "s.jsonl", "--evidence", kinds, "-f", "tsv") == .done)
            let row = other.output.lines.first { $0.hasPrefix("all\taccuracy\t") }
            #expect(row?.hasPrefix("all\taccuracy\t\(accuracy)") == true, "\(kinds): \(row ?? "")")
        }
        #expect(await world.run("evaluate", "s.jsonl", "-f", "tsv") == .done)
        #expect(world.output.text.contains("all\taccuracy\t0.5"))
    }

    @Test func measuresOutletsOnSamplesThatKnowThem() async throws {
        let sites = "domain\toutlet\tstyle\na.example\tA\tblog\n"
        let known =
            samples
            .replacing("\"family\":", with: "\"site\":\"a.example\",\"family\":")
        let world = try TestWorld(files: ["s.jsonl": known, "sites": sites, "bad": "site\n"])
        let arguments = ["evaluate", "--outlets", "s.jsonl", "-f", "tsv"]
        // Nothing is known of the outlets.
        #expect(await world.run(arguments) == .failure)
        #expect(world.errors.text.contains("expected samples with an outlet's style"))
        #expect(
            await world.run(arguments + ["--sites", "sites", "--cross-validate", "5"]) == .done)
        #expect(world.output.text.contains("all\tstyle.pages\t5"))
        #expect(world.output.text.contains("all\toutlet.recall\t0.0"))
        let stepwise = ["--sites", "sites", "--cross-validate", "2", "--learning-curve"]
        #expect(await world.run(arguments + stepwise) == .done)
        #expect(world.output.text.contains("language=de+share=0.25\tstyle.pages\t5"))
        for format in ["text", "markdown", "json"] {
            let arguments = ["evaluate", "--outlets", "s.jsonl", "--sites", "sites", "-f", format]
            #expect(await world.run(arguments + ["--cross-validate", "2"]) == .done)
        }
        #expect(await world.run(arguments + ["--sites", "bad"]) == .failure)
        #expect(await world.run(arguments + ["--credits", "bad"]) == .failure)
        #expect(await world.run(arguments + ["--cross-validate", "9"]) == .failure)
    }
}
