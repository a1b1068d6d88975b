import Masthead
import Testing

@testable import MastheadCommand

@Suite struct TrainingTableTests {
    @Test(arguments: [
        ("d/counts/labels.tsv", TrainingTable.labelCounts), ("/counts/weights.tsv", .labelWeights),
        ("d/counts/styles.tsv", .styleCounts), ("d/counts/style-weights.tsv", .styleWeights),
        ("d/signatures.tsv", .signatures), ("d/sources.tsv", .sources), ("d/cues.tsv", .cues),
        ("d/languages.tsv", .languages), ("d/stance/de.tsv", .stance(language: "de")),
    ])
    func knowsTablesByTheEndOfTheirPath(path: String, table: TrainingTable) {
        #expect(TrainingTable(path: path) == table)
        #expect(path.hasSuffix(table.name))
    }

    @Test(arguments: [
        "d/labels.tsv", "counts/labels.tsv.bak", "d/outlets.tsv", "d/stance/de.txt",
        "d/mysignatures.tsv", "d/stance/old/de.tsv", "",
    ])
    func otherFilesAreNone(path: String) {
        #expect(TrainingTable(path: path) == nil)
    }

    @Test func aDirectoryGivesSamplesAndTables() throws {
        let world = try TestWorld(files: [
            "d/documents/b.jsonl": "", "d/documents/a.jsonl": "", "d/lines.txt": "",
            "d/signatures.tsv": "", "d/stance/de.tsv": "", "d/stance/en.tsv": "",
            "d/counts/labels.tsv": "", "d/outlets.tsv": "", "d/README.md": "",
        ])
        let files = try SampleFiles(["d"], in: world.environment)
        #expect(
            files.samples.map { $0.split(separator: "/").last } == [
                "a.jsonl", "b.jsonl", "lines.txt",
            ])
        let expected: Set<TrainingTable> = [
            .signatures, .stance(language: "de"), .stance(language: "en"), .labelCounts,
        ]
        #expect(Set(files.tables.keys) == expected)
    }

    /// Tables become part of the model, which says so.
    @Test func tablesAreReadIntoTheTrainer() throws {
        let stance = """
            category\tterm\tform\tattributes\talternatives\treference
            distancing\tangeblich\tword\t\t\town

            """
        let world = try TestWorld(files: [
            "d/signatures.tsv": ProfilingAnalyzer.signatures,
            "d/sources.tsv": ProfilingAnalyzer.sources, "d/cues.tsv": ProfilingAnalyzer.cues,
            "d/languages.tsv": ProfilingAnalyzer.languages, "d/stance/de.tsv": stance,
        ])
        let environment = world.environment
        let files = try SampleFiles(["d"], in: environment)
        var trainer = Trainer(counts: LabelCounts(), weights: LabelWeights())
        try trainer.addTables(files.tables, in: environment)
        let model = trainer.makeModel()
        #expect(
            model.facts.tables == [
                "cues.tsv", "languages.tsv", "signatures.tsv", "sources.tsv", "stance/de.tsv",
            ])
        let page = try Analyzer(model: model).analyze("Der Deich ist angeblich dicht.")
        #expect(page.outlet != nil && page.markers != nil)
        // The same tables, whatever the order of the files.
        var other = Trainer(counts: LabelCounts(), weights: LabelWeights())
        try other.addTables(files.tables, in: environment)
        #expect(other.modelBytes() == trainer.modelBytes())
    }

    @Test(arguments: [
        ("signatures.tsv", "a\tb", "\"signatures.tsv\", line 1: expected a first line"),
        ("counts/labels.tsv", "body\t1", "counts/labels.tsv: line 1: expected"),
        ("stance/de.tsv", "nonsense", "stance/de.tsv: "),
    ])
    func badTablesAreNamed(name: String, text: String, message: String) throws {
        var files = [
            "signatures.tsv": ProfilingAnalyzer.signatures,
            "sources.tsv": ProfilingAnalyzer.sources,
            "cues.tsv": ProfilingAnalyzer.cues, "languages.tsv": ProfilingAnalyzer.languages,
        ]
        files[name] = text
        let world = try TestWorld()
        for (name, text) in files { try world.write(text, to: "d/" + name) }
        let environment = world.environment
        let tables = try SampleFiles(["d"], in: environment).tables
        var trainer = Trainer(counts: LabelCounts(), weights: LabelWeights())
        #expect {
            try trainer.addTables(tables, in: environment)
        } throws: { error in
            (error as? CommandFailure)?.message.hasPrefix(message) == true
        }
    }
}
