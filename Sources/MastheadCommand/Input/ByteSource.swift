/// Where bytes come from: an open file, or an array in tests.
protocol ByteSource: AnyObject {
    /// The next bytes, at least one and at most `count`; empty at the end.
    func read(upTo count: Int) throws(SystemFailure) -> [UInt8]
}

extension Descriptor: ByteSource {}

/// A source whose first bytes can be looked at before they are read.
final class PeekedSource {
    private let source: any ByteSource
    private var pending: [UInt8] = []

    init(_ source: any ByteSource) {
        self.source = source
    }

    /// The first bytes without taking them: up to the first line break, or at least `count` where
    /// there are so many. So a line typed or piped is enough, and nothing waits for more.
    func peek(atLeast count: Int) throws(SystemFailure) -> ArraySlice<UInt8> {
        while pending.count < count, !pending.contains(UInt8(ascii: "\n")) {
            let bytes = try source.read(upTo: ReadSize.peek)
            if bytes.isEmpty { break }
            pending += bytes
        }
        return pending[...]
    }

    /// The next bytes; empty at the end.
    func read(upTo count: Int = ReadSize.chunk) throws(SystemFailure) -> [UInt8] {
        if pending.isEmpty { return try source.read(upTo: count) }
        defer { pending = [] }
        return pending
    }
}

/// How much is read at a time.
enum ReadSize {
    /// A pipe holds 64 KiB on Linux; of a file, this much is read at the price of one call.
    static let chunk = 1 << 18
    /// Enough to tell formats apart; most small files are read whole by it.
    static let peek = 1 << 16
    /// The longest record, 1 GiB: what is longer is marked, not kept in memory.
    static let record = 1 << 30
}
