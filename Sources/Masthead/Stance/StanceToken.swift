/// A word or a punctuation character of a paragraph.
struct StanceToken: Sendable, Hashable {
    /// Code points in the paragraph, half-open.
    var start: Int32
    var end: Int32
    /// Bytes of the folded spelling in the scan's buffer, half-open.
    var foldedStart: Int32
    var foldedEnd: Int32
    /// Hash of the folded spelling.
    var hash: UInt32
    /// Hash of the folded spelling without its inflectional ending.
    var stem: UInt32 = 0
    /// End of the stem in the scan's buffer.
    var stemEnd: Int32 = 0
    /// Index of the sentence in the paragraph.
    var sentence: Int32 = 0
    /// What the lexicon knows of the word.
    var flags: WordFlag = []
    var kind: Kind
    /// First letter is upper case.
    var isCapitalized = false
    /// Two or more letters, none lower case.
    var isAllCapitals = false
    /// First token of its sentence, quotation marks aside.
    var startsSentence = false

    enum Kind: UInt8 { case word, number, mark }

    var isWord: Bool { kind == .word }
    var range: Range<Int> { Int(start)..<Int(end) }
    var foldedLength: Int { Int(foldedEnd - foldedStart) }
}

/// Hashing of folded spellings: FNV-1a over 64 bits, folded to 32 with the high half mixed in.
///
/// Case, umlauts written out (`ae` for `ä`) and `ß` for `ss` make no difference.
struct SpellingHash: Sendable {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    init() {}

    @inline(__always)
    mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    @inline(__always)
    var value: UInt32 {
        let mixed = (state ^ state >> 29) &* 0xBF58_476D_1CE4_E5B9
        return UInt32(truncatingIfNeeded: mixed >> 32)
    }

    /// The hash of bytes that are folded already.
    @inline(__always)
    static func of(folded bytes: some Sequence<UInt8>) -> UInt32 {
        var hash = SpellingHash()
        for byte in bytes { hash.add(byte) }
        return hash.value
    }

    /// One hash of two.
    @inline(__always)
    static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
        var mixed = UInt64(first) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(second)
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return UInt32(truncatingIfNeeded: mixed >> 31)
    }
}
