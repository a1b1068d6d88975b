/// Cuts UTF-8 into the tokens of ``TokenText``, in one pass.
///
/// One cutter serves many texts: the room for tokens is taken once.
struct TokenCutter {
    /// The tokens of the last text.
    private(set) var tokens: [TokenText.Token] = []
    /// Unicode code points of the last text.
    private(set) var codePoints = 0
    /// How many of the tokens are words.
    private(set) var words = 0
    private(set) var scripts = TokenText.Scripts()
    private let table = CharacterTable.shared

    /// Where a character stands.
    private struct Place {
        var byte = 0
        var codePoint = 0

        mutating func step(_ width: Int) {
            byte += width
            codePoint += 1
        }
    }

    /// FNV-1a over code points (Fowler, Noll, Vo): cheap, and 64 bits make chance matches between
    /// the words of a table and a page rarer than faults of memory.
    private static let offsetBasis: UInt64 = 0xCBF2_9CE4_8422_2325
    @inline(__always)
    private static func mixed(_ hash: UInt64, _ code: UInt32) -> UInt64 {
        (hash ^ UInt64(code)) &* 0x100_0000_01B3
    }

    /// Cuts a text. O(length).
    mutating func cut(_ text: String) {
        var text = text
        text.makeContiguousUTF8()
        cut(text.utf8.span)
    }

    private mutating func cut(_ bytes: Span<UInt8>) {
        tokens.removeAll(keepingCapacity: true)
        words = 0
        scripts = TokenText.Scripts()
        var place = Place()
        var spaceBefore = true
        while place.byte < bytes.count {
            if bytes[place.byte] == 0x20 {
                spaceBefore = true
                place.step(1)
                continue
            }
            let (code, width) = Self.scalar(bytes, at: place.byte)
            let kind = kind(code)
            if kind.isLetter || kind == .digit {
                cutWord(bytes, from: &place, spaceBefore)
                spaceBefore = false
            } else {
                if kind == .space && !Self.isInvisible(code) {
                    spaceBefore = true
                } else if !Self.isInvisible(code) {
                    append(code, kind, at: place, width: width, spaceBefore)
                    spaceBefore = false
                }
                place.step(width)
            }
        }
        codePoints = place.codePoint
    }

    /// Cuts the word or number that begins at a place, and moves the place behind it.
    private mutating func cutWord(
        _ bytes: Span<UInt8>, from place: inout Place, _ spaceBefore: Bool
    ) {
        let start = place
        var folded = Self.offsetBasis
        // What lower case changes, so that the hash of the letters as they stand needs no pass.
        var changes: UInt64 = 0
        var (letters, uppers, lowers) = (0, 0, 0)
        var beginsUpper = false
        while place.byte < bytes.count {
            // Most letters are lower-case ones of ASCII, which change nothing but the hash.
            let first = place.byte
            while place.byte < bytes.count, bytes[place.byte] &- 0x61 < 26 {
                folded = Self.mixed(folded, UInt32(bytes[place.byte]))
                place.step(1)
            }
            if place.byte > first {
                let run = place.byte - first
                letters += run
                lowers += run
                changes = changes.rotated(by: UInt64(7 * run) & 63)
                continue
            }
            let (code, width) = Self.scalar(bytes, at: place.byte)
            let kind = kind(code)
            if kind.isLetter || kind == .digit {
                if place.byte == start.byte { beginsUpper = kind == .upper }
                let lower = kind == .upper ? table.character(code).lower : code
                folded = Self.mixed(folded, lower)
                changes = changes.rotated(by: 7) ^ UInt64(code ^ lower)
                letters += kind == .digit ? 0 : 1
                uppers += kind == .upper ? 1 : 0
                lowers += kind == .lower ? 1 : 0
                if code == 0xDF { scripts.sharpS += 1 }
            } else if !Self.isInvisible(code) {
                break
            }
            place.step(width)
        }
        let shape: TokenText.Shape
        if letters == 0 {
            shape = .number
        } else if uppers == 0 {
            shape = lowers > 0 ? .lower : .uncased
        } else if beginsUpper && uppers == 1 {
            shape = .capital
        } else {
            shape = lowers == 0 ? .capitals : .mixed
        }
        words += letters == 0 ? 0 : 1
        let exact = folded ^ changes &* 0x9E37_79B9_7F4A_7C15
        tokens.append(
            TokenText.Token(
                codePoints: (start.codePoint, place.codePoint), bytes: (start.byte, place.byte),
                exact: exact, folded: folded, shape: shape, mark: 0, spaceBefore: spaceBefore))
    }

    private mutating func append(
        _ code: UInt32, _ kind: CharacterKind, at place: Place, width: Int, _ spaceBefore: Bool
    ) {
        let mark = Self.normalised(code, kind)
        let hash = Self.mixed(Self.offsetBasis, mark)
        let isIdeograph = kind == .ideograph
        if isIdeograph {
            words += 1
            switch code {
            case 0x3040...0x30FF: scripts.kana += 1
            case 0x3400...0x9FFF, 0x20000...0x3FFFF: scripts.ideographs += 1
            default: break
            }
        }
        tokens.append(
            TokenText.Token(
                codePoints: (place.codePoint, place.codePoint + 1),
                bytes: (place.byte, place.byte + width), exact: hash, folded: hash,
                shape: isIdeograph ? .uncased : .mark, mark: isIdeograph ? 0 : mark,
                spaceBefore: spaceBefore))
    }

    /// The kind of a character; of the letters of ASCII without a look at the table.
    @inline(__always)
    private func kind(_ code: UInt32) -> CharacterKind {
        if code &- 0x61 < 26 { return .lower }
        if code == 0x20 { return .space }
        if code &- 0x41 < 26 { return .upper }
        return table.character(code).kind
    }

    /// Zero-width characters and soft hyphens, which scraped pages carry inside words.
    @inline(__always)
    private static func isInvisible(_ code: UInt32) -> Bool {
        if code < 0xAD { return false }
        return code == 0xAD || (code >= 0x200B && code <= 0x200F) || code == 0x2060
            || code == 0xFEFF
    }

    private static func normalised(_ code: UInt32, _ kind: CharacterKind) -> UInt32 {
        switch kind {
        case .apostrophe: 0x27
        case .quote: 0x22
        case .hyphen: 0x2D
        default: code
        }
    }

    /// The code point at a byte of well-formed UTF-8, and its width.
    @inline(__always)
    private static func scalar(
        _ bytes: Span<UInt8>, at index: Int
    ) -> (UInt32, Int) {
        let first = UInt32(bytes[index])
        if first < 0x80 { return (first, 1) }
        let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var code = first & (0xFF >> UInt32(width + 1))
        for offset in 1..<width where index + offset < bytes.count {
            code = code << 6 | UInt32(bytes[index + offset] & 0x3F)
        }
        return (code, width)
    }
}
