/// The running hash of a word's lower-cased code points.
struct WordHash {
    private(set) var value: UInt64 = 0
    /// Hash of the first four characters, never 0 once there are four.
    private(set) var prefix: UInt32 = 0
    /// The last four characters, sixteen bits each.
    private(set) var suffix: UInt64 = 0
    private(set) var characters: Int32 = 0

    /// An odd constant with well-spread bits (2^64 divided by the golden ratio).
    static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// Appends a code point.
    @inline(__always)
    mutating func append(_ code: UInt32) {
        value = (value.rotated(by: 5) ^ UInt64(code)) &* Self.multiplier
        suffix = suffix << 16 | UInt64(code & 0xFFFF)
        characters += 1
        if characters == 4 { prefix = UInt32(truncatingIfNeeded: value >> 32) | 1 }
    }
}

extension UInt64 {
    @inline(__always)
    func rotated(by bits: UInt64) -> UInt64 { self << bits | self >> (64 - bits) }
}
