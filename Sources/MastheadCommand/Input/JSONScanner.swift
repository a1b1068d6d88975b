import PageText

/// Reads JSON (RFC 8259) in place: finds the members of an object without making values of them,
/// so that what is passed through is passed through byte for byte.
///
/// Every function checks all it walks over. Bytes that are not UTF-8 are let through; whoever makes
/// text of them repairs them. O(bytes).
struct JSONScanner {
    /// Levels of lists in lists; deeper ones are refused, because each takes a stack frame.
    static let deepest = 512

    private let bytes: [UInt8]
    private let start: Int
    private let end: Int
    private var position: Int

    /// A scanner over a part of `bytes`.
    init(_ bytes: [UInt8], in range: Range<Int>) {
        self.bytes = bytes
        start = range.lowerBound
        end = range.upperBound
        position = start
    }

    /// A member of an object.
    struct Member {
        /// The name, escapes resolved.
        let name: String
        /// The bytes of the value.
        let value: Range<Int>
    }

    /// The members of the object that is the whole text.
    mutating func object() throws(JSONFailure) -> [Member] {
        skipSpace()
        guard peek() == UInt8(ascii: "{") else { throw failure(.object) }
        let members = try members(depth: 0)
        skipSpace()
        guard position == end else { throw failure(.end) }
        return members
    }

    /// The elements of the array that is the whole text.
    mutating func elements() throws(JSONFailure) -> [Range<Int>] {
        skipSpace()
        guard peek() == UInt8(ascii: "[") else { throw failure(.value) }
        return try elements(depth: 0)
    }

    private func failure(_ reason: JSONFailure.Reason) -> JSONFailure {
        JSONFailure(reason: reason, offset: position - start)
    }

    private func peek() -> UInt8? { position < end ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = peek(), byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
            position += 1
        }
    }

    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard peek() == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    private mutating func members(depth: Int) throws(JSONFailure) -> [Member] {
        position += 1
        var members: [Member] = []
        skipSpace()
        if take("}") { return members }
        while true {
            skipSpace()
            guard peek() == UInt8(ascii: "\"") else { throw failure(.name) }
            let nameStart = position
            try skipString()
            let name = nameStart..<position
            skipSpace()
            guard take(":") else { throw failure(.colon) }
            skipSpace()
            let value = position
            try skipValue(depth: depth + 1)
            // Below the top nobody asks for the members: they are only checked.
            if depth == 0 {
                members.append(
                    Member(
                        name: String(decoding: jsonString(in: bytes, name), as: UTF8.self),
                        value: value..<position))
            }
            skipSpace()
            if take("}") { return members }
            guard take(",") else { throw failure(.comma) }
        }
    }

    private mutating func elements(depth: Int) throws(JSONFailure) -> [Range<Int>] {
        position += 1
        var elements: [Range<Int>] = []
        skipSpace()
        if take("]") { return elements }
        while true {
            skipSpace()
            let value = position
            try skipValue(depth: depth + 1)
            if depth == 0 { elements.append(value..<position) }
            skipSpace()
            if take("]") { return elements }
            guard take(",") else { throw failure(.comma) }
        }
    }

    private mutating func skipValue(depth: Int) throws(JSONFailure) {
        guard depth <= Self.deepest else { throw failure(.depth) }
        switch peek() {
        case UInt8(ascii: "\""): try skipString()
        case UInt8(ascii: "{"): _ = try members(depth: depth)
        case UInt8(ascii: "["): _ = try elements(depth: depth)
        case UInt8(ascii: "t"): try skipWord("true")
        case UInt8(ascii: "f"): try skipWord("false")
        case UInt8(ascii: "n"): try skipWord("null")
        default: try skipNumber()
        }
    }

    private mutating func skipWord(_ word: StaticString) throws(JSONFailure) {
        let length = word.utf8CodeUnitCount
        guard end - position >= length,
            "\(word)".utf8.elementsEqual(bytes[position..<position + length])
        else { throw failure(.value) }
        position += length
    }

    private mutating func skipString() throws(JSONFailure) {
        let opening = position
        position += 1
        while true {
            position = ByteScan.firstEscaped(in: bytes, position..<end)
            if position == end { break }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                return
            case UInt8(ascii: "\\"): try skipEscape()
            default: throw failure(.control)
            }
        }
        position = opening
        throw failure(.openString)
    }

    private mutating func skipEscape() throws(JSONFailure) {
        guard position + 1 < end else { throw failure(.openString) }
        switch bytes[position + 1] {
        case UInt8(ascii: "u"):
            guard position + 6 <= end,
                bytes[position + 2..<position + 6].allSatisfy({ hexDigit($0) != nil })
            else { throw failure(.escape) }
            position += 6
        case let letter where byteEscaped(by: letter) != nil: position += 2
        default: throw failure(.escape)
        }
    }

    private mutating func skipDigits() throws(JSONFailure) {
        let first = position
        while let byte = peek(), 0x30...0x39 ~= byte { position += 1 }
        if position == first { throw failure(.number) }
    }

    private mutating func skipNumber() throws(JSONFailure) {
        let isNumber = peek().map { $0 == UInt8(ascii: "-") || 0x30...0x39 ~= $0 } ?? false
        guard isNumber else { throw failure(.value) }
        _ = take("-")
        if !take("0") { try skipDigits() }
        if take(".") { try skipDigits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try skipDigits()
        }
        // A digit after a leading zero.
        if let byte = peek(), 0x30...0x39 ~= byte { throw failure(.number) }
    }
}
