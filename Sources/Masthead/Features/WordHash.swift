/// The running hash of a word's lower-cased code points.
struct WordHash {
    private(set) var value: UInt64 = 0
    /// The last four characters, sixteen bits each.
    private(set) var lastFour: UInt64 = 0
    private(set) var characters: Int32 = 0

    init() {}

    /// The hash of one character.
    @inline(__always)
    init(_ code: UInt32) { append(code) }

    /// An odd constant with well-spread bits (2^64 divided by the golden ratio).
    static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Appends a code point.
    @inline(__always)
    mutating func append(_ code: UInt32) {
        value = (value.rotated(by: 5) ^ UInt64(code)) &* Self.multiplier
        lastFour = lastFour << 16 | UInt64(code & 0xFFFF)
        characters &+= 1
    }
}

extension WordHash {
    /// The key of the last four characters as a term.
    @inline(__always)
    var gramKey: UInt32 { TermKey.key(lastFour, .gram) }
}

extension UInt64 {
    @inline(__always)
    func rotated(by bits: UInt64) -> UInt64 { self << bits | self >> (64 - bits) }
}
