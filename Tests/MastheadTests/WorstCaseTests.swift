import Testing

@testable import Masthead

/// Texts that no one writes: the analysis stays linear, and its ranges stay exact.
@Suite("Worst cases", .serialized)
struct WorstCaseTests {
    private static let analyzer = Analyzer()
    #if DEBUG
        /// Unoptimised, a word takes about a tenth of a millisecond.
        private static let pieces = 300
    #else
        private static let pieces = 100_000
    #endif

    /// A piece of which a paragraph is made, and what it is.
    private static let cases = [
        ("one word", "Wort "), ("digits", "0123456789"), ("digits and spaces", "12 345,6 "),
        ("nested quotation marks", "„ ‚"), ("marks that open", " „a"), ("marks that close", "a“ "),
        ("straight marks", "\"a\" '"), ("combining characters", "e\u{301}\u{308}"),
        ("only combining characters", "\u{301}"), ("right to left", "\u{202E}שלום "),
        ("zero width", "a\u{200B}\u{200D}\u{2060}"), ("joined families", "👨‍👩‍👧‍👦"),
        ("names", "Anna Berg "), ("addresses", "https://a.b/?c=d&e "), ("dots", "a.b."),
        ("hyphens", "a-b-"), ("brackets", "((["), ("speech", "sagte er: „"), ("NUL", "\u{0}"),
    ]

    @Test("time grows with the paragraph", arguments: cases)
    func time(name: String, piece: String) {
        let short = String(repeating: piece, count: Self.pieces)
        let long = String(repeating: piece, count: 4 * Self.pieces)
        // Other work on the machine can slow one attempt, a quadratic loop slows all of them: it
        // takes sixteen times as long.
        var ratio = Double.infinity
        for _ in 0..<6 where ratio >= 9 {
            ratio = min(ratio, seconds(long) / max(seconds(short), 1e-4))
        }
        #expect(ratio < 9, "four times the text of \(name) took \(ratio) times as long")
    }

    private func seconds(_ text: String) -> Double {
        let time = ContinuousClock().measure { _ = Self.analyzer.analyze(text).paragraphs.count }
        return time / .seconds(1)
    }

    @Test("ranges count the characters as they stand", arguments: cases)
    func ranges(name: String, piece: String) {
        let text = "Erste Zeile.\n" + String(repeating: piece, count: 100) + "\nLetzte Zeile."
        let page = Self.analyzer.analyze(text)
        let scalars = Array(text.unicodeScalars)
        for paragraph in page.paragraphs {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[paragraph.codePointRange])
            #expect(String(view) == paragraph.text)
            let bytes = Array(text.utf8)[paragraph.byteRange]
            #expect(bytes.elementsEqual(paragraph.text.utf8))
        }
        for marker in page.markers ?? [] {
            let length = page.paragraphs[marker.paragraph].text.unicodeScalars.count
            #expect(!marker.range.isEmpty && marker.range.upperBound <= length)
        }
    }

    @Test("ten thousand nested quotation marks, open and closed")
    func nestedQuotations() {
        for (open, close) in [("„", "“"), ("»", "«"), ("(„", "“)"), ("\"", "\"")] {
            let text =
                String(repeating: open, count: 10_000) + "Ja"
                + String(repeating: close, count: 10_000)
            let tokens = StanceScan(text).tokens
            for quotation in Quotation.quotations(in: tokens) {
                #expect(quotation.open < quotation.close && quotation.close <= tokens.count)
            }
        }
    }

    @Test("a page of very many paragraphs takes as long as its paragraphs do")
    func manyParagraphs() {
        let line = "Ein Satz steht hier.\n"
        let short = String(repeating: line, count: Self.pieces / 5)
        let long = String(repeating: line, count: 4 * Self.pieces / 5)
        var ratio = Double.infinity
        for _ in 0..<6 where ratio >= 9 { ratio = min(ratio, seconds(long) / seconds(short)) }
        #expect(ratio < 9)
    }

    @Test("samples nested very deep are refused")
    func deepSamples() {
        let deep = String(repeating: "[", count: 100_000)
        for line in ["{\"paragraphs\":" + deep, "{\"a\":" + deep + ",\"paragraphs\":[]}", deep] {
            let bytes = Array(line.utf8)
            #expect(throws: ImportError.self) { try AnnotatedDocument(sampleLine: bytes) }
        }
    }

    @Test("of a key that stands twice in a sample, and of lone surrogates, one reading holds")
    func oddSamples() throws {
        let twice = #"{"paragraphs":[],"paragraphs":[{"text":"a"}]}"#
        let document = try? AnnotatedDocument(jsonLine: Array(twice.utf8))
        #expect(document == nil || document?.paragraphs.count ?? 2 <= 1)
        let lone = #"{"paragraphs":[{"text":"a\ud800b","label":"body"}]}"#
        if let document = try? AnnotatedDocument(jsonLine: Array(lone.utf8)) {
            #expect(try AnnotatedDocument(json: document.json) == document)
        }
    }
}
