import Testing

@testable import PageText

@Suite("Lines and paragraphs")
struct ParagraphTests {
    @Test(
        "every line end ends a paragraph",
        arguments: ["\n", "\r\n", "\r", "\u{2028}", "\u{2029}", "\u{85}", "\u{0C}"])
    func lineEnds(lineEnd: String) {
        #expect(
            texts(of: "One.\(lineEnd)Two.\(lineEnd)\(lineEnd)Three.") == ["One.", "Two.", "Three."])
    }

    @Test("a vertical tab and NUL end nothing")
    func noLineEnds() {
        #expect(texts(of: "a\u{0B}b\u{0}") == ["a\u{0B}b\u{0}"])
    }

    @Test("CR LF counts as one line end")
    func carriageReturnLineFeed() {
        let page = PageText("a\r\nb")
        #expect(page.paragraphs.map(\.byteRange) == [0..<3, 3..<4])
    }

    @Test("blank lines belong to the paragraph before, leading ones to the first")
    func tiling() {
        let page = PageText(" \n\n  a \n \n\n\tb\n\n")
        #expect(page.paragraphs.map(\.byteRange) == [0..<11, 11..<15])
        #expect(page.paragraphs.map(\.contentByteRange) == [5..<6, 12..<13])
        #expect(page.paragraphs.map(\.lineCount) == [1, 1])
    }

    @Test("ranges in bytes and code points")
    func units() {
        let page = PageText("Ä😀\nб!")
        #expect(page.paragraphs.map(\.byteRange) == [0..<7, 7..<10])
        #expect(page.paragraphs.map(\.codePointRange) == [0..<3, 3..<5])
        #expect(page.paragraphs.map(\.contentUTF8Range) == [0..<6, 7..<10])
        #expect(page.paragraphs.map(\.contentCodePointRange) == [0..<2, 3..<5])
    }

    @Test("white space of every kind is trimmed, inside it stays")
    func whiteSpace() {
        let spaces = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
            .filter {
                $0.properties.isWhitespace || [0x180E, 0x200B, 0x2060, 0xFEFF].contains($0.value)
            }
        #expect(spaces.count == 29)
        for space in spaces {
            let page = PageText("\(space)a\(space)")
            #expect(texts(of: page) == ["a"], "U+\(String(space.value, radix: 16))")
            #expect(PageText("\(space)\(space)").isBlank)
        }
        #expect(texts(of: "\u{A0}a\u{A0}\u{200B}b\u{FEFF}") == ["a\u{A0}\u{200B}b"])
    }

    @Test("a byte-order mark is part of the tiling, not of the content")
    func byteOrderMark() {
        let page = PageText(bytes: [0xEF, 0xBB, 0xBF] + Array("Title\n".utf8))
        #expect(page.utf8.count == 9)
        #expect(page.paragraphs.map(\.byteRange) == [0..<9])
        #expect(page.paragraphs.map(\.contentByteRange) == [3..<8])
        #expect(texts(of: page) == ["Title"])
    }

    @Test(
        "blank pages have no paragraphs", arguments: ["", " ", "\n", "\u{FEFF}", "\r\n \t\n\u{A0}"])
    func blank(text: String) {
        let page = PageText(text)
        #expect(page.isBlank)
        #expect(page.paragraphs.isEmpty)
        #expect(page.utf8 == Array(text.utf8))
    }

    @Test("NUL is content")
    func nul() {
        let page = PageText(bytes: [0x20, 0x00, 0x0A, 0x00])
        #expect(page.paragraphs.map(\.contentByteRange) == [1..<2, 3..<4])
        #expect(!page.isBlank)
    }

    @Test("every kind of collection reads alike; a valid array is not copied")
    func collections() {
        let bytes = Array("Title\n\nText \u{FEFF}x\n".utf8)
        let page = PageText(bytes: bytes)
        let others = [
            PageText(bytes: bytes[...]), PageText(bytes: ContiguousArray(bytes)),
            PageText(bytes: bytes.reversed().reversed() as [UInt8]),
            PageText(bytes: bytes.lazy.map { $0 }),
        ]
        for other in others { #expect(other.paragraphs == page.paragraphs) }
        let kept = unsafe page.utf8.withUnsafeBufferPointer { $0.baseAddress }
        let given = unsafe bytes.withUnsafeBufferPointer { $0.baseAddress }
        let isSame = unsafe kept == given
        #expect(isSame)
    }
}
