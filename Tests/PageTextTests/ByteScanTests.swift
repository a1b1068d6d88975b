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

    @Test("empty arrays and empty ranges")
    func empty() {
        #expect(ByteScan.lineEnd(in: [], from: 0) == 0)
        #expect(ByteScan.codePointCount(in: [], 0..<0) == 0)
        #expect(ByteScan.illFormed(in: [], from: 0) == nil)
        #expect(ByteScan.lineEnd(in: [0x0A], from: 1) == 1)
    }
}
