/// One ill-formed byte sequence of the input that reads as U+FFFD in the repaired text.
public struct Repair: Sendable, Hashable {
    /// The bytes of the input that were replaced: 1 to 3 of them.
    public let byteRange: Range<Int>
}

/// Valid UTF-8, and what had to be replaced to get it.
struct RepairedBytes {
    let utf8: [UInt8]
    let repairs: [Repair]

    /// Replaces every maximal subpart of an ill-formed sequence by one U+FFFD.
    ///
    /// This is what `String(decoding:as:)` and the WHATWG Encoding Standard do. Valid input is
    /// taken over without a copy. O(n).
    init(of input: [UInt8]) {
        guard var illFormed = ByteScan.illFormed(in: input, from: 0) else {
            utf8 = input
            repairs = []
            return
        }
        var output: [UInt8] = []
        var found: [Repair] = []
        output.reserveCapacity(input.count + 16)
        var copied = 0
        while true {
            output += input[copied..<illFormed.lowerBound]
            output += [0xEF, 0xBF, 0xBD]
            found.append(Repair(byteRange: illFormed))
            copied = illFormed.upperBound
            guard let next = ByteScan.illFormed(in: input, from: copied) else { break }
            illFormed = next
        }
        output += input[copied...]
        utf8 = output
        repairs = found
    }
}

extension ByteScan {
    /// The code points of bytes, each ill-formed sequence counted as the one U+FFFD that replaces
    /// it. O(n).
    package static func codePointCount(repairing bytes: [UInt8]) -> Int {
        var count = 0
        var start = 0
        while let illFormed = illFormed(in: bytes, from: start) {
            count += codePointCount(in: bytes, start..<illFormed.lowerBound) + 1
            start = illFormed.upperBound
        }
        return count + codePointCount(in: bytes, start..<bytes.count)
    }
}

/// Turns offsets in the repaired text into offsets in the input.
///
/// Offsets must be asked for in ascending order, at boundaries of code points; all questions
/// together cost O(number of repairs).
struct InputOffsets {
    private let repairs: [Repair]
    private var next = 0
    /// How far the repaired text is ahead of the input behind the repairs passed so far.
    private var shift = 0

    init(_ repairs: [Repair]) { self.repairs = repairs }

    mutating func offset(ofUTF8 offset: Int) -> Int {
        while next < repairs.count, repairs[next].byteRange.lowerBound < offset - shift {
            shift += 3 - repairs[next].byteRange.count
            next += 1
        }
        return offset - shift
    }
}
