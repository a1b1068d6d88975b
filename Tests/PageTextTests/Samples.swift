import PageText

/// A generator with a seed, so that a failure can be repeated (SplitMix64, Steele et al. 2014).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Bytes made of pieces that meet every rule: line ends, white space, letters of one to four
/// bytes, and broken sequences.
func randomPage(pieces count: Int, using generator: inout SeededGenerator) -> [UInt8] {
    let pieces: [[UInt8]] = [
        [0x0A], [0x0A], [0x0D, 0x0A], [0x0D], [0x0C], [0xC2, 0x85], [0xE2, 0x80, 0xA8],
        [0xE2, 0x80, 0xA9], [0x20], [0x20], [0x09], [0xC2, 0xA0], [0xE2, 0x80, 0x8B],
        [0xEF, 0xBB, 0xBF], [0xE3, 0x80, 0x80], Array("word".utf8), Array("Größe".utf8),
        Array("Ω字😀".utf8), Array("e\u{301}-".utf8), [0x00], [0x1F], [0xFF], [0xC3], [0xE2, 0x80],
        [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0x80], [0x80], [0xC0, 0xAF], [0xF4, 0x90],
    ]
    var bytes: [UInt8] = []
    for _ in 0..<count { bytes += pieces.randomElement(using: &generator) ?? [] }
    return bytes
}

/// Prose without a meaning, of sentences of 4 to 20 words.
func randomProse(words: Int, using generator: inout SeededGenerator) -> String {
    let syllables = ["ma", "ler", "tin", "go", "be", "ras", "und", "fi", "kon", "ä", "ste", "n"]
    var text = ""
    var left = 0
    for index in 0..<words {
        var word = ""
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            word += syllables.randomElement(using: &generator) ?? ""
        }
        let begins = left == 0
        if begins { left = Int.random(in: 4...20, using: &generator) }
        left -= 1
        if begins || Int.random(in: 0..<4, using: &generator) == 0 {
            word = word.prefix(1).uppercased() + word.dropFirst()
        }
        text += word
        if left == 0 || index == words - 1 { text += "." }
        if index < words - 1 { text += " " }
    }
    return text
}

/// The text with as many words on a line as fit into `width` columns, all indented alike.
func wrapped(_ text: String, to width: Int, indentation: String = "") -> String {
    var lines: [String] = []
    var line = indentation
    for word in text.split(separator: " ") {
        let room = width - line.unicodeScalars.count
        if line != indentation, word.unicodeScalars.count + 1 > room {
            lines.append(line)
            line = indentation
        }
        line += line == indentation ? String(word) : " " + word
    }
    return (lines + [line]).joined(separator: "\n")
}

/// What a reader sees of a page, paragraph by paragraph.
func texts(of page: PageText) -> [String] { page.paragraphs.map { page.text(of: $0) } }

func texts(of text: String) -> [String] { texts(of: PageText(text)) }
