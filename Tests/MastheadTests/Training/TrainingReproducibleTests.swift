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
        for document in documents { trainer.add(document) }
        try trainer.addCountTable(text("counts/labels.tsv"), name: "counts/labels.tsv")
        trainer.weights = try WeightTable.weights(text("counts/weights.tsv"))
        return trainer
    }

    @Test("trained twice, in two orders, TrainingData gives the bytes of the built-in model")
    func builtIn() throws {
        let documents = try TrainingSamples.documents()
        let bytes = try train(documents).modelBytes()
        #expect(try train(documents.reversed()).modelBytes() == bytes)
        let file = TrainingSamples.package.appending(path: "Models/default.masthead")
        #expect(Array(try Data(contentsOf: file)) == bytes)
        #expect(Model.builtIn.bytes == bytes)
    }
}
