import Testing

@testable import PageText

@Suite("The shape of a line")
struct LineShapeTests {
    private func shapes(_ text: String) -> [LineShape] {
        let page = PageText(text)
        return LineShape.shapes(of: page.paragraphs, in: page.utf8)
    }

    private func traits(_ line: String) -> LineShape.Traits {
        shapes(line).first?.traits.subtracting(.opensBlock) ?? []
    }

    @Test("columns count code points, tabs reach to the next eighth")
    func columns() {
        let lines = shapes(
            "  Größe und\n\tb\n \tc\n\u{200B}d\n" + String(repeating: "x", count: 300))
        #expect(lines.map(\.indentation) == [2, 8, 8, 0, 0])
        #expect(lines.map(\.edge) == [11, 9, 9, 1, 255])
        #expect(lines.map(\.firstWord) == [5, 1, 1, 1, 64])
    }

    @Test("blank lines, form feeds and U+2029 open a block, U+2028 does not")
    func blocks() {
        let lines = shapes("a\nb\n\nc\n \t\nd\u{0C}e\u{2029}f\u{2028}g\r\nh")
        let opens = lines.map { $0.traits.contains(.opensBlock) }
        #expect(opens == [true, false, true, true, true, true, false, false])
        #expect(Array(Blocks(lines)) == [0..<2, 2..<3, 3..<4, 4..<5, 5..<8])
    }

    @Test("sentence ends behind quotation marks and brackets")
    func endings() {
        for line in ["Es war so.", "war es so?“", "(so war es.)", "„So!“, sagte er…", "そうです。"] {
            #expect(traits(line).contains(.endsSentence), "\(line)")
        }
        for line in ["Es war", "„so“", "so,", "so –", "(so)"] {
            #expect(!traits(line).contains(.endsSentence), "\(line)")
        }
        #expect(traits("er sagte:").isSuperset(of: [.endsSentence, .endsWithColon]))
    }

    @Test("a line reads on where its first letter is not upper case")
    func continues() {
        for line in ["und so", "„und so", "– über", "\u{5D0}\u{5D1}"] {
            #expect(traits(line).contains(.continues), "\(line)")
        }
        for line in ["Und so", "„Über", "3 Tage", "...", "語る", "Єдність"] {
            #expect(!traits(line).contains(.continues), "\(line)")
        }
    }

    @Test("list markers")
    func markers() {
        let dash = ["- a", "– a", "— a"]
        let numeral = ["1. a", "12) a", "b) a", "123. a"]
        let bullet = ["• a", "•a", "* a", "> a", ">a"]
        let none = ["-a", "*a*", "1234. a", "ab) a", "a. b", "1 a", "a"]
        #expect(dash.allSatisfy { shapes($0)[0].marker == .dash })
        #expect(numeral.allSatisfy { shapes($0)[0].marker == .numeral })
        #expect(bullet.allSatisfy { shapes($0)[0].marker == .bullet })
        #expect(none.allSatisfy { shapes($0)[0].marker.isEmpty })
    }

    @Test("rows of tables, and justified lines, which are none")
    func tables() {
        for line in ["a\tb", "a | b | c", "Name      Preis", "a b      c d"] {
            #expect(traits(line).contains(.isTabular), "\(line)")
        }
        for line in ["a | b", "die    weite    Zeile     mit", "ein  Satz.  Noch einer"] {
            #expect(!traits(line).contains(.isTabular), "\(line)")
        }
    }
}
