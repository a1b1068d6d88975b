import Masthead
import Testing

@testable import MastheadCommand

@Suite struct TabulateCommandTests {
    /// Pages of three families that share some words; each has one of its own.
    private func samples(_ families: Range<Int>, copies: Int = 2) -> String {
        families.flatMap { family in
            (0..<copies).map { copy in
                """
                {"id":"\(family)-\(copy)","family":"f\(family)","language":"de","paragraphs":[\
                {"text":"Der Deich bleibt dicht.","label":"body"},\
                {"text":"Geheim\("abcdefghij".dropFirst(family).prefix(1))wort bleibt hier.","label":"body"},\
                {"text":"Jetzt teilen","label":"share"}]}

                """
            }
        }.joined()
    }

    @Test func writesTablesThatTrainReads() async throws {
        let world = try TestWorld(files: ["s.jsonl": samples(0..<3), "out/counts/.keep": ""])
        #expect(await world.run("tabulate", "s.jsonl", "-o", "out/counts") == .done)
        #expect(world.errors.text == "" && world.output.text == "")
        let labels = try world.read("out/counts/labels.tsv")
        #expect(labels.hasPrefix("# Derived by 'masthead tabulate'"))
        #expect(labels.contains("deich") && labels.contains("teilen"))
        let weights = try world.read("out/counts/weights.tsv")
        _ = try WeightTable.weights(weights)
        #expect(try CountTable.counts(labels) != LabelCounts())
        #expect(await world.run("train", "out", "-o", "m") == .done)
        let bytes = Array(try world.read("out/counts/labels.tsv").utf8)
        #expect(!bytes.isEmpty)
    }

    /// What only one family has could be read back, so it is not published.
    @Test func whatOneFamilyAloneHasIsLeftOut() async throws {
        let world = try TestWorld(files: [
            "s.jsonl": samples(0..<3, copies: 5), "out/.keep": "",
        ])
        #expect(await world.run("tabulate", "s.jsonl", "-o", "out") == .done)
        let labels = try world.read("out/labels.tsv")
        #expect(!labels.contains("geheim"))
        let byID = try TestWorld(files: ["s.jsonl": samples(0..<3, copies: 5), "out/.keep": ""])
        #expect(await byID.run("tabulate", "s.jsonl", "--by", "id", "-o", "out") == .done)
        #expect(try byID.read("out/labels.tsv").contains("deich"))
    }

    /// Documents of the project shape the weights, and their words stay where they are.
    @Test func ownDocumentsAreNotTabulated() async throws {
        let own = samples(7..<10, copies: 4).replacing("Deich", with: "Eigenes")
        let files = ["s.jsonl": samples(0..<3), "own.jsonl": own, "out/.keep": ""]
        let alone = try TestWorld(files: files)
        #expect(await alone.run("tabulate", "s.jsonl", "-o", "out") == .done)
        let both = try TestWorld(files: files)
        #expect(await both.run("tabulate", "s.jsonl", "--with", "own.jsonl", "-o", "out") == .done)
        #expect(try alone.read("out/labels.tsv") == both.read("out/labels.tsv"))
        #expect(try alone.read("out/weights.tsv") != both.read("out/weights.tsv"))
        #expect(try !both.read("out/labels.tsv").contains("eigenes"))
    }

    @Test func theSameSamplesMakeTheSameTables() async throws {
        var tables: [[String]] = []
        for _ in 0..<2 {
            let world = try TestWorld(files: ["s.jsonl": samples(0..<3), "out/.keep": ""])
            #expect(await world.run("tabulate", "s.jsonl", "-o", "out") == .done)
            tables.append([try world.read("out/labels.tsv"), try world.read("out/weights.tsv")])
        }
        #expect(tables[0] == tables[1])
    }

    @Test func aMissingFolderIsNamed() async throws {
        let world = try TestWorld(files: ["s.jsonl": samples(0..<2)])
        #expect(await world.run("tabulate", "s.jsonl", "-o", "none") == .failure)
        #expect(world.errors.text == "masthead: none: no such file\n")
    }

    /// Where a site's style is known, pages are counted by style too.
    @Test func writesStylesWhereSitesHaveThem() async throws {
        let samples = samples(0..<6)
            .replacing("\"family\":", with: "\"site\":\"f.example\",\"family\":")
        let sites = "domain\toutlet\tstyle\nf.example\t\tblog\n"
        let world = try TestWorld(files: [
            "s.jsonl": samples, "sites": sites, "bad": "site\n", "out/counts/.keep": "",
        ])
        let arguments = ["tabulate", "s.jsonl", "-o", "out/counts", "--sites"]
        #expect(await world.run(arguments + ["sites"]) == .done)
        #expect(world.errors.text == "")
        let styles = try world.read("out/counts/styles.tsv")
        #expect(styles.contains("total\tpages\tblog=12"))
        _ = try StyleWeights(text: try world.read("out/counts/style-weights.tsv"))
        #expect(await world.run("train", "out", "-o", "m") == .done)
        #expect(await world.run(arguments + ["bad"]) == .failure)
        #expect(world.errors.text.contains("bad"))
    }
}
