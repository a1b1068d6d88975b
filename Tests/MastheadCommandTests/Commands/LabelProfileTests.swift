import Masthead
import Testing

@testable import MastheadCommand

/// The outlet profile and the stance markers that `label` prints.
@Suite struct LabelProfileTests {
    private let page = """
        # Der Fluss ist 😀
        Der Deich ist laut dpa angeblich dicht.
        > Muster-Bote abonnieren

        """

    private func world(_ analyzer: any PageAnalyzing = ProfilingAnalyzer()) throws -> TestWorld {
        let world = try TestWorld(files: ["a.txt": page])
        world.analyzer = analyzer
        return world
    }

    private func record(_ world: TestWorld) throws -> [String: JSONValue] {
        try #require(try JSONValue(json: Array((world.output.lines.last ?? "").utf8)).object)
    }

    @Test func everyMemberOfARecordIsThere() async throws {
        let world = try world()
        #expect(await world.run("label", "a.txt", "-f", "jsonl") == .done)
        let record = try record(world)
        let names = [
            "id", "paragraphs", "outlet", "credits", "syndication", "translation", "language",
            "figures", "markers", "repairs",
        ]
        #expect(record.keys.sorted() == names.sorted())
        let outlet = try #require(record["outlet"]?.object)
        #expect(outlet["name"] == .string("Muster-Bote"))
        #expect(outlet["style"] == .string("regional-press"))
        #expect(outlet["styles"]?.object?["regional-press"] == .number(0.75))
        #expect(outlet["styles"]?.object?["blog"] == .number(0.25))
        #expect(outlet["signatures"]?.array == [place(2, 2, 24)])
        let credit = try #require(record["credits"]?.array?.first?.object)
        #expect(credit["name"] == .string("dpa") && credit["kind"] == .string("agency"))
        #expect(
            credit["mentions"]?.array == [place(1, 19, 22, ["cue": .string("attribution")])])
        #expect(record["syndication"]?.object?["value"] == .string("none"))
        #expect(record["translation"]?.object?["value"] == .string("original"))
        #expect(record["language"] == .string("de"))
    }

    private func place(
        _ paragraph: Int, _ start: Int, _ end: Int, _ more: [String: JSONValue] = [:]
    ) -> JSONValue {
        let place: [String: JSONValue] = [
            "paragraph": .integer(paragraph), "start": .integer(start), "end": .integer(end),
        ]
        return .object(place.merging(more) { $1 })
    }

    @Test func markersCarryTheirReason() async throws {
        let world = try world()
        #expect(await world.run("label", "a.txt", "-f", "jsonl") == .done)
        let expected = place(
            1, 23, 32,
            [
                "category": .string("distancing"), "voice": .string("quoted"),
                "polarity": .string("negative"), "referent": .string("der Vorfall"),
                "alternatives": .string("neutral: wohl"), "anonymous": .bool(true),
                "reason": .string("term \"angeblich\""), "confidence": .number(0.9),
            ])
        #expect(try record(world)["markers"]?.array == [expected])
    }

    /// Lengths and rates are no shares: they are not cut off at 1.
    @Test func figuresAreWrittenInFull() async throws {
        let world = try world()
        #expect(await world.run("label", "a.txt", "-f", "jsonl") == .done)
        let figures = try #require(try record(world)["figures"]?.object)
        #expect(figures["words"] == .integer(7) && figures["sentences"] == .integer(1))
        #expect(figures["mean_sentence_length"]?.number == 7)
        #expect(abs((figures["attribution_rate"]?.number ?? 0) - 142.8571) < 1e-3)
        let shares = try #require(figures["label_shares"]?.object)
        #expect(Set(shares.keys) == ["headline", "body", "related"])
        #expect(abs(shares.values.reduce(0) { $0 + ($1.number ?? 0) } - 1) < 1e-3)
    }

    @Test func peopleReadAFewLines() async throws {
        let world = try world()
        #expect(await world.run("label", "a.txt") == .done)
        #expect(
            world.output.text == """
                ==> a.txt <==
                headline      0.8800  # Der Fluss ist 😀
                body          0.8800  Der Deich ist laut dpa angeblich dicht.
                related       0.8800  > Muster-Bote abonnieren
                outlet: Muster-Bote
                style: regional-press (resembles regional-press 0.7500, blog 0.2500)
                credits: dpa
                syndication: none
                translation: original
                language: de
                markers: distancing 1

                """)
    }

    @Test func jsonIsTheSameRecordAndTablesHaveParagraphsOnly() async throws {
        let lines = try world()
        #expect(await lines.run("label", "a.txt", "-f", "jsonl") == .done)
        let array = try world()
        #expect(await array.run("label", "a.txt", "-f", "json") == .done)
        #expect(array.output.text == "[\n" + lines.output.lines[0] + "\n]\n")
        let table = try world()
        #expect(await table.run("label", "a.txt", "-f", "tsv") == .done)
        #expect(
            table.output.lines.map { $0.split(separator: "\t")[2] } == [
                "headline", "body", "related",
            ])
    }

    /// What the analysis finds takes the place of what the record brought along; what it does not
    /// find is left.
    @Test func aRecordsOwnProfileGivesWayToWhatIsFound() async throws {
        let world = try world()
        let own = #""outlet":{"name":"x"},"markers":[],"language":"fr","site":"s","#
        world.type(
            "{\(own)\"text\":\"Der Fluss ist da.\\nDer Deich ist dicht.\"}\n{\(own)\"text\":\"Oui.\"}\n"
        )
        #expect(await world.run("label", "-f", "jsonl") == .done)
        try #require(world.output.lines.count == 2)
        let found = try JSONValue(json: Array(world.output.lines[0].utf8)).object ?? [:]
        #expect(found["outlet"]?.object?["name"] == nil)
        #expect(found["language"] == .string("de") && found["site"] == .string("s"))
        #expect(world.output.lines[0].ranges(of: "\"language\":").count == 1)
        let other = try JSONValue(json: Array(world.output.lines[1].utf8)).object ?? [:]
        #expect(other["language"] == .string("fr"))
        let plain = try self.world(PrefixAnalyzer())
        plain.type("{\(own)\"text\":\"Der Deich ist dicht.\"}\n")
        #expect(await plain.run("label", "-f", "jsonl") == .done)
        let kept = try record(plain)
        #expect(kept["outlet"]?.object?["name"] == .string("x") && kept["markers"] == .array([]))
    }

    @Test func aLabelledPageIsASampleWithMarkersAndOutlet() async throws {
        let world = try world()
        #expect(await world.run("label", "a.txt", "-f", "jsonl") == .done)
        let document = try AnnotatedDocument(jsonLine: world.output.bytes)
        #expect(document.outlet == AnnotatedOutlet(name: "Muster-Bote", style: "regional-press"))
        #expect(document.markers?.map(\.range) == [23..<32])
        #expect(document.markers?.first?.category == "distancing")
    }

    /// A text of several windows is no page: it has labels, and no profile of a part of it.
    @Test func aLongTextHasNoProfile() async throws {
        let world = try world()
        let line = "Der Deich ist angeblich dicht.\n"
        try world.write(String(repeating: line, count: 20_000), to: "long.txt")
        #expect(await world.run("label", "long.txt", "-f", "jsonl") == .done)
        let record = try record(world)
        #expect(record.keys.sorted() == ["id", "paragraphs", "repairs"])
        #expect(record["paragraphs"]?.array?.count == 20_000)
        world.type(
            "{\"paragraphs\":[" + String(repeating: "{\"text\":\"a\"},", count: 20_000)
                + "{\"text\":\"b\"}]}")
        #expect(await world.run("label", "-f", "jsonl") == .done)
        #expect(try self.record(world).keys.sorted() == ["paragraphs", "repairs"])
    }
}
