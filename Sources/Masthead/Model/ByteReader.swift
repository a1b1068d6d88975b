/// Reads what ``ByteWriter`` wrote, checking every bound before it is used.
package struct ByteReader: Sendable {
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private let section: String

    /// A reader over `bytes`; `section` names the part in errors.
    package init(_ bytes: ArraySlice<UInt8>, section: String) {
        self.bytes = bytes
        position = bytes.startIndex
        self.section = section
    }

    /// Bytes not yet read.
    package var remaining: Int { bytes.endIndex - position }

    /// The error for content that no writer makes.
    package var malformed: ModelError { .malformed(section: section) }

    /// Reads a fixed-width integer.
    package mutating func read<T: FixedWidthInteger>(_: T.Type = T.self) throws(ModelError) -> T {
        let width = T.bitWidth / 8
        guard remaining >= width else { throw .truncated }
        var value: T = 0
        for index in 0..<width {
            value |= T(truncatingIfNeeded: bytes[position + index]) << T(8 * index)
        }
        position += width
        return value
    }

    /// Reads a finite float.
    package mutating func readFloat() throws(ModelError) -> Float {
        let value = Float(bitPattern: try read(UInt32.self))
        guard value.isFinite else { throw malformed }
        return value
    }

    /// Reads an unsigned integer of at most ten groups of seven bits.
    package mutating func readVarint() throws(ModelError) -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 70, by: 7) {
            guard remaining > 0 else { throw .truncated }
            let byte = bytes[position]
            position += 1
            guard shift < 63 || byte <= 1 else { throw malformed }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
        }
        throw malformed
    }

    /// Reads a count of items that take at least `width` bytes each, so that no absurd length
    /// leads to an allocation.
    package mutating func readCount(width: Int = 1) throws(ModelError) -> Int {
        let value = try readVarint()
        guard value <= UInt64(remaining / max(width, 1)) else { throw .truncated }
        return Int(value)
    }

    /// Reads a string written after its length. Bytes that are not UTF-8 are malformed.
    package mutating func readString() throws(ModelError) -> String {
        let raw = try readBytes(try readCount())
        guard let string = String(validating: raw, as: UTF8.self) else { throw malformed }
        return string
    }

    /// Reads `count` bytes without copying them.
    package mutating func readBytes(_ count: Int) throws(ModelError) -> ArraySlice<UInt8> {
        guard count >= 0, count <= remaining else { throw .truncated }
        defer { position += count }
        return bytes[position..<(position + count)]
    }
}
