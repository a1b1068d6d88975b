import NaiveBayes
import Testing

@testable import Masthead

@Suite("Term names")
struct FeaturesTermNameTests {
    /// The names of a line's terms that do not lead back to their terms.
    private func lost(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        var scanner = LineScanner()
        let scan = scanner.scan(bytes.span, 0..<bytes.count)
        let naming = TermName(bytes, scanner)
        var lost: [String] = []
        func check(_ term: Term) {
            let name = naming.name(of: term, in: scan)
            // The marks of a line's ends are told from the same marks in the text by nothing.
            let words = name.unicodeScalars.filter { $0 == "^" || $0 == "$" }.count
            let ends: Int =
                switch term.form {
                case .word, .pair, .gram: 0
                case .lineStart, .lineEnd: 1
                case .wholeLine: 2
                }
            if words == ends && TermName.key(term.view, name) != term.key {
                lost.append("\(term.view) '\(name)'")
            }
        }
        scanner.forEachTerm(of: scan, check)
        scanner.phrase.map(check)
        return lost
    }

    @Test("every term of random text is found again by its name", arguments: 0..<60)
    func randomText(seed: UInt64) {
        for line in RandomText.page(seed: seed, lines: 1...8) {
            let lost = lost(line)
            #expect(lost.isEmpty, "\(lost) in \(line.debugDescription)")
        }
    }

    @Test("every term of the project's own documents is found again by its name")
    func trainingText() throws {
        for document in try TrainingSamples.some.get() {
            for paragraph in document.paragraphs {
                // The beginning is enough: names are made word by word.
                let lost = lost(String(paragraph.text.prefix(120)))
                #expect(lost.isEmpty, "\(document.id): \(lost)")
            }
        }
    }

    @Test("names read as the documented forms")
    func forms() {
        #expect(
            PageEvidence.names(of: "Jetzt TEILEN").terms == [
                "jetzt", "teilen", "^ jetzt", "jetzt teilen", "teilen $9", "jetz", "etzt",
                "teil", "eile", "ilen",
            ])
        #expect(
            PageEvidence.names(of: "Am 12.5. kam's").terms == [
                "am", "00", "0", "kam's", "^ am", "am 00", "00 0", "0 kam's", "kam's $8", "am's",
            ])
        #expect(PageEvidence.names(of: "Am 12.5. kam's").phrase == "^ am 00 0 kam's $")
        #expect(PageEvidence.names(of: "a b c d e f g h i").phrase == nil)
    }

    @Test("an explanation has a name for every term of a line")
    func everyTerm() {
        for line in RandomText.page(seed: 78, lines: 20...20) {
            let page = PageEvidence(paragraphs: [line])
            #expect(PageEvidence.names(of: line).terms.count == page.keys(of: 0).count)
        }
    }

    @Test(
        "what is no name of a view's term has no key",
        arguments: [
            (View.words, "zwei wörter"), (.words, ""), (.words, "..."), (.bigrams, "eins"),
            (.bigrams, "a b c"), (.grams, "drei5"), (.grams, "abc"), (.grams, "a bcd"),
            (.phrases, "ohne ende"), (.phrases, ""), (.phrases, "^ teil"), (.phrases, "teil $"),
            (.shape, "words=3"), (.page, "x"),
        ])
    func noKey(view: View, name: String) { #expect(TermName.key(view, name) == nil) }

    @Test("the same words have different keys in different forms")
    func formsDiffer() {
        let names: [(View, String)] = [
            (.words, "teil"), (.grams, "teil"), (.phrases, "^ teil $"), (.bigrams, "^ teil"),
            (.bigrams, "teil $8"),
            (.bigrams, "teil $9"), (.bigrams, "teil teil"),
        ]
        let keys = names.compactMap { TermName.key($0.0, $0.1) }
        #expect(keys.count == names.count && Set(keys).count == names.count)
    }
}
