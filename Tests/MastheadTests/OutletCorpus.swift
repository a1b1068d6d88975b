import FoundationEssentials
import Masthead
import Testing

/// The tables of `TrainingData`, and pages beside the project for measuring.
enum OutletCorpus {
    static let root: String = {
        var parts = #filePath.split(separator: "/")
        parts.removeLast(3)
        return "/" + parts.joined(separator: "/")
    }()

    static func text(_ path: String) -> String? {
        guard let data = FileManager.default.contents(atPath: "\(root)/\(path)") else {
            return nil
        }
        return String(decoding: data, as: UTF8.self)
    }

    /// The tables of the project, read once.
    static func tables() throws -> OutletTables { try shared.get() }

    private static let shared = Result {
        try OutletTables(
            signatures: try #require(text("TrainingData/signatures.tsv")),
            sources: try #require(text("TrainingData/sources.tsv")),
            cues: try #require(text("TrainingData/cues.tsv")),
            languages: try #require(text("TrainingData/languages.tsv")))
    }

    /// Whether the environment names a file there.
    static func names(_ variable: String) -> Bool {
        ProcessInfo.processInfo.environment[variable] != nil
    }

    /// The unpacked collection that the environment names, for example
    /// `gzip -dc ../shared/gold/dev_typed.jsonl.gz`; nil where it names none.
    static func pages(_ variable: String) -> [AnnotatedDocument]? {
        guard let path = ProcessInfo.processInfo.environment[variable],
            let data = FileManager.default.contents(atPath: path)
        else { return nil }
        return data.split(separator: 0x0A).compactMap { try? AnnotatedDocument(jsonLine: $0) }
    }
}
