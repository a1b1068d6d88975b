import Foundation
import NaiveBayes

@testable import Masthead

/// The package's own training data, as the tests read it.
enum TrainingSamples {
    /// The package's folder.
    static let package = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Files below a folder of the package with that ending, sorted by path.
    static func files(below folder: String, ending: String) throws -> [URL] {
        let root = package.appending(path: folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        return paths.filter { $0.hasSuffix(ending) }.sorted().map { root.appending(path: $0) }
    }

    /// The annotated documents of the project, every one.
    static func documents() throws -> [AnnotatedDocument] { try read(every: 1) }

    /// One in eight of them, which all languages and both regimes are among; read once, as
    /// debug builds are slow.
    static let some = Result { try read(every: 8) }

    private static func read(every step: Int) throws -> [AnnotatedDocument] {
        var documents: [AnnotatedDocument] = []
        for (number, line) in try lines().enumerated() where number % step == 0 {
            documents.append(try AnnotatedDocument(jsonLine: line))
        }
        return documents
    }

    private static func lines() throws -> [Data] {
        try files(below: "TrainingData/documents", ending: ".jsonl")
            .flatMap { try Data(contentsOf: $0).split(separator: 0x0A) }
    }

    /// A document of labelled lines.
    static func document(
        id: String = "", family: String = "", regime: String = "page",
        _ paragraphs: [(ParagraphLabel, String)]
    ) -> AnnotatedDocument {
        var document = AnnotatedDocument(
            id: id,
            paragraphs: paragraphs.map {
                AnnotatedParagraph(text: $0.1, label: .label($0.0))
            })
        document.other["regime"] = .string(regime)
        if !family.isEmpty { document.other["family"] = .string(family) }
        return document
    }

    /// Random documents over a small vocabulary, so that terms recur within and between them.
    static func random(_ count: Int, seed: UInt64, families: Int = 4) -> [AnnotatedDocument] {
        var random = SplitMix(seed: seed)
        return (0..<count).map { number in
            let lines = (0..<Int.random(in: 2...9, using: &random)).map { _ in
                (
                    ParagraphLabel.allCases.randomElement(using: &random) ?? .body,
                    text(words: Int.random(in: 1...14, using: &random), &random)
                )
            }
            return document(
                id: "random-\(number)",
                family: "family \(Int.random(in: 0..<families, using: &random))",
                regime: Bool.random(using: &random) ? "page" : "residue", lines)
        }
    }

    private static func text(words: Int, _ random: inout SplitMix) -> String {
        let vocabulary = [
            "Teilen", "der", "Bericht", "kam", "spät", "12:30", "|", "Weiterlesen", "Kommentare",
            "Wetter", "3", "war", "gut.", "Newsletter,", "bestellen", "Anzeige", "»Nein«", "Foto:",
        ]
        return (0..<words).map { _ in vocabulary.randomElement(using: &random) ?? "" }
            .joined(separator: " ")
    }
}
