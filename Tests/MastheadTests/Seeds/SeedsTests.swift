import Foundation
import Testing

@testable import Masthead

/// Five hand-labelled texts beside the package; the tests are skipped where they are absent.
@Suite("Seeds")
struct SeedsTests {
    static let file = TrainingSamples.package.deletingLastPathComponent()
        .appending(path: "shared/gold/seeds.jsonl")

    static var isAbsent: Bool { !FileManager.default.fileExists(atPath: file.path) }

    /// A paragraph with its right and its found label.
    private struct Line {
        var text: String
        var right: ParagraphLabel
        var found: ParagraphLabel
        /// Whether `masthead clean` keeps the paragraph.
        var isKept: Bool
    }

    private func lines() throws -> [Line] {
        let analyzer = Analyzer()
        var lines: [Line] = []
        for record in try Data(contentsOf: Self.file).split(separator: 0x0A) {
            let document = try AnnotatedDocument(jsonLine: record)
            let text = document.paragraphs.map(\.text).joined(separator: "\n\n")
            let page = analyzer.analyze(text)
            #expect(page.paragraphs.map(\.text) == document.paragraphs.map(\.text))
            for (paragraph, found) in zip(document.paragraphs, page.paragraphs) {
                guard case .label(let right) = paragraph.label else { continue }
                lines.append(
                    Line(
                        text: paragraph.text, right: right, found: found.label,
                        isKept: Keeping().keeps(found)))
            }
        }
        return lines
    }

    @Test("all body is kept", .disabled(if: isAbsent, "../shared is absent"))
    func body() throws {
        let body = try lines().filter { $0.right == .body }
        #expect(body.count == 47)
        for line in body { #expect(line.isKept, "\(line.text)") }
    }

    @Test(
        "no share line, advertisement, subscription line or publisher's notice is kept",
        .disabled(if: isAbsent, "../shared is absent"))
    func boilerplate() throws {
        let unwanted: Set<ParagraphLabel> = [.share, .advertisement, .subscription]
        let lines = try lines().filter { line in
            unwanted.contains(line.right) || (line.right == .notice && line.text.count > 100)
        }
        #expect(lines.count == 5)
        for line in lines { #expect(!line.isKept, "\(line.text)") }
    }

    @Test(
        "of the other lines at least twenty have their right label",
        .disabled(if: isAbsent, "../shared is absent"))
    func others() throws {
        let others = try lines().filter { $0.right != .body }
        #expect(others.count == 33)
        #expect(others.count { $0.right == $0.found } >= 20)
    }
}
