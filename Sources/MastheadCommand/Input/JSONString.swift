import PageText

/// The byte that a backslash and this letter stand for, or nil where the standard has no such escape.
func byteEscaped(by letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    default: nil
    }
}

/// The value of a hexadecimal digit.
func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
}

/// The bytes that a string stands for, quotes taken off and escapes resolved.
///
/// A surrogate without its other half, as some encoders write them, becomes U+FFFD; bytes that are
/// not UTF-8 stay as they are. The range must be that of a checked string. O(bytes).
func jsonString(in bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var position = range.lowerBound + 1
    let end = range.upperBound - 1
    var text: [UInt8] = []
    text.reserveCapacity(end - position)
    while position < end {
        let stretch = position
        position = ByteScan.first(UInt8(ascii: "\\"), in: bytes, position..<end)
        text += bytes[stretch..<position]
        guard position < end else { break }
        if bytes[position + 1] == UInt8(ascii: "u") {
            let scalar = escapedScalar(in: bytes, at: &position, before: end)
            text += String(scalar).utf8
        } else {
            text.append(byteEscaped(by: bytes[position + 1]) ?? bytes[position + 1])
            position += 2
        }
    }
    return text
}

/// The scalar of an escape of four hexadecimal digits, or of two that are a surrogate pair.
private func escapedScalar(
    in bytes: [UInt8], at position: inout Int, before end: Int
) -> Unicode.Scalar {
    let first = codeUnit(in: bytes, at: position)
    position += 6
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard 0xD800..<0xDC00 ~= first, position + 6 <= end, bytes[position] == UInt8(ascii: "\\"),
        bytes[position + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    let second = codeUnit(in: bytes, at: position)
    guard 0xDC00..<0xE000 ~= second else { return "\u{FFFD}" }
    position += 6
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
}

private func codeUnit(in bytes: [UInt8], at position: Int) -> UInt32 {
    bytes[position + 2..<position + 6].reduce(0) { $0 << 4 + (hexDigit($1) ?? 0) }
}
