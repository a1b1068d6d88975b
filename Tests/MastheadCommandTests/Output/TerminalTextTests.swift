import Testing

@testable import MastheadCommand

@Suite struct TerminalTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("Ärger 😀", "Ärger 😀"), ("a\u{1B}[31mb", "a\\u{1b}[31mb"),
        ("a\nb\tc", "a\\u{a}b\\u{9}c"), ("\u{7F}\u{9B}", "\\u{7f}\\u{9b}"),
        ("a\u{202E}b\u{2066}", "a\\u{202e}b\\u{2066}"), ("a\u{2028}", "a\\u{2028}"),
        ("a\u{200D}b\u{AD}", "a\u{200D}b\u{AD}"), ("\r", "\\u{d}"),
    ])
    func controlCharactersBecomeVisible(text: String, expected: String) {
        #expect(visible(text) == expected)
    }

    @Test func linesAndTabsStayOnRequest() {
        #expect(visible("a\nb\tc\rd", keepingLines: true) == "a\nb\tc\\u{d}d")
    }

    @Test func coloursOnlyWhereThereAreSome() {
        #expect(Palette(isColoured: false).text("x", .strong) == "x")
        #expect(Palette(isColoured: true).text("x", .content) == "\u{1B}[32mx\u{1B}[0m")
    }

    @Test func tabSeparatedValuesHaveNoTabsOrLines() {
        #expect(tabSeparated(["a", "", "b\tc\nd\re\\n"]) == "a\t\tb\\tc\\nd\\re\\\\n\n")
    }
}
