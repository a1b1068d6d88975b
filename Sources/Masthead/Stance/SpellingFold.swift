/// Letters without case, umlauts written out.
enum SpellingFold {
    /// Whether a code point above ASCII is part of a word. Blocks of punctuation, symbols and
    /// CJK marks are not.
    @inline(__always)
    static func isLetter(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 }
        if scalar < 0xC0 { return scalar == 0xAA || scalar == 0xBA || scalar == 0xB5 }
        if scalar == 0xD7 || scalar == 0xF7 { return false }
        return !(0x2000...0x2BFF).contains(scalar) && !(0x3000...0x303F).contains(scalar)
            && !(0xFE00...0xFE4F).contains(scalar) && scalar < 0x1F000
    }

    /// Whether a letter is upper case, for Latin, Greek and Cyrillic.
    @inline(__always)
    static func isUpper(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x41...0x5A: true
        case 0xC0...0xDE: scalar != 0xD7
        case 0x100...0x137, 0x14A...0x177: scalar & 1 == 0
        case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1
        case 0x391...0x3A9, 0x400...0x42F: true
        default: false
        }
    }

    /// The lower-case letter of a code point.
    @inline(__always)
    static func lower(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 0x41...0x5A, 0xC0...0xDE, 0x391...0x3A9, 0x410...0x42F: scalar + 0x20
        case 0x130: 0x69
        case 0x131: 0x69
        case 0x400...0x40F: scalar == 0x401 ? 0x435 : scalar + 0x50
        case 0x451: 0x435
        case 0x100...0x177 where isUpper(scalar): scalar + 1
        case 0x179...0x17E where isUpper(scalar): scalar + 1
        default: scalar
        }
    }

    /// Calls `body` with the folded bytes of a letter or digit, no more than it has itself.
    @inline(__always)
    static func fold(_ scalar: UInt32, _ body: (UInt8) -> Void) {
        if scalar < 0x80 {
            let upper = scalar &- 0x41 < 26
            return body(UInt8(truncatingIfNeeded: upper ? scalar | 0x20 : scalar))
        }
        switch lower(scalar) {
        case 0xE4: pair("a", "e", body)
        case 0xF6: pair("o", "e", body)
        case 0xFC: pair("u", "e", body)
        case 0xDF, 0x1E9E: pair("s", "s", body)
        case let letter where letter < 0x80: body(UInt8(letter))
        case let letter:
            if letter < 0x800 {
                body(UInt8(0xC0 | letter >> 6))
            } else {
                if letter < 0x10000 {
                    body(UInt8(0xE0 | letter >> 12))
                } else {
                    body(UInt8(0xF0 | letter >> 18 & 0x07))
                    body(UInt8(0x80 | letter >> 12 & 0x3F))
                }
                body(UInt8(0x80 | letter >> 6 & 0x3F))
            }
            body(UInt8(0x80 | letter & 0x3F))
        }
    }

    @inline(__always)
    private static func pair(
        _ first: Unicode.Scalar, _ second: Unicode.Scalar, _ body: (UInt8) -> Void
    ) {
        body(UInt8(first.value))
        body(UInt8(second.value))
    }

    /// The folded bytes of a spelling; characters that are neither letters nor digits drop out,
    /// hyphens stay. O(length).
    static func bytes(of text: some StringProtocol) -> [UInt8] {
        var buffer: [UInt8] = []
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if isLetter(value) || value &- 0x30 < 10 || value == 0x2D {
                fold(value) { buffer.append($0) }
            }
        }
        return buffer
    }
}
