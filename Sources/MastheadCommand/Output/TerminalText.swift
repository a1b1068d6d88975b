/// The text with its control characters and the marks that reorder text made visible, so that no
/// page and no file name can move the cursor, set a colour or disguise what follows.
///
/// Line breaks and tabs stay where `keepingLines` says so; else they are made visible too.
func visible(_ text: String, keepingLines: Bool = false) -> String {
    let isPlain = text.utf8.allSatisfy { 0x20..<0x7F ~= $0 || (keepingLines && $0 == 0x0A) }
    if isPlain { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .control where keepingLines && (scalar == "\n" || scalar == "\t"):
            result.append(scalar)
        case .control, .lineSeparator, .paragraphSeparator:
            result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
        case .format where reordering.contains(scalar.value):
            result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
        default: result.append(scalar)
        }
    }
    return String(result)
}

/// The marks of the bidirectional algorithm that override or isolate (UAX #9); the others, such as
/// joiners, belong to the spelling of words.
private let reordering: Set<UInt32> = Set(0x202A...0x202E).union(0x2066...0x2069)

/// Colours of a terminal, or none.
struct Palette {
    /// Whether there are colours.
    let isColoured: Bool

    /// How a piece of text looks.
    enum Look: String {
        /// Bold.
        case strong = "1"
        /// Faint.
        case faint = "2"
        /// Green: the article.
        case content = "32"
        /// Yellow: what belongs to it.
        case ancillary = "33"
        /// Red: what went wrong.
        case wrong = "31"
    }

    /// The text in that look (ECMA-48, SGR), or as it is without colours.
    func text(_ text: String, _ look: Look) -> String {
        isColoured ? "\u{1B}[\(look.rawValue)m\(text)\u{1B}[0m" : text
    }
}
