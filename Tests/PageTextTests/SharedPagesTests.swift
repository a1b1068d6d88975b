import Foundation
import Testing

@testable import PageText

/// Real pages beside the package; the tests are skipped where they are absent.
@Suite("Real pages")
struct SharedPagesTests {
    private struct Document: Decodable {
        struct Paragraph: Decodable {
            let text: String
            let label: String?
        }
        let paragraphs: [Paragraph]
    }

    static let shared = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared").standardizedFileURL
    static let collection = shared.appending(path: "gold/dev_typed.jsonl.gz")

    static var isAbsent: Bool { !FileManager.default.fileExists(atPath: collection.path) }

    private func documents() throws -> [Document] {
        let unpack = Process()
        unpack.executableURL = URL(filePath: "/bin/gzip")
        unpack.arguments = ["-dc", Self.collection.path]
        let output = Pipe()
        unpack.standardOutput = output
        try unpack.run()
        let lines = output.fileHandleForReading.readDataToEndOfFile().split(separator: 0x0A)
        unpack.waitUntilExit()
        return try lines.map { try JSONDecoder().decode(Document.self, from: $0) }
    }

    @Test(
        "no page of one paragraph a line is rejoined",
        .disabled(if: isAbsent, "../shared is absent"), arguments: ["\n", "\n\n"])
    func neverJoined(separator: String) throws {
        for document in try documents() {
            let lines = document.paragraphs.map(\.text).filter { !PageText($0).isBlank }
            let page = PageText(lines.joined(separator: separator))
            #expect(page.paragraphs.allSatisfy { $0.lineCount == 1 })
            #expect(page.paragraphs.count == lines.count)
        }
    }

    @Test(
        "wrapped body paragraphs come back exactly",
        .disabled(if: isAbsent, "../shared is absent"),
        arguments: [(60, 0.975), (72, 0.98), (90, 0.98)])
    func rejoined(width: Int, floor: Double) throws {
        var count = 0
        var exact = 0
        for document in try documents() {
            let body = document.paragraphs.filter { $0.label == "body" }
                .map { $0.text.split(separator: " ").joined(separator: " ") }
            let lines = body.map { wrapped($0, to: width) }
            var found: [String: Int] = [:]
            for text in texts(of: lines.joined(separator: "\n\n")) { found[text, default: 0] += 1 }
            for (text, line) in zip(body, lines) where line.contains("\n") {
                count += 1
                guard let left = found[text], left > 0 else { continue }
                found[text] = left - 1
                exact += 1
            }
        }
        #expect(count > 10_000)
        print("wrapped at \(width): \(exact) of \(count) paragraphs exact")
        #expect(Double(exact) > floor * Double(count), "\(exact) of \(count)")
    }

    @Test(
        "the raw pages are one paragraph a line",
        .disabled(if: isAbsent, "../shared is absent"))
    func seeds() throws {
        let folder = Self.shared.appending(path: "seeds")
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        for file in files where file.pathExtension == "txt" {
            let bytes = [UInt8](try Data(contentsOf: file))
            let page = PageText(bytes: bytes)
            #expect(!page.isBlank && page.repairs.isEmpty)
            #expect(page.paragraphs.allSatisfy { $0.lineCount == 1 })
        }
    }
}
