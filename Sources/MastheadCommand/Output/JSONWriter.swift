import PageText

/// Writes JSON as bytes, one value after the other; the caller sees to their order.
struct JSONWriter {
    /// What has been written.
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// Begins an object.
    mutating func beginObject() { open("{") }

    /// Ends an object.
    mutating func endObject() { close("}") }

    /// Begins an array.
    mutating func beginArray() { open("[") }

    /// Ends an array.
    mutating func endArray() { close("]") }

    /// The name of a member; its value comes next.
    mutating func name(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A string. Only what must be escaped is.
    mutating func string(_ text: String) {
        beginString()
        extendString(text)
        endString()
    }

    /// Begins a string that is written piece by piece.
    mutating func beginString() {
        separate()
        bytes.append(UInt8(ascii: "\""))
    }

    /// A piece of a string.
    mutating func extendString(_ text: String) { extendString { $0 += text.utf8 } }

    /// A piece of a string that `append` appends as it is.
    mutating func extendString(_ append: (inout [UInt8]) -> Void) {
        let start = bytes.count
        append(&bytes)
        let first = ByteScan.firstEscaped(in: bytes, start..<bytes.count)
        if first < bytes.count { escape(from: first) }
    }

    /// Ends a string that was written piece by piece.
    mutating func endString() { bytes.append(UInt8(ascii: "\"")) }

    /// Hands over what has been written so far; what comes next goes on from there.
    mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// An integer.
    mutating func integer(_ value: Int) {
        separate()
        bytes += String(value).utf8
    }

    /// A number from 0 to 1, with four digits after the point: a probability has no more to say.
    mutating func probability(_ value: Float) {
        separate()
        let scaled = tenThousandths(value)
        bytes.append(UInt8(ascii: "0") + UInt8(scaled / 10_000))
        bytes.append(UInt8(ascii: "."))
        var unit = 1000
        while unit > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(scaled / unit % 10))
            unit /= 10
        }
    }

    /// A number of 0 or more, with four digits after the point.
    mutating func decimal(_ value: Double) {
        separate()
        let scaled = value.isFinite ? Int((min(max(value, 0), 1e12) * 10_000).rounded()) : 0
        let digits = String(scaled % 10_000)
        bytes += String(scaled / 10_000).utf8
        bytes.append(UInt8(ascii: "."))
        bytes += String(repeating: "0", count: 4 - digits.count).utf8
        bytes += digits.utf8
    }

    /// A value that is JSON already. Bytes that are not UTF-8 are repaired.
    mutating func json(_ value: ArraySlice<UInt8>) {
        separate()
        if !value.contains(where: { $0 >= 0x80 }) {
            bytes += value
        } else {
            bytes += String(decoding: value, as: UTF8.self).utf8
        }
    }

    private mutating func escape(from start: Int) {
        let plain = Array(bytes[start...])
        bytes.removeSubrange(start...)
        var index = 0
        while true {
            let stretch = index
            index = ByteScan.firstEscaped(in: plain, stretch..<plain.count)
            bytes += plain[stretch..<index]
            if index == plain.count { break }
            let byte = plain[index]
            index += 1
            bytes.append(UInt8(ascii: "\\"))
            switch byte {
            case 0x0A: bytes.append(UInt8(ascii: "n"))
            case 0x0D: bytes.append(UInt8(ascii: "r"))
            case 0x09: bytes.append(UInt8(ascii: "t"))
            case 0..<0x20:
                bytes += "u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
            default: bytes.append(byte)
            }
        }
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func open(_ bracket: Unicode.Scalar) {
        separate()
        bytes.append(UInt8(ascii: bracket))
        needsComma = false
    }

    private mutating func close(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        needsComma = true
    }
}

/// A number from 0 to 1 with four digits after the point, for example `0.9731`.
func fourDigits(_ value: Float) -> String {
    let scaled = tenThousandths(value)
    let digits = String(scaled % 10_000)
    return "\(scaled / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits
}

/// A number from 0 to 1 in units of 0.0001; what lies outside is taken for the nearer end.
private func tenThousandths(_ value: Float) -> Int {
    Int((min(max(value, 0), 1) * 10_000).rounded())
}
