import Testing

@testable import PageText

@Suite("The unsafe core against plain loops")
struct ByteScanTests {
    @Test("line ends at every offset of a word", arguments: 0..<20)
    func lineEnds(offset: Int) {
        for lineEnd in ["\n", "\r", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}"] {
            // Characters that share bytes with line ends stand around them.
            let near = [
                "\t", "\u{0B}", "\u{84}", "\u{A0}", "\u{2027}", "\u{202A}", "\u{20A8}", "\u{1}",
            ]
            for decoy in near {
                let before = String(repeating: "x", count: offset) + decoy
                let bytes = Array((before + lineEnd + decoy + "yyyyyyyyyyyy").utf8)
                let end = ByteScan.lineEnd(in: bytes, from: 0)
                #expect(end == before.utf8.count, "\(decoy.debugDescription)")
                let none = Array((before + decoy + "yyyyyyyyyyyyyyy").utf8)
                #expect(ByteScan.lineEnd(in: none, from: 0) == none.count)
            }
        }
    }

    @Test("counts, line ends and validity on random bytes", arguments: 0..<200 as Range<UInt64>)
    func random(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let bytes = randomPage(pieces: Int(seed) % 40, using: &generator)
        let text = String(decoding: bytes, as: UTF8.self)
        let isValid = Array(text.utf8) == bytes
        #expect((ByteScan.illFormed(in: bytes, from: 0) == nil) == isValid)
        let utf8 = Array(text.utf8)
        #expect(ByteScan.codePointCount(in: utf8, 0..<utf8.count) == text.unicodeScalars.count)
        for start in text.unicodeScalars.indices {
            let offset = text.utf8.distance(from: text.startIndex, to: start)
            let rest = text.unicodeScalars[start...]
            let length = rest.prefix {
                !"\n\r\u{0C}\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0)
            }
            let end = offset + String(length).utf8.count
            #expect(ByteScan.lineEnd(in: utf8, from: offset) == end)
            #expect(ByteScan.codePointCount(in: utf8, offset..<utf8.count) == rest.count)
        }
    }

    @Test("bytes that are looked for, on random bytes", arguments: 0..<200 as Range<UInt64>)
    func found(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let bytes = (0..<Int(seed)).map { _ in
            [0x09, 0x0A, 0x0D, 0x1F, 0x20, 0x20, 0x21, 0x22, 0x5C, 0x61, 0x7C, 0xA0, 0xFF]
                .randomElement(using: &generator) ?? UInt8(0)
        }
        for start in bytes.indices {
            for end in [bytes.count, min(start + 9, bytes.count)] {
                let range = start..<end
                let part = bytes[range]
                #expect(
                    ByteScan.first(0x22, in: bytes, range) == part.firstIndex(of: 0x22) ?? end)
                let escaped = part.firstIndex { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }
                #expect(ByteScan.firstEscaped(in: bytes, range) == escaped ?? end)
                #expect(
                    ByteScan.lineEndByteCount(in: bytes, range)
                        == part.count { $0 == 0x0A || $0 == 0x0D })
            }
        }
    }

    @Test("tabs, bars and spaces in a row are never overlooked", arguments: 0..<20)
    func columns(offset: Int) {
        let text = Array(repeating: UInt8(0x78), count: offset)
        for columns in ["\t", "|", "  "] {
            let bytes = text + columns.utf8 + text
            #expect(ByteScan.hasColumns(in: bytes, bytes.indices))
            #expect(!ByteScan.hasColumns(in: bytes, 0..<offset))
        }
        let words = text + " ".utf8 + text
        #expect(offset == 0 || !ByteScan.hasColumns(in: words + words, 0..<words.count))
    }

    @Test(
        "code points are counted as the repaired text has them", arguments: 0..<100 as Range<UInt64>
    )
    func repaired(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let bytes = randomPage(pieces: Int(seed) % 40, using: &generator)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(ByteScan.codePointCount(repairing: bytes) == text.unicodeScalars.count)
    }

    @Test("empty arrays and empty ranges")
    func empty() {
        #expect(ByteScan.lineEnd(in: [], from: 0) == 0)
        #expect(ByteScan.codePointCount(in: [], 0..<0) == 0)
        #expect(ByteScan.illFormed(in: [], from: 0) == nil)
        #expect(ByteScan.lineEnd(in: [0x0A], from: 1) == 1)
    }
}
