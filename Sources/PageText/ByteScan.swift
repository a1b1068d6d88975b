/// The unsafe core of the module: loops that read eight bytes at a time.
///
/// Everything that touches memory without a bounds check is in this file. Each function takes an
/// array and offsets inside it, checks the offsets once, reads only `start..<end`, and writes
/// nothing. Words are read unaligned and as little-endian, so the lowest byte is the first one.
package enum ByteScan {
    /// The offset of the first such byte in `range`, or its end without one. O(n).
    package static func first(_ byte: UInt8, in bytes: [UInt8], _ range: Range<Int>) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
        return bytes.withUnsafeBytes { raw in
            var offset = range.lowerBound
            while offset + 8 <= range.upperBound {
                let marks = zeroBytes(littleEndianWord(raw, offset) ^ splat(byte))
                if marks != 0 { return offset + marks.trailingZeroBitCount / 8 }
                offset += 8
            }
            while offset < range.upperBound, raw[offset] != byte { offset += 1 }
            return offset
        }
    }

    /// How many bytes of `range` are line feeds or carriage returns. O(n).
    package static func lineEndByteCount(in bytes: [UInt8], _ range: Range<Int>) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
        return bytes.withUnsafeBytes { raw in
            var offset = range.lowerBound
            var count = 0
            while offset + 8 <= range.upperBound {
                // One test for 0x08 to 0x0F: of those, text has few others than these two.
                let word = littleEndianWord(raw, offset)
                if zeroBytes((word & splat(0xF8)) ^ splat(0x08)) != 0 {
                    for index in offset..<offset + 8 { count += isReturn(raw[index]) ? 1 : 0 }
                }
                offset += 8
            }
            for index in offset..<range.upperBound { count += isReturn(raw[index]) ? 1 : 0 }
            return count
        }
    }

    /// The offset of the first byte in `range` that JSON writes with a backslash, or the end of
    /// the range without one: controls below 0x20, `"` and `\`. O(n).
    package static func firstEscaped(in bytes: [UInt8], _ range: Range<Int>) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
        return bytes.withUnsafeBytes { raw in
            var offset = range.lowerBound
            while offset + 8 <= range.upperBound {
                let word = littleEndianWord(raw, offset)
                let marks =
                    zeroBytes(word ^ splat(0x22)) | zeroBytes(word ^ splat(0x5C))
                    | self.bytes(of: word, below: 0x20)
                if marks != 0 { return offset + marks.trailingZeroBitCount / 8 }
                offset += 8
            }
            while offset < range.upperBound {
                let byte = raw[offset]
                if byte < 0x20 || byte == 0x22 || byte == 0x5C { break }
                offset += 1
            }
            return offset
        }
    }

    /// The offset of the first line end at or after `start`, or `bytes.count` without one.
    ///
    /// Line ends are LF, CR, form feed, U+0085, U+2028 and U+2029. O(n) in the bytes passed over.
    static func lineEnd(in bytes: [UInt8], from start: Int) -> Int {
        precondition(start >= 0 && start <= bytes.count)
        return bytes.withUnsafeBytes { raw in
            var offset = start
            while offset + 8 <= raw.count {
                let word = littleEndianWord(raw, offset)
                // A byte below 0x0E, or one of the lead bytes 0xC2 and 0xE2, which differ in the
                // bit 0x20 only. A borrow can mark a byte too many, never one too few.
                var marks =
                    self.bytes(of: word, below: 0x0E)
                    | zeroBytes((word | splat(0x20)) ^ splat(0xE2))
                while marks != 0 {
                    let candidate = offset + marks.trailingZeroBitCount / 8
                    if isLineEnd(raw, candidate) { return candidate }
                    marks &= marks - 1
                }
                offset += 8
            }
            while offset < raw.count, !isLineEnd(raw, offset) { offset += 1 }
            return offset
        }
    }

    /// The number of code points that begin in `range` of valid UTF-8. O(n) in the range.
    static func codePointCount(in bytes: [UInt8], _ range: Range<Int>) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
        return bytes.withUnsafeBytes { raw in
            var offset = range.lowerBound
            var continuations = 0
            while offset + 8 <= range.upperBound {
                let word = littleEndianWord(raw, offset)
                if word & splat(0x80) != 0 {
                    // One bit for each byte 0b10xxxxxx; the product adds the bits in its top byte.
                    let bits = (word >> 7) & (~word >> 6) & splat(0x01)
                    continuations += Int((bits &* splat(0x01)) >> 56)
                }
                offset += 8
            }
            while offset < range.upperBound {
                if raw[offset] & 0xC0 == 0x80 { continuations += 1 }
                offset += 1
            }
            return range.count - continuations
        }
    }

    /// The first ill-formed sequence at or after `start`, or nil where the rest is valid UTF-8.
    ///
    /// The range is a maximal subpart as in the Unicode Standard, section 3.9, table 3-7: the
    /// longest start of a well-formed sequence, else one byte. `start` must not be inside a
    /// sequence. O(n) in the bytes passed over.
    static func illFormed(in bytes: [UInt8], from start: Int) -> Range<Int>? {
        precondition(start >= 0 && start <= bytes.count)
        return bytes.withUnsafeBytes { raw in
            var offset = start
            while offset < raw.count {
                if offset + 8 <= raw.count {
                    let high = littleEndianWord(raw, offset) & splat(0x80)
                    if high == 0 {
                        offset += 8
                        continue
                    }
                    offset += high.trailingZeroBitCount / 8
                }
                let (length, isValid) = sequence(raw, offset)
                guard isValid else { return offset..<offset + length }
                offset += length
            }
            return nil
        }
    }

    /// The length of the sequence at `offset`, or of its maximal subpart where it is ill-formed.
    @inline(__always)
    private static func sequence(
        _ raw: UnsafeRawBufferPointer, _ offset: Int
    ) -> (length: Int, isValid: Bool) {
        let lead = raw[offset]
        if lead < 0x80 { return (1, true) }
        guard lead >= 0xC2, lead <= 0xF4, offset + 1 < raw.count else { return (1, false) }
        let second = raw[offset + 1]
        // The second byte of some leads is narrower: no overlong forms, surrogates or values
        // above U+10FFFF.
        let lowest: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
        let highest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
        guard second >= lowest, second <= highest else { return (1, false) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var next = 2
        while next < length {
            guard offset + next < raw.count, raw[offset + next] & 0xC0 == 0x80 else {
                return (next, false)
            }
            next += 1
        }
        return (length, true)
    }

    /// Whether `range` has a tab, a bar or two spaces in a row; true may be said in error, false
    /// may not. O(n) in the range.
    static func hasColumns(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
        return bytes.withUnsafeBytes { raw in
            var offset = range.lowerBound
            var wasSpace: UInt64 = 0
            while offset + 8 <= range.upperBound {
                let word = littleEndianWord(raw, offset)
                let spaces = zeroBytes(word ^ splat(0x20))
                let columns = zeroBytes(word ^ splat(0x09)) | zeroBytes(word ^ splat(0x7C))
                if columns | spaces & (spaces << 8 | wasSpace) != 0 { return true }
                wasSpace = spaces >> 56
                offset += 8
            }
            while offset < range.upperBound {
                let byte = raw[offset]
                if byte == 0x09 || byte == 0x7C || (byte == 0x20 && wasSpace != 0) { return true }
                wasSpace = byte == 0x20 ? 0x80 : 0
                offset += 1
            }
            return false
        }
    }

    private static func isReturn(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    @inline(__always)
    private static func isLineEnd(_ raw: UnsafeRawBufferPointer, _ offset: Int) -> Bool {
        switch raw[offset] {
        case 0x0A, 0x0C, 0x0D: return true
        case 0xC2: return offset + 1 < raw.count && raw[offset + 1] == 0x85
        case 0xE2:
            return offset + 2 < raw.count && raw[offset + 1] == 0x80
                && raw[offset + 2] & 0xFE == 0xA8
        default: return false
        }
    }

    @inline(__always)
    private static func littleEndianWord(_ raw: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// The byte in all eight places of a word.
    @inline(__always)
    private static func splat(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// The top bit of each byte that is zero; bytes above the first such may be marked in error.
    @inline(__always)
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
        (word &- splat(0x01)) & ~word & splat(0x80)
    }

    /// The top bit of each byte below `limit`, at most 0x80; bytes above the first such may be
    /// marked in error.
    @inline(__always)
    private static func bytes(of word: UInt64, below limit: UInt8) -> UInt64 {
        (word &- splat(limit)) & ~word & splat(0x80)
    }
}
