/// Cuts UTF-8 into the tokens of ``TokenText``, in one pass.
struct TokenCutter {
    private(set) var tokens: [TokenText.Token] = []
    private(set) var codePoint = 0
    private let table = CharacterTable.shared
    private var byte = 0
    private var word: Word?
    private var spaceBefore = true

    /// A word or number that is being read.
    private struct Word {
        let codePoint: Int
        let byte: Int
        let spaceBefore: Bool
        var exact = offsetBasis
        var folded = offsetBasis
        var letters = 0
        var uppers = 0
        var lowers = 0
        var beginsUpper = false

        var shape: TokenText.Shape {
            if letters == 0 { return .number }
            if uppers == 0 { return lowers > 0 ? .lower : .uncased }
            if beginsUpper && uppers == 1 { return .capital }
            return lowers == 0 ? .capitals : .mixed
        }
    }

    /// FNV-1a over code points (Fowler, Noll, Vo): cheap, and 64 bits make chance matches between
    /// the words of a table and a page rarer than faults of memory.
    private static let offsetBasis: UInt64 = 0xCBF2_9CE4_8422_2325
    static func mixed(_ hash: UInt64, _ code: UInt32) -> UInt64 {
        (hash ^ UInt64(code)) &* 0x100_0000_01B3
    }

    mutating func cut(_ bytes: [UInt8]) {
        tokens.reserveCapacity(bytes.count / 5)
        while byte < bytes.count {
            let (code, width) = Self.scalar(bytes, at: byte)
            take(code, width: width)
            byte += width
            codePoint += 1
        }
        endWord()
    }

    private mutating func take(_ code: UInt32, width: Int) {
        let kind = table.character(code).kind
        if kind.isLetter || kind == .digit {
            extendWord(code, kind)
        } else if Self.isInvisible(code) {
            return
        } else {
            endWord()
            if kind == .space {
                spaceBefore = true
            } else {
                append(code, kind, width: width)
            }
        }
    }

    private mutating func extendWord(_ code: UInt32, _ kind: CharacterKind) {
        var current =
            word ?? Word(codePoint: codePoint, byte: byte, spaceBefore: spaceBefore)
        if word == nil { current.beginsUpper = kind == .upper }
        current.exact = Self.mixed(current.exact, code)
        current.folded = Self.mixed(current.folded, table.character(code).lower)
        current.letters += kind == .digit ? 0 : 1
        current.uppers += kind == .upper ? 1 : 0
        current.lowers += kind == .lower ? 1 : 0
        word = current
    }

    private mutating func endWord() {
        guard let ended = word else { return }
        word = nil
        spaceBefore = false
        tokens.append(
            TokenText.Token(
                range: ended.codePoint..<codePoint, bytes: ended.byte..<byte, exact: ended.exact,
                folded: ended.folded, shape: ended.shape, mark: 0,
                spaceBefore: ended.spaceBefore))
    }

    private mutating func append(_ code: UInt32, _ kind: CharacterKind, width: Int) {
        let mark = Self.normalised(code, kind)
        let hash = Self.mixed(Self.offsetBasis, mark)
        tokens.append(
            TokenText.Token(
                range: codePoint..<(codePoint + 1), bytes: byte..<(byte + width), exact: hash,
                folded: hash, shape: kind == .ideograph ? .uncased : .mark,
                mark: kind == .ideograph ? 0 : mark, spaceBefore: spaceBefore))
        spaceBefore = false
    }

    /// Zero-width characters and soft hyphens, which scraped pages carry inside words.
    private static func isInvisible(_ code: UInt32) -> Bool {
        code == 0xAD || (code >= 0x200B && code <= 0x200F) || code == 0x2060 || code == 0xFEFF
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
    private static func scalar(_ bytes: [UInt8], at index: Int) -> (UInt32, Int) {
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
