import Testing

@testable import PageText

@Suite("The text of rejoined paragraphs")
struct RejoinedTextTests {
    /// The text of a paragraph made by rejoining all lines, whatever the hard-wrap test would say.
    private func joined(_ lines: String, splitsWords: Bool = false) -> String {
        let page = PageText(rejoining: lines, splitsWords: splitsWords)
        return page.paragraphs.map { page.text(of: $0) }.joined(separator: "¶")
    }

    @Test("a break becomes one space")
    func spaces() {
        #expect(joined("ein Satz\nmit zwei  Zeilen") == "ein Satz mit zwei  Zeilen")
        #expect(joined("ein Satz \u{A0}\r\n\t mit Zeilen") == "ein Satz mit Zeilen")
        #expect(joined("Ende –\nAnfang") == "Ende – Anfang")
        #expect(joined("Ende -\nAnfang") == "Ende - Anfang")
    }

    @Test("a soft hyphen goes with the break")
    func softHyphens() {
        #expect(joined("Wirt\u{AD}\nschaft") == "Wirtschaft")
        #expect(joined("Wirt\u{AD}schaft\nist") == "Wirt\u{AD}schaft ist")
    }

    @Test("a hyphen between lower-case letters goes on a page that splits words, else it stays")
    func splitWords() {
        #expect(joined("die Wirt-\nschaft", splitsWords: true) == "die Wirtschaft")
        #expect(joined("a long-\nterm plan") == "a long-term plan")
    }

    @Test("hyphens of compounds stay, and keep their space before a conjunction")
    func compounds() {
        for splitsWords in [false, true] {
            #expect(joined("der US-\nPräsident", splitsWords: splitsWords) == "der US-Präsident")
            #expect(joined("die G-\n20", splitsWords: splitsWords) == "die G-20")
            #expect(
                joined("Vor-\nund Nachteile", splitsWords: splitsWords) == "Vor- und Nachteile")
            #expect(joined("two-\nto threefold", splitsWords: splitsWords) == "two- to threefold")
        }
        #expect(joined("Ver-\nunden", splitsWords: true) == "Verunden")
    }

    @Test("a page splits words where its lower-case hyphens stand at line ends")
    func judgement() {
        #expect(PageText(rejoining: "die Wirt-\nschaft wächst", splitsWords: nil).splitsWords)
        let compounds = "a long-term and short-term plan, a well-known long-\nterm plan"
        #expect(!PageText(rejoining: compounds, splitsWords: nil).splitsWords)
        #expect(!PageText(rejoining: "eine Zeile\nnoch eine", splitsWords: nil).splitsWords)
    }

    @Test("a wrapped page with split words reads as before")
    func wholePage() {
        let line = "es wird in dieser Gegend seit Jahren über neue Wege der Land-"
        let next = "wirtschaft gesprochen, und keiner weiß, wie lange es noch dauert, bis"
        let page = ([line, next, line, next].joined(separator: "\n") + "\nman fertig ist.")
        let once =
            "es wird in dieser Gegend seit Jahren über neue Wege der Landwirtschaft "
            + "gesprochen, und keiner weiß, wie lange es noch dauert, bis "
        #expect(texts(of: page) == [once + once + "man fertig ist."])
    }
}

extension PageText {
    /// A page whose lines all belong to one paragraph.
    fileprivate init(rejoining lines: String, splitsWords: Bool?) {
        let repaired = RepairedBytes(of: Array(lines.utf8))
        var scanner = LineScanner(repaired)
        let found = scanner.lines()
        self.init(
            repaired,
            rejoined: [found[0].extended(to: found[found.count - 1], lineCount: found.count)])
        if let splitsWords { self.splitsWords = splitsWords }
    }
}
