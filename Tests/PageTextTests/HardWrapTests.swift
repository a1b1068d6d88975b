import Testing

@testable import PageText

@Suite("Hard-wrapped lines")
struct HardWrapTests {
    private func prose(_ count: Int, words: Int, seed: UInt64) -> [String] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in randomProse(words: words, using: &generator) }
    }

    @Test("paragraphs wrapped at a width come back", arguments: [55, 60, 65, 72, 76, 80, 90, 100])
    func widths(width: Int) {
        for seed: UInt64 in 0..<10 {
            let paragraphs = prose(6, words: 50, seed: seed)
            let page = PageText(paragraphs.map { wrapped($0, to: width) }.joined(separator: "\n\n"))
            #expect(texts(of: page) == paragraphs)
            #expect(page.paragraphs.allSatisfy { $0.lineCount > 1 })
        }
    }

    @Test("the ranges of a rejoined paragraph cover its lines")
    func ranges() {
        let paragraphs = prose(3, words: 40, seed: 1)
        let lines = paragraphs.map { wrapped($0, to: 70) }
        let page = PageText(lines.joined(separator: "\n\n") + "\n")
        for (paragraph, line) in zip(page.paragraphs, lines) {
            #expect(Array(page.utf8[paragraph.contentUTF8Range]) == Array(line.utf8))
            #expect(paragraph.lineCount == line.split(separator: "\n").count)
        }
        #expect(page.paragraphs.last?.byteRange.upperBound == page.utf8.count)
    }

    @Test("every line end and an indentation")
    func lineEndsAndIndentation() {
        let paragraphs = prose(5, words: 50, seed: 2)
        for lineEnd in ["\r\n", "\r", "\u{85}", "  \n"] {
            let page = paragraphs.map { wrapped($0, to: 72, indentation: "   ") }
                .joined(separator: "\n\n").split(separator: "\n", omittingEmptySubsequences: false)
                .joined(separator: lineEnd)
            #expect(texts(of: page) == paragraphs)
        }
    }

    @Test("lines evened out below the width are rejoined")
    func ragged() {
        let paragraphs = prose(8, words: 60, seed: 3)
        // Each paragraph filled to a width of its own, up to six columns below the page's.
        let lines = paragraphs.enumerated().map { wrapped($1, to: 72 - $0 % 7) }
        #expect(texts(of: lines.joined(separator: "\n\n")) == paragraphs)
    }

    @Test("without blank lines a short last line ends a paragraph")
    func shortLastLines() {
        let short = prose(5, words: 33, seed: 4).filter {
            let last = wrapped($0, to: 72).split(separator: "\n").last ?? ""
            return last.count < 50
        }
        #expect(short.count > 1)
        let page = short.map { wrapped($0, to: 72) }.joined(separator: "\n")
        #expect(texts(of: page) == short)
    }

    @Test("titles, menus and lists on a wrapped page stay apart")
    func mixedPage() {
        let paragraphs = prose(6, words: 50, seed: 5)
        let list = "- Erstens\n- Zweitens\n- Drittens"
        let menu = "Home\nPolitik\nWirtschaft\nSport"
        let body = paragraphs.map { wrapped($0, to: 72) }.joined(separator: "\n\n")
        let page = "Ein Titel\n\n\(menu)\n\n\(body)\n\n\(list)\n"
        let expected = ["Ein Titel"] + menu.split(separator: "\n").map(String.init) + paragraphs
        #expect(texts(of: page) == expected + list.split(separator: "\n").map(String.init))
    }

    @Test("wrapped items of a list stay apart", arguments: ["- ", "• ", "1. ", "a) ", "> "])
    func listItems(marker: String) {
        let body = prose(6, words: 50, seed: 6)
        let items = prose(4, words: 25, seed: 8).map { marker + $0 }
        let lines = items.map { item in
            let lines = wrapped(item, to: 72).split(separator: "\n")
            return lines.joined(separator: "\n" + String(repeating: " ", count: marker.count))
        }
        let page = (body.map { wrapped($0, to: 72) } + [lines.joined(separator: "\n")])
            .joined(separator: "\n\n")
        let found = texts(of: page)
        #expect(found.filter { $0.hasPrefix(marker) }.count == items.count)
        #expect(Array(found.prefix(6)) == body)
    }

    @Test("a dash that begins a wrapped line by accident is no list")
    func dashInProse() {
        let words = "und so ging es weiter mit allen die da waren"
        let paragraph = Array(repeating: words, count: 4).joined(separator: " – ")
        let filler = prose(5, words: 50, seed: 9)
        for width in 60...80 {
            let page = (filler + [paragraph]).map { wrapped($0, to: width) }
            #expect(texts(of: page.joined(separator: "\n\n")).last == paragraph)
        }
    }
}

@Suite("Lines that are no hard wrap")
struct NoHardWrapTests {
    private func expectApart(_ lines: [String], by separator: String = "\n") {
        #expect(texts(of: lines.joined(separator: separator)) == lines)
    }

    @Test("long prose lines of varied length", arguments: ["\n", "\n\n"])
    func longLines(separator: String) {
        for seed: UInt64 in 0..<50 {
            var generator = SeededGenerator(seed: seed)
            let lines = (0..<30).map { _ in
                let words = Int.random(in: 3...60, using: &generator)
                return randomProse(words: words, using: &generator)
            }
            expectApart(lines, by: separator)
        }
    }

    @Test("single sentences near one width")
    func sentences() {
        for seed: UInt64 in 0..<50 {
            var generator = SeededGenerator(seed: seed)
            let lines = (0..<40).map { _ in randomProse(words: 9, using: &generator) }
            expectApart(lines)
        }
    }

    @Test("teasers cut at one length")
    func teasers() {
        var generator = SeededGenerator(seed: 1)
        let lines = (0..<30).map { _ in
            randomProse(words: 30, using: &generator).prefix(90) + "…"
        }
        expectApart(lines.map(String.init))
    }

    @Test("a menu, a poem and a table")
    func menuPoemTable() {
        expectApart(["Home", "Politik", "Ausland", "Wirtschaft und Börse", "Sport", "Kultur"])
        expectApart([
            "am Morgen lag der Schnee auf allen Wegen", "und keiner ging",
            "der Nebel hielt die Stadt in seiner Hand", "und hing", "über dem Land",
        ])
        let rows = (10..<30).map {
            "zeile \($0) | wert \($0 * 37) | einheit kilogramm je quadratmeter"
        }
        expectApart(rows)
        expectApart(
            (10..<30).map { "wert \($0)      menge \($0)      summe je stück und tag \($0 * 7)" })
    }

    @Test("lines of one word, and writing without spaces")
    func singleWords() {
        let path = String(repeating: "abcdefghij", count: 5)
        expectApart((10..<30).map { "https://example.org/\(path)/\($0)" })
        expectApart((0..<20).map { String(repeating: "語", count: 60 + $0 % 3) })
    }

    @Test("two wrapped lines alone prove nothing")
    func tooLittle() {
        var generator = SeededGenerator(seed: 3)
        let lines = wrapped(randomProse(words: 14, using: &generator), to: 60).split(
            separator: "\n")
        #expect(lines.count <= 3)
        expectApart(lines.map(String.init))
    }
}
