import Testing

@testable import PageText

/// Pages eight times as long may take twenty times as long: room for a noisy machine, none for a
/// quadratic loop, which would take 64 times.
@Suite("Time grows with the page", .serialized)
struct LinearTimeTests {
    private func seconds(_ bytes: [UInt8]) -> Double {
        let times = (0..<3).map { _ in
            ContinuousClock().measure { _ = PageText(bytes: bytes).paragraphs.count }
        }
        let best = times.min() ?? .zero
        return Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
    }

    @Test(
        "linear",
        arguments: [
            "one long line of words, ", "\n", " ", "a\n", "\u{A0}", "\r\n\u{FEFF}", "a \n", "– ",
        ])
    func linear(piece: String) {
        let unit = Array(String(repeating: piece, count: 120_000 / piece.utf8.count).utf8)
        check(unit)
    }

    @Test("linear on broken sequences and on wrapped lines")
    func hostile() {
        check([UInt8](repeating: 0xFF, count: 60_000))
        check([UInt8](repeating: 0xE2, count: 60_000))
        var generator = SeededGenerator(seed: 7)
        check(Array(wrapped(randomProse(words: 8_000, using: &generator), to: 72).utf8))
    }

    private func check(_ unit: [UInt8]) {
        let long = Array(repeatElement(unit, count: 8).joined())
        // Other work on the machine can slow one attempt, a quadratic loop slows all of them.
        var ratio = Double.infinity
        for _ in 0..<5 where ratio >= 20 {
            ratio = min(ratio, seconds(long) / max(seconds(unit), 1e-5))
        }
        #expect(ratio < 20, "eight times the bytes took \(ratio) times as long")
    }

    @Test("ten million empty lines leave nothing behind")
    func emptyLines() {
        var bytes = [UInt8](repeating: 0x0A, count: 10_000_000)
        #expect(PageText(bytes: bytes).isBlank)
        bytes[0] = 0x61
        bytes[9_999_999] = 0x62
        let page = PageText(bytes: bytes)
        #expect(page.paragraphs.map(\.byteRange) == [0..<9_999_999, 9_999_999..<10_000_000])
    }

    @Test("fifty megabytes in one line")
    func longLine() {
        let page = PageText(bytes: [UInt8](repeating: 0x61, count: 50_000_000))
        #expect(page.paragraphs.map(\.contentCodePointRange) == [0..<50_000_000])
    }
}
