import Foundation
import Testing

@testable import Masthead

/// The proof that the model inside the program is made of `TrainingData` and of nothing else.
@Suite("Training is reproducible")
struct TrainingReproducibleTests {
    private static let folder = TrainingSamples.package.appending(path: "TrainingData")

    private func text(_ path: String) throws -> String {
        try String(contentsOf: Self.folder.appending(path: path), encoding: .utf8)
    }

    /// What `masthead train TrainingData` does.
    private func train(_ documents: [AnnotatedDocument]) throws -> Trainer {
        var trainer = Trainer(counts: LabelCounts(), weights: LabelWeights())
        let tables = [
            "counts/labels.tsv", "counts/weights.tsv", "counts/styles.tsv",
            "counts/style-weights.tsv", "signatures.tsv", "sources.tsv", "cues.tsv",
            "languages.tsv",
        ]
        for table in tables { trainer.note(table: table, try text(table)) }
        try trainer.addLabelCounts(text("counts/labels.tsv"))
        try trainer.setLabelWeights(text("counts/weights.tsv"))
        try trainer.addStyleCounts(text("counts/styles.tsv"))
        try trainer.setStyleWeights(text("counts/style-weights.tsv"))
        try trainer.setOutletTables(
            signatures: text("signatures.tsv"), sources: text("sources.tsv"),
            cues: text("cues.tsv"), languages: text("languages.tsv"))
        var lexicons: [String: String] = [:]
        for language in ["de", "en", "fr", "ru", "tr"] {
            lexicons[language] = try text("stance/\(language).tsv")
            trainer.note(table: "stance/\(language).tsv", lexicons[language] ?? "")
        }
        try trainer.setLexicons(lexicons)
        for document in documents { trainer.add(document) }
        trainer.dropRareTerms()
        return trainer
    }

    @Test("trained twice, in two orders, TrainingData gives the bytes of the built-in model")
    func builtIn() throws {
        let documents = try TrainingSamples.documents()
        let bytes = try train(documents).modelBytes()
        // Compared beforehand: a failed comparison of millions of bytes would be described for long.
        let isSame = try train(documents.reversed()).modelBytes() == bytes
        #expect(isSame)
        let file = TrainingSamples.package.appending(path: "Models/default.masthead")
        let isFile = Array(try Data(contentsOf: file)) == bytes
        #expect(isFile)
        let isBuiltIn = Model.builtIn.bytes == bytes
        #expect(isBuiltIn)
    }
}
