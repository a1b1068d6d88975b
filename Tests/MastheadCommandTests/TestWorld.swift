import Foundation
import Masthead
import Testing

@testable import MastheadCommand

/// An environment of a test's own: a temporary folder, input in memory, output recorded.
final class TestWorld {
    let folder: String
    let output = RecordingSink()
    let errors = RecordingSink()
    var input: any ByteSource = ChunkedSource([])
    var isOutputTerminal = false
    var isErrorTerminal = false
    var variables: [String: String] = [:]
    var cores = 2
    var now: () -> Duration = { .zero }
    /// What analyses pages where no model is named.
    var analyzer: any PageAnalyzing = PrefixAnalyzer()

    init(files: [String: String] = [:]) throws {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("masthead-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        // The temporary directory itself may be a link.
        folder = resolvedPath(url.path)
        for (name, text) in files { try write(text, to: name) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func path(_ name: String) -> String { folder + "/" + name }

    func write(_ text: String, to name: String) throws {
        try write(Array(text.utf8), to: name)
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        let url = URL(fileURLWithPath: path(name))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(name))), as: UTF8.self)
    }

    /// The names of all files, hidden ones included, sorted.
    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    func type(_ text: String, chunk: Int = 1 << 16) {
        input = ChunkedSource(Array(text.utf8), chunk: chunk)
    }

    var environment: Environment {
        Environment(
            arguments: [], variables: variables, input: input, output: output, errors: errors,
            isOutputTerminal: isOutputTerminal, isErrorTerminal: isErrorTerminal, folder: folder,
            cores: cores, now: now,
            makeAnalyzer: { [analyzer] bytes, _ throws(ModelError) in
                if let bytes, bytes != Array("model".utf8) { throw .notAModel }
                return analyzer
            })
    }

    /// Runs the program and returns its exit status.
    @discardableResult
    func run(_ arguments: String...) async -> RunStatus { await run(arguments) }

    @discardableResult
    func run(_ arguments: [String]) async -> RunStatus {
        var environment = environment
        environment.arguments = arguments
        return await Tool.run(in: environment)
    }
}

/// Keeps what is written to it, and fails from some byte on where it is told to.
final class RecordingSink: ByteSink {
    private(set) var bytes: [UInt8] = []
    /// The size of each write.
    private(set) var writes: [Int] = []
    var failure: SystemFailure?
    var capacity = Int.max

    func write(_ bytes: [UInt8]) throws(SystemFailure) {
        if let failure, self.bytes.count + bytes.count > capacity { throw failure }
        self.bytes += bytes
        writes.append(bytes.count)
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }
}

/// Bytes in memory that come in pieces.
final class ChunkedSource: ByteSource {
    private var rest: ArraySlice<UInt8>
    private let chunk: Int
    /// Called before each read with the number of bytes not yet read.
    var beforeRead: (Int) -> Void = { _ in }
    /// Thrown at the end in place of the end.
    var failure: SystemFailure?

    init(_ bytes: [UInt8], chunk: Int = 1 << 16) {
        rest = bytes[...]
        self.chunk = chunk
    }

    func read(upTo count: Int) throws(SystemFailure) -> [UInt8] {
        beforeRead(rest.count)
        if rest.isEmpty, let failure { throw failure }
        let piece = rest.prefix(min(count, chunk))
        rest = rest.dropFirst(piece.count)
        return Array(piece)
    }
}

/// Labels lines by how they begin, so that tests know what is right: `# ` headline, `© ` notice,
/// `> ` related, anything else body.
struct PrefixAnalyzer: PageAnalyzing {
    var labelling: any PageAnalyzing { self }

    func analysis(of text: [UInt8]) -> PageAnalysis {
        let repaired = String(decoding: text, as: UTF8.self)
        let repairs = String(validating: text, as: UTF8.self) == nil ? 1 : 0
        var paragraphs: [LabeledParagraph] = []
        var offset = 0
        for line in repaired.split(separator: "\n", omittingEmptySubsequences: false) {
            let length = line.unicodeScalars.count
            if length > 0 { paragraphs.append(paragraph(String(line), offset..<offset + length)) }
            offset += length + 1
        }
        return PageAnalysis(paragraphs: paragraphs, repairs: repairs)
    }

    func analysis(of paragraphs: [String]) -> PageAnalysis {
        PageAnalysis(paragraphs: paragraphs.map { paragraph($0, 0..<0) })
    }

    func explanations(of text: [UInt8], paragraph: Int?) -> [ExplainedParagraph] {
        let paragraphs = analysis(of: text).paragraphs
        return paragraphs.indices.filter { paragraph == nil || $0 == paragraph }.map { index in
            ExplainedParagraph(
                index: index, text: paragraphs[index].text,
                label: (paragraphs[index].label.name, 0.88), runnerUp: ("debris", 0.01),
                margin: 1.75,
                evidence: [
                    .init(view: "words", feature: "first", weight: 3),
                    .init(view: "shape", feature: "length=2", weight: -1.5),
                    .init(view: "bias", feature: "", weight: 0.25),
                ])
        }
    }

    func explainedProfile(of text: [UInt8]) -> ExplainedProfile {
        ExplainedProfile(page: analysis(of: text))
    }

    private func paragraph(_ text: String, _ range: Range<Int>) -> LabeledParagraph {
        let label: ParagraphLabel =
            switch text.prefix(2) {
            case "# ": .headline
            case "© ": .notice
            case "> ": .related
            default: .body
            }
        var probabilities = [Float](repeating: 0.01, count: ParagraphLabel.count)
        probabilities[Int(label.rawValue)] = 0.88
        return LabeledParagraph(
            text: text, byteRange: range, codePointRange: range, label: label,
            probabilities: probabilities)
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension Batch.Content {
    /// The texts of an archive's records; nil for those that have none.
    var archiveTexts: [String?]? {
        guard case .archive(let records) = self else { return nil }
        return records.map { record in
            (try? record.content.get()).map { String(decoding: $0, as: UTF8.self) }
        }
    }
}

extension BatchReader {
    /// All batches.
    mutating func all() throws -> [Batch.Content] {
        var contents: [Batch.Content] = []
        while let content = try next() { contents.append(content) }
        return contents
    }
}
