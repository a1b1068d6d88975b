import PageText
import Testing

/// Rates of an optimised build; a debug build skips them. The floors are a third or less of what a
/// quiet machine shows, so that only a lost fast path fails.
@Suite("Speed", .serialized, .enabled(if: isOptimised, "needs swift test -c release"))
struct SpeedTests {
    @Test(
        "megabytes a second",
        arguments: [
            ("long ASCII lines", "The quick brown fox jumps over. ", 500.0),
            ("long German lines", "Die Größe „über“ 100 Straßen – für uns. ", 250),
            ("long Cyrillic lines", "Съешь ещё этих мягких булок. ", 100),
            ("lines of 80 bytes", String(repeating: "Zeile ", count: 13) + ".\n", 50),
            ("blank lines", "\n", 100),
        ])
    func rate(name: String, piece: String, floor: Double) {
        let unit = Array(String(repeating: piece, count: 1 + 1_000_000 / piece.utf8.count).utf8)
        let bytes = Array(repeatElement(unit, count: 32).joined())
        let times = (0..<5).map { _ in
            ContinuousClock().measure { _ = PageText(bytes: bytes).paragraphs.count }
        }
        let best = (times.min() ?? .zero) / .microseconds(1)
        let rate = Double(bytes.count) / best
        print("\(name): \(Int(rate)) MB/s")
        #expect(rate > floor)
    }
}

private var isOptimised: Bool {
    #if DEBUG
        false
    #else
        true
    #endif
}
