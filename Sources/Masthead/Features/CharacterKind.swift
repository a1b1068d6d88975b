/// What a character is, as far as the features ask.
enum CharacterKind: UInt8 {
    case space, lower, upper, uncased, ideograph, digit
    case apostrophe, quote, fullStop, ellipsis, question, exclamation, comma, colon, semicolon
    case hyphen, bracket, pipe, bullet, arrow, currency, copyright, hashOrAt, otherMark

    /// Whether words are made of it (ideographs are words of their own).
    @inline(__always)
    var isLetter: Bool { self == .lower || self == .upper || self == .uncased }
}

/// Kind and lower-case mapping of characters: by property below U+0600, by block above.
struct CharacterTable: Sendable {
    static let shared = CharacterTable()

    /// A character as the features see it.
    struct Entry {
        let kind: CharacterKind
        /// Its simple lower-case mapping below U+0600, itself above.
        let lower: UInt32
    }

    /// The characters of one and two bytes of UTF-8.
    private let short: [Entry]
    /// The characters from U+2000 to U+27FF, where the punctuation of typesetters is.
    private let punctuation: [Entry]
    private static let propertyEnd: UInt32 = 0x600

    private init() {
        short = (0..<0x800).map { (code: UInt32) in
            guard code < Self.propertyEnd, let scalar = Unicode.Scalar(code) else {
                return Self.byBlock(code)
            }
            let category = scalar.properties.generalCategory
            if category == .lowercaseLetter { return Entry(kind: .lower, lower: code) }
            let lower = scalar.properties.lowercaseMapping.unicodeScalars
            return Entry(
                kind: category == .uppercaseLetter ? .upper : Self.kind(byProperties: scalar),
                lower: lower.count == 1 ? lower.first?.value ?? code : code)
        }
        punctuation = (0x2000..<0x2800).map(Self.byBlock)
    }

    /// The character of a code point.
    @inline(__always)
    func character(_ code: UInt32) -> Entry {
        if code < 0x800 { return short[Int(code)] }
        let index = Int(code) - 0x2000
        return punctuation.indices.contains(index) ? punctuation[index] : Self.byBlock(code)
    }

    /// A character with its length in bytes.
    typealias Next = (kind: CharacterKind, lower: UInt32, width: Int)

    /// The character of valid UTF-8 at `offset`, and how many bytes it takes.
    @inline(__always)
    func next(_ text: Span<UInt8>, _ offset: Int, _ end: Int) -> Next {
        let byte = text[offset]
        if byte < 0x80 {
            let character = short[Int(byte)]
            return (character.kind, character.lower, 1)
        }
        return long(text, offset, end)
    }

    private func long(_ text: Span<UInt8>, _ offset: Int, _ end: Int) -> Next {
        let byte = text[offset]
        let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        guard offset + width <= end else { return (.otherMark, 0xFFFD, 1) }
        var code = UInt32(byte) & (0xFF >> UInt32(width + 1))
        for index in 1..<width {
            code = code << 6 | UInt32(text[offset + index] & 0x3F)
        }
        let character = character(code)
        return (character.kind, character.lower, width)
    }

    private static func byBlock(_ code: UInt32) -> Entry {
        Entry(kind: kind(byBlock: code), lower: code)
    }

    private static func kind(byProperties scalar: Unicode.Scalar) -> CharacterKind {
        if let mark = mark(scalar.value) { return mark }
        if scalar.value >= 0x30 && scalar.value <= 0x39 { return .digit }
        let properties = scalar.properties
        if properties.isLowercase { return .lower }
        if properties.isUppercase { return .upper }
        if properties.isAlphabetic { return .uncased }
        if properties.isWhitespace || scalar.value < 0x20 { return .space }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return .uncased
        default: return .otherMark
        }
    }

    private static func kind(byBlock code: UInt32) -> CharacterKind {
        if let mark = mark(code) { return mark }
        switch code {
        case 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF: return .space
        case 0x0660...0x0669, 0x06F0...0x06F9, 0x0966...0x096F, 0xFF10...0xFF19: return .digit
        case 0x20A0...0x20CF: return .currency
        case 0x2190...0x21FF, 0x27F0...0x27FF, 0x2900...0x297F, 0x25B6...0x25BF: return .arrow
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
            0x20000...0x3FFFF:
            return .ideograph
        case 0x2000...0x2BFF, 0x3001...0x303F, 0xE000...0xF8FF, 0xFE00...0xFE6F,
            0xFF00...0xFF0F, 0xFFF0...0xFFFF, 0x1F000...0x1FAFF:
            return .otherMark
        default: return .uncased
        }
    }

    private static func mark(_ code: UInt32) -> CharacterKind? {
        switch code {
        case 0x27, 0x2019, 0x02BC: .apostrophe
        case 0x22, 0xAB, 0xBB, 0x2018, 0x201A...0x201F, 0x2039, 0x203A, 0x300C...0x300F: .quote
        case 0x2E, 0x3002, 0xFF0E, 0x0964, 0x06D4: .fullStop
        case 0x2026: .ellipsis
        case 0x3F, 0xFF1F, 0x061F: .question
        case 0x21, 0xFF01: .exclamation
        case 0x2C, 0x3001, 0xFF0C, 0x060C: .comma
        case 0x3A, 0xFF1A: .colon
        case 0x3B, 0xFF1B, 0x061B: .semicolon
        case 0x2D, 0x2010...0x2015, 0x2212, 0xAD: .hyphen
        case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x3008...0x300B, 0x3010, 0x3011: .bracket
        case 0x7C, 0xA6, 0x2758: .pipe
        case 0x2A, 0x2B, 0x2022, 0xB7, 0x25A0...0x25B5, 0x25C0...0x25FF, 0x2713...0x2717,
            0xD7:
            .bullet
        case 0x3E, 0x3C: .arrow
        case 0x24, 0xA2...0xA5: .currency
        case 0xA9, 0xAE, 0x2122: .copyright
        case 0x23, 0x40: .hashOrAt
        default: nil
        }
    }
}
