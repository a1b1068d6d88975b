/// The bytes of a source that have been read but not taken.
struct ByteWindow {
    private let source: PeekedSource
    private var bytes: [UInt8] = []
    private var start = 0

    init(_ source: PeekedSource) {
        self.source = source
    }

    /// Bytes that can be looked at.
    var count: Int { bytes.count - start }

    /// The byte at that distance from the next one.
    subscript(_ offset: Int) -> UInt8 { bytes[start + offset] }

    /// The next bytes, without taking them.
    func prefix(_ length: Int) -> ArraySlice<UInt8> { bytes[start...].prefix(length) }

    /// Takes bytes.
    mutating func skip(_ length: Int) { start += length }

    /// Reads on until `length` bytes can be looked at; false where the source ends before.
    mutating func fill(_ length: Int) throws(SystemFailure) -> Bool {
        while count < length {
            let next = try source.read()
            if next.isEmpty { return false }
            if start > 0 {
                bytes.removeFirst(start)
                start = 0
            }
            bytes += next
        }
        return true
    }

    /// Takes the next line and returns it without its line break; nil, and nothing taken, where it
    /// is longer than `longest` bytes or the source ends before it does.
    mutating func line(atMost longest: Int) throws(SystemFailure) -> ArraySlice<UInt8>? {
        var length = 0
        while length <= longest, try fill(length + 1) {
            if self[length] == 0x0A {
                let line = prefix(length)
                skip(length + 1)
                return line.last == 0x0D ? line.dropLast() : line
            }
            length += 1
        }
        return nil
    }
}
