import Testing

@testable import MastheadCommand

@Suite struct TextWindowTests {
    private func windows(_ text: [UInt8]) -> [[UInt8]] {
        var rest = text[...]
        return TextWindow.lengths(of: text).map { length in
            defer { rest = rest.dropFirst(length) }
            return Array(rest.prefix(length))
        }
    }

    /// Lines of that many letters, each with its end.
    private func lines(_ count: Int, of length: Int, end: String = "\n") -> [UInt8] {
        let line = Array((String(repeating: "a", count: length) + end).utf8)
        return Array(repeatElement(line, count: count).joined())
    }

    @Test func aTextThatFitsIsOneWindow() {
        #expect(windows([]) == [[]])
        let text = lines(TextWindow.size / 64, of: 63)
        #expect(text.count == TextWindow.size)
        #expect(windows(text) == [text])
        #expect(windows(text + [0x61]).count == 2)
        #expect(windows(lines(TextWindow.mostLines, of: 1)).count == 1)
        #expect(windows(lines(TextWindow.mostLines, of: 1) + [0x61]).map(\.count) == [1 << 15, 1])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func cutsAtABlankLineElseAtALineEnd(end: String) {
        let half = lines(TextWindow.size * 3 / 4 / 100, of: 100 - end.utf8.count, end: end)
        let blank = half + Array(" \t\(end)".utf8)
        #expect(windows(blank + half)[0] == blank)
        let cut = windows(half + half)[0]
        #expect(cut.count % 100 == 0 && TextWindow.size - cut.count < 100)
        #expect(cut.suffix(end.utf8.count) == Array(end.utf8)[...])
        // A blank line near the start would make a window of next to nothing.
        let early = Array("a\(end)\(end)".utf8)
        #expect(windows(early + half + half)[0].count > TextWindow.size / 2)
    }

    @Test func aLineBreakOfTwoBytesIsNotTorn() {
        let text = lines(1, of: TextWindow.size - 1, end: "\r\n") + lines(1, of: 10)
        #expect(windows(text).map(\.count) == [TextWindow.size, 12])
        #expect(windows(text)[1].first == 0x0A || windows(text)[0].last != 0x0D)
    }

    @Test func aGiantLineIsCutAtASpaceElseBetweenCodePoints() {
        let words = Array(String(repeating: "Wörter ", count: 200_000).utf8)
        #expect(windows(words).allSatisfy { $0.last == 0x20 })
        for shift in 0..<4 {
            let text = Array((String(repeating: "a", count: shift) + giant).utf8)
            let parts = windows(text)
            #expect(parts.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
            #expect(Array(parts.joined()) == text)
        }
        // What is no UTF-8 at all is cut somewhere.
        let debris = [UInt8](repeating: 0x80, count: 3 * TextWindow.size)
        #expect(windows(debris).map(\.count) == [Int](repeating: TextWindow.size, count: 3))
    }

    private let giant = String(repeating: "😀", count: 300_000)

    @Test func windowsTileAnyTextHoweverItIsRead() throws {
        var random = SeededGenerator(seed: 3)
        let pieces: [[UInt8]] =
            ["a", " ", "\n", "\r", "\r\n", "ä", "😀", "\t", "\u{2028}"]
            .map { Array($0.utf8) } + [[0xFF], [0xE2, 0x82]]
        for _ in 0..<6 {
            var text: [UInt8] = []
            let count = Int.random(in: 0...900_000, using: &random)
            let few = Array(
                pieces.shuffled(using: &random).prefix(.random(in: 1...6, using: &random)))
            while text.count < count { text += few.randomElement(using: &random) ?? [] }
            let expected = windows(text)
            #expect(Array(expected.joined()) == text)
            #expect(expected.allSatisfy { $0.count <= TextWindow.size })
            for chunk in [4_096, 77_777] {
                var reader = TextBatchReader(PeekedSource(ChunkedSource(text, chunk: chunk)))
                #expect(try reader.all() == contents(expected))
            }
        }
    }

    private func contents(_ windows: [[UInt8]]) -> [Batch.Content] {
        if windows.count == 1 { return [.document(windows[0])] }
        return windows.enumerated().map { index, window in
            .window(window, isFirst: index == 0, isLast: index == windows.count - 1)
        }
    }

    @Test func offsetsCountTheRepairedText() {
        var offset = TextOffset()
        offset.pass(Array("ä😀".utf8))
        #expect(offset == TextOffset(bytes: 6, codePoints: 2))
        offset.pass([0x61, 0xE2, 0x82, 0x0A])
        #expect(offset == TextOffset(bytes: 10, codePoints: 5))
    }

    @Test func paragraphsAreCountedIntoWindows() {
        #expect(TextWindow.counts(of: []) == [0])
        #expect(TextWindow.counts(of: ["a", "b"]) == [2])
        let long = String(repeating: "a", count: TextWindow.size / 2)
        #expect(TextWindow.counts(of: [long, long, long, "a"]) == [1, 1, 2])
        let short = [String](repeating: "a", count: TextWindow.mostLines + 1)
        #expect(TextWindow.counts(of: short) == [TextWindow.mostLines, 1])
    }
}
