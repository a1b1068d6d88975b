/// Where bytes go: an open file, or an array in tests.
protocol ByteSink: AnyObject {
    /// Writes all bytes.
    func write(_ bytes: [UInt8]) throws(SystemFailure)
}

extension Descriptor: ByteSink {}
extension ReplacementFile: ByteSink {}

/// Gathers small writes, because each call to the system costs as much as many bytes.
struct BufferedOutput {
    /// A write of this many bytes costs little more than its bytes.
    private static let size = 1 << 16

    private let sink: any ByteSink
    private let isEager: Bool
    private var pending: [UInt8] = []

    /// Where eager, nothing is held back.
    init(_ sink: any ByteSink, isEager: Bool) {
        self.sink = sink
        self.isEager = isEager
    }

    /// Writes bytes, now or later.
    mutating func write(_ bytes: [UInt8]) throws(SystemFailure) {
        pending += bytes
        if isEager || pending.count >= Self.size { try flush() }
    }

    /// Writes what is held back.
    mutating func flush() throws(SystemFailure) {
        guard !pending.isEmpty else { return }
        defer { pending.removeAll(keepingCapacity: true) }
        try sink.write(pending)
    }
}
