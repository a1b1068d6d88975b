import NaiveBayes

/// Text as no person would write it, the same on every run.
enum RandomText {
    /// Blocks of code points: Latin and its marks, combining marks, Cyrillic, Greek, Arabic,
    /// Devanagari, punctuation, symbols, kana, ideographs, emoji, private use.
    private static let blocks: [ClosedRange<UInt32>] = [
        0x20...0x7E, 0x20...0x7E, 0xA0...0x24F, 0x2B0...0x36F, 0x370...0x52F, 0x5D0...0x6FF,
        0x900...0x97F, 0x1E00...0x1FFF, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x2BFF,
        0x2C60...0x2C7F, 0x3001...0x30FF, 0x4E00...0x4E40, 0xE000...0xE010, 0xFE00...0xFEFE,
        0xFF01...0xFF60, 0x10400...0x10450, 0x1D400...0x1D440, 0x1F300...0x1F9FF,
    ]
    /// What lines are mostly made of, so that words, numbers and patterns come about.
    private static let pieces = [
        " ", " ", " ", "Teilen", "der", "’s", "'", "12", "2024", ":", ".", ". ", "...", "…", "|",
        "https://", "www.", "@", "#", "(", "»", "«", "„", "ПРИВЕТ", "東京", "🎉", "\u{301}", "^", "$",
        "\u{0}", "\t", "ß", "İ", "don't",
    ]

    /// A line of up to `limit` pieces, without line breaks.
    static func line(_ limit: Int, _ random: inout SplitMix) -> String {
        var line = ""
        for _ in 0..<Int.random(in: 0...limit, using: &random) {
            if Int.random(in: 0..<3, using: &random) > 0 {
                line += pieces.randomElement(using: &random) ?? ""
            } else {
                let block = blocks.randomElement(using: &random) ?? 0x20...0x7E
                let code = UInt32.random(in: block, using: &random)
                if let scalar = Unicode.Scalar(code) { line.unicodeScalars.append(scalar) }
            }
        }
        return line
    }

    /// A page of random lines.
    static func page(seed: UInt64, lines: ClosedRange<Int> = 0...40) -> [String] {
        var random = SplitMix(seed: seed)
        return (0..<Int.random(in: lines, using: &random)).map { _ in line(30, &random) }
    }

    /// Bytes, few of which are UTF-8.
    static func bytes(seed: UInt64, _ count: Int) -> [UInt8] {
        var random = SplitMix(seed: seed)
        return (0..<count).map { _ in
            Int.random(in: 0..<12, using: &random) == 0
                ? 0x0A : UInt8.random(in: 0...255, using: &random)
        }
    }
}
