import Foundation

@testable import Masthead

/// A page of `GoldenPages` with the label each of its paragraphs should have.
struct GoldenPage: Sendable {
    /// Name of the page's folder.
    let slug: String
    /// The page as it came.
    let input: [UInt8]
    /// The paragraphs as they should be found.
    let expected: [(label: ParagraphLabel, text: String)]

    /// What reading a folder can fail at.
    enum Failure: Error { case line(String, Int) }

    static let folder = TrainingSamples.package.appending(path: "Tests/MastheadTests/GoldenPages")

    /// All pages, by name; read once.
    static let all = Result { try read() }

    private static func read() throws -> [GoldenPage] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter {
                FileManager.default.fileExists(
                    atPath: folder.appending(path: "\($0)/expected.tsv").path)
            }
            .map(GoldenPage.init)
    }

    private init(_ slug: String) throws {
        self.slug = slug
        let folder = Self.folder.appending(path: slug)
        input = Array(try Data(contentsOf: folder.appending(path: "input.txt")))
        let table = try String(
            contentsOf: folder.appending(path: "expected.tsv"), encoding: .utf8)
        var expected: [(label: ParagraphLabel, text: String)] = []
        for (number, line) in table.unicodeScalars.split(separator: "\n").enumerated() {
            let fields = line.split(separator: "\t", maxSplits: 1).map { String($0) }
            guard fields.count == 2, let label = ParagraphLabel(name: fields[0]) else {
                throw Failure.line(slug, number + 1)
            }
            expected.append((label, fields[1]))
        }
        self.expected = expected
    }

    /// The number of paragraphs whose label is right.
    func correct(_ page: AnalyzedPage) -> Int {
        zip(expected, page.paragraphs).count { $0.label == $1.label }
    }

    /// The page as an annotated document.
    var document: AnnotatedDocument {
        AnnotatedDocument(
            id: slug,
            paragraphs: expected.map { AnnotatedParagraph(text: $0.text, label: .label($0.label)) })
    }
}

/// A golden page as the default model sees it.
struct AnalyzedGoldenPage: Sendable {
    let golden: GoldenPage
    let page: AnalyzedPage

    /// All pages analysed, once for all tests.
    static let all = Result {
        let analyzer = Analyzer()
        return try GoldenPage.all.get().map { golden in
            AnalyzedGoldenPage(golden: golden, page: analyzer.analyze(golden.input))
        }
    }
}

/// The recorded number of right labels of each page: `baseline.tsv`.
struct GoldenBaseline: Equatable {
    struct Row: Equatable {
        var correct: Int
        var total: Int
    }

    var rows: [String: Row] = [:]

    static let file = GoldenPage.folder.appending(path: "baseline.tsv")

    init(_ pages: [AnalyzedGoldenPage]) {
        for page in pages {
            rows[page.golden.slug] = Row(
                correct: page.golden.correct(page.page), total: page.golden.expected.count)
        }
    }

    /// Reads a table's text; lines that are no rows are left out, so that the pages they stand
    /// for count as not recorded.
    init(text: String) {
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: "\t")
            if fields.count == 3, let correct = Int(fields[1]), let total = Int(fields[2]) {
                rows[String(fields[0])] = Row(correct: correct, total: total)
            }
        }
    }

    var text: String {
        rows.sorted { $0.key < $1.key }
            .map { "\($0.key)\t\($0.value.correct)\t\($0.value.total)\n" }.joined()
    }

    /// What is worse in another state than here, or not comparable, in words.
    func complaints(about now: GoldenBaseline) -> [String] {
        Set(rows.keys).union(now.rows.keys).sorted().compactMap { slug in
            guard let old = rows[slug] else { return "\(slug): not recorded" }
            guard let new = now.rows[slug] else { return "\(slug): the page is gone" }
            if old.total != new.total { return "\(slug): \(old.total) lines were recorded" }
            return new.correct < old.correct
                ? "\(slug): \(new.correct) of \(new.total) right, recorded \(old.correct)" : nil
        }
    }
}
