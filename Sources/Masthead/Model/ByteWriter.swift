/// Writes the parts of a model: little-endian, the same bytes for the same values everywhere.
package struct ByteWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Appends a fixed-width integer.
    package mutating func write<T: FixedWidthInteger>(_ value: T) {
        for shift in stride(from: 0, to: T.bitWidth, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> T(shift)))
        }
    }

    /// Appends a float's bit pattern.
    package mutating func write(_ value: Float) { write(value.bitPattern) }

    /// Appends an unsigned integer in groups of seven bits, low groups first (LEB128).
    package mutating func write(varint value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Appends a string's UTF-8 after its length.
    package mutating func write(_ string: String) {
        write(varint: UInt64(string.utf8.count))
        bytes.append(contentsOf: string.utf8)
    }

    /// Appends bytes as they are.
    package mutating func write(raw: some Sequence<UInt8>) { bytes.append(contentsOf: raw) }
}
