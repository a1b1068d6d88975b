/// Reading code points, white space and line ends at an offset of valid UTF-8.
extension [UInt8] {
    /// The code point that begins at `offset`, and how many bytes it takes.
    func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let lead = UInt32(self[offset])
        if lead < 0x80 { return (Unicode.Scalar(UInt8(lead)), 1) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = lead & (0x7F >> UInt32(length))
        for next in 1..<length { value = value << 6 | UInt32(self[offset + next] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// The offset where the code point that ends at `end` begins.
    func scalarStart(endingAt end: Int) -> Int {
        var start = end - 1
        while self[start] & 0xC0 == 0x80 { start -= 1 }
        return start
    }

    /// The length of the white-space code point at `offset`, 0 where there is none.
    ///
    /// White space is the Unicode property White_Space and the characters that take no room and
    /// stand where a space may: U+180E, U+200B, U+2060 and U+FEFF. Line ends are white space.
    func whiteSpaceLength(at offset: Int) -> Int {
        switch self[offset] {
        case 0x09...0x0D, 0x20: return 1
        case 0xC2:
            let second = self[offset + 1]
            return second == 0x85 || second == 0xA0 ? 2 : 0
        case 0xE1, 0xE2, 0xE3, 0xEF:
            switch (self[offset], self[offset + 1], self[offset + 2]) {
            case (0xE1, 0x9A, 0x80), (0xE1, 0xA0, 0x8E): return 3
            case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9): return 3
            case (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE2, 0x81, 0xA0): return 3
            case (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): return 3
            default: return 0
            }
        default: return 0
        }
    }

    /// The length of the line end at `offset`, 0 where there is none; CR LF is one line end.
    func lineEndLength(at offset: Int) -> Int {
        switch self[offset] {
        case 0x0D: return offset + 1 < count && self[offset + 1] == 0x0A ? 2 : 1
        case 0x0A, 0x0C: return 1
        case 0xC2: return self[offset + 1] == 0x85 ? 2 : 0
        case 0xE2: return self[offset + 1] == 0x80 && self[offset + 2] & 0xFE == 0xA8 ? 3 : 0
        default: return 0
        }
    }
}
