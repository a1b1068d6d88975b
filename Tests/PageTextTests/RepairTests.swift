import Testing

@testable import PageText

@Suite("Repair of bad UTF-8")
struct RepairTests {
    /// Sequences with their maximal subparts (Unicode Standard, section 3.9, table 3-7 ff.).
    @Test(
        "maximal subparts",
        arguments: [
            ([0xFF], [0..<1]),
            ([0xC0, 0xAF], [0..<1, 1..<2]),
            ([0xE0, 0x80, 0xAF], [0..<1, 1..<2, 2..<3]),
            ([0xED, 0xA0, 0x80], [0..<1, 1..<2, 2..<3]),
            ([0xE2, 0x80], [0..<2]),
            ([0xF0, 0x9F, 0x98, 0x41], [0..<3]),
            ([0xF4, 0x90, 0x80, 0x80], [0..<1, 1..<2, 2..<3, 3..<4]),
            ([0x41, 0xC3, 0x28], [1..<2]),
            (
                [0xE1, 0x80, 0xE2, 0xF0, 0x91, 0x92, 0xF1, 0xBF, 0x41],
                [0..<2, 2..<3, 3..<6, 6..<8]
            ),
        ] as [([UInt8], [Range<Int>])])
    func subparts(bytes: [UInt8], expected: [Range<Int>]) {
        let page = PageText(bytes: bytes)
        #expect(page.repairs.map(\.byteRange) == expected)
        #expect(page.utf8 == Array(String(decoding: bytes, as: UTF8.self).utf8))
    }

    @Test("valid text needs none, up to the edges of each length")
    func valid() {
        let text =
            "\u{0}\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}\u{FFFD}"
        let page = PageText(text)
        #expect(page.repairs.isEmpty)
        #expect(page.utf8 == Array(text.utf8))
    }

    @Test("ranges behind a repair count the bytes of the input")
    func offsets() {
        // 1 byte becomes 3 before the first line end, 3 stay 3 in the second line.
        let page = PageText(bytes: [0x61, 0xFF, 0x0A, 0xF0, 0x9F, 0x98, 0x0A, 0x62])
        #expect(page.paragraphs.map(\.byteRange) == [0..<3, 3..<7, 7..<8])
        #expect(page.paragraphs.map(\.contentByteRange) == [0..<2, 3..<6, 7..<8])
        #expect(page.paragraphs.map(\.contentUTF8Range) == [0..<4, 5..<8, 9..<10])
        #expect(page.paragraphs.map(\.codePointRange) == [0..<3, 3..<5, 5..<6])
        #expect(texts(of: page) == ["a\u{FFFD}", "\u{FFFD}", "b"])
    }

    @Test("a line end inside a broken sequence still ends the line")
    func lineEndInside() {
        #expect(texts(of: PageText(bytes: [0xE2, 0x80, 0x0A, 0x61])) == ["\u{FFFD}", "a"])
        #expect(texts(of: PageText(bytes: [0x61, 0xC2])) == ["a\u{FFFD}"])
    }
}
