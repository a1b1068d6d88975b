import Masthead
import Testing

@testable import MastheadCommand

@Suite struct ProfileCommandTests {
    private func world(_ files: [String: String] = [:]) throws -> TestWorld {
        let world = try TestWorld(files: files)
        world.analyzer = ProfilingAnalyzer()
        return world
    }

    /// Pages of two sites: one doubts what the other reports, and repeats its own line.
    private var pages: String {
        (0..<60).map { number in
            #"{"site":"a.example","text":"Der Deich ist laut dpa angeblich dicht \#(number % 10).\n"#
                + #"> Muster-Bote abonnieren"}"# + "\n"
                + #"{"url":"https://www.b.example/\#(number)","outlet":{"name":"Bote B"},"#
                + #""text":"Der Wald ist der Wald, und er ist gut."}"# + "\n"
        }.joined()
    }

    private func profiles(_ world: TestWorld) throws -> [[String: JSONValue]] {
        let value = try JSONValue(json: Array((world.output.lines.last ?? "").utf8))
        return (value.object?["profiles"]?.array ?? []).compactMap(\.object)
    }

    @Test func comparesSites() async throws {
        let world = try world()
        world.type(pages)
        #expect(await world.run("profile", "-f", "json") == .done)
        let profiles = try profiles(world)
        try #require(profiles.map { $0["site"] } == [.string("a.example"), .string("b.example")])
        #expect(profiles.allSatisfy { $0["pages"] == .integer(60) })
        let first = profiles[0]
        #expect(first["credits"]?.array == [counted("dpa", 60)])
        // Lines that differ in numbers alone are one.
        #expect(
            first["lines"]?.array == [
                counted("> Muster-Bote abonnieren", 60),
                counted("Der Deich ist laut dpa angeblich dicht 0.", 60),
            ])
        let words = first["words"]?.array?.compactMap { $0.object?["word"]?.string } ?? []
        #expect(words.contains("deich") && !words.contains("ist"))
        let figure = first["figures"]?.object?["mean sentence length"]?.object
        #expect(figure?["mean"]?.number == 7 && figure?["pages"] == .integer(60))
        let marker = first["markers"]?.object?["distancing"]?.object
        #expect(marker?["count"] == .integer(60))
        // Eight words a page, the number among them.
        #expect(marker?["rate"]?.number == 125)
        #expect((marker?["z"]?.number ?? 0) > 1.96)
        let wording = first["wordings"]?.array?.first?.object
        #expect(wording?["wording"] == .string("angeblich") && wording?["elsewhere"] == .integer(0))
        #expect(profiles[1]["markers"] == .object([:]))
        #expect(profiles[1]["wordings"] == .array([]))
    }

    private func counted(_ text: String, _ pages: Int) -> JSONValue {
        .object(["text": .string(text), "pages": .integer(pages)])
    }

    @Test func putsPagesTogetherByOutlet() async throws {
        let world = try world()
        world.type(pages + #"{"text":"Ein Satz."}"# + "\n")
        #expect(await world.run("profile", "--by", "outlet", "-f", "json") == .done)
        let names = try profiles(world).map { $0["outlet"]?.string }
        #expect(names == ["Bote B", "Muster-Bote", "unknown"])
    }

    @Test func theSiteOfAPlainTextIsItsFolder() async throws {
        let world = try world(["x/a.txt": "Ein Satz.", "x/b.txt": "Zwei.", "c.txt": "Drei."])
        #expect(await world.run("profile", "x/a.txt", "c.txt", "x/b.txt", "-f", "json") == .done)
        let profiles = try profiles(world)
        #expect(profiles.map { $0["site"] } == [.string("unknown"), .string("x")])
        #expect(profiles.map { $0["pages"] } == [.integer(1), .integer(2)])
    }

    @Test func aRecordWithoutASiteIsUnknown() async throws {
        let world = try world()
        world.type("{\"site\":\"\",\"text\":\"Eins.\"}\n{\"id\":\"x\",\"text\":\"Zwei.\"}\n")
        #expect(await world.run("profile", "-f", "json") == .done)
        #expect(try profiles(world).map { $0["site"] } == [.string("unknown")])
    }

    @Test func peopleReadALineForEachFinding() async throws {
        let world = try world()
        world.type(pages)
        #expect(await world.run("profile") == .done)
        let text = world.output.text
        #expect(text.hasPrefix("a.example  60 pages\n"))
        #expect(text.contains("\n\nb.example  60 pages\n"))
        #expect(text.contains("\n  distancing 125.00 in 1,000 words, z "))
        #expect(text.contains("\n  mean sentence length 7.00 (7.00 to 7.00)\n"))
        #expect(text.contains("\n  credits: dpa 60\n  on 60 pages: > Muster-Bote abonnieren\n"))
        #expect(text.contains("\n  wordings: angeblich "))
    }

    @Test func tablesHaveARowForEachFinding() async throws {
        let world = try world()
        world.type(pages)
        #expect(await world.run("profile", "-f", "tsv") == .done)
        let rows = world.output.lines.map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(rows[0] == ["site", "kind", "name", "value", "low", "high", "z"])
        #expect(rows.allSatisfy { $0.count == 7 })
        #expect(rows.contains(["a.example", "pages", "", "60", "", "", ""]))
        #expect(rows.contains(["a.example", "credit", "dpa", "60", "", "", ""]))
        #expect(
            rows.contains([
                "a.example", "figure", "mean sentence length", "7.00", "7.00", "7.00", "",
            ]))
        #expect(rows.contains { $0[1] == "marker" && $0[2] == "distancing" && $0[3] == "125.00" })
    }

    @Test func aLimitCutsLists() async throws {
        let world = try world()
        world.type(pages)
        #expect(await world.run("profile", "-f", "json", "--limit", "0") == .done)
        let first = try #require(try profiles(world).first)
        for name in ["words", "wordings", "lines", "credits"] {
            #expect(first[name] == .array([]), "\(name)")
        }
    }

    /// The order of pages and the number of threads do not matter.
    @Test func sameProfilesOnAnyNumberOfThreads() async throws {
        var outputs: [String] = []
        for threads in ["1", "4"] {
            let world = try world()
            world.type(String(repeating: pages, count: 40))
            #expect(await world.run("profile", "-f", "tsv", "-j", threads) == .done)
            outputs.append(world.output.text)
        }
        #expect(outputs[0] == outputs[1] && outputs[0].contains("2400"))
    }

    @Test func badRecordsAreNamedAndTheRestCounts() async throws {
        let world = try world(["a.txt": "Ein Satz."])
        world.type("{\"text\":\"Ein Satz.\"}\nno\n")
        #expect(
            await world.run("profile", "-", "a.txt", "none", "-f", "json", "-i", "jsonl")
                == .failure)
        #expect(world.errors.lines.count == 3)
        let other = try self.world(["a.txt": "Ein Satz."])
        #expect(await other.run("profile", "a.txt", "none", "-f", "json") == .failure)
        #expect(other.errors.text == "masthead: none: no such file\n")
        #expect(try profiles(other).count == 1)
    }
}
