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

    @Test func slicesByAnyKey() async throws {
        let world = try TestWorld(files: ["s.jsonl": samples])
        #expect(await world.run("evaluate", "s.jsonl", "--slices", "family", "-f", "tsv") == .done)
        #expect(world.output.text.contains("family=f3\taccuracy"))
        #expect(!world.output.text.contains("language=de"))
    }
}
