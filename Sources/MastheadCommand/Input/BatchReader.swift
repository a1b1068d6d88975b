/// Cuts a source into batches.
protocol BatchReader {
    /// The next batch, or nil at the end.
    mutating func next() throws(SystemFailure) -> Batch.Content?
}

/// A plain text, whole where it fits one window, else window by window (``TextWindow``).
struct TextBatchReader: BatchReader {
    private let source: PeekedSource
    /// Bytes read that are in no window yet.
    private var pending: [UInt8] = []
    private var isFirst = true
    private var isAtEnd = false
    private var isDone = false

    init(_ source: PeekedSource) {
        self.source = source
    }

    mutating func next() throws(SystemFailure) -> Batch.Content? {
        if isDone { return nil }
        while !isAtEnd, pending.count <= TextWindow.size {
            let bytes = try source.read()
            isAtEnd = bytes.isEmpty
            pending += bytes
        }
        let length = TextWindow.length(of: pending)
        isDone = isAtEnd && length == pending.count
        defer { isFirst = false }
        if isDone, isFirst { return .document(pending) }
        let window = Array(pending[..<length])
        pending.removeFirst(length)
        return .window(window, isFirst: isFirst, isLast: isDone)
    }
}

/// Lines of JSON, as many at a time as make a batch.
struct LineBatchReader: BatchReader {
    private let source: PeekedSource
    private let isEager: Bool
    private let longest: Int
    /// The start of a line whose end has not been read.
    private var pending: [UInt8] = []
    private var line = 1
    private var isAtEnd = false
    /// What ended the reading; thrown when the lines before it have been handed over.
    private var failure: SystemFailure?

    /// Where eager, what a read returned is a batch as soon as it has a whole line. Lines of more
    /// than `longest` bytes are left out of memory and marked.
    init(_ source: PeekedSource, isEager: Bool, longest: Int = ReadSize.record) {
        self.source = source
        self.isEager = isEager
        self.longest = longest
    }

    mutating func next() throws(SystemFailure) -> Batch.Content? {
        // Where the last whole line of `pending` ends.
        var end = pending.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        while !isAtEnd, end == 0 || (!isEager && pending.count < Batch.size) {
            let bytes = read()
            if let last = bytes.lastIndex(of: UInt8(ascii: "\n")) { end = pending.count + last + 1 }
            pending += bytes
            guard pending.count - end <= longest else {
                // What stands before the long line comes first.
                if end == 0 { return skipLine() }
                break
            }
        }
        // A line that the failure cut off is none.
        if isAtEnd, failure == nil { end = pending.count }
        if end == 0 {
            if let failure { throw failure }
            return nil
        }
        let batch = Array(pending[..<end])
        pending.removeFirst(end)
        defer { line += batch.count { $0 == UInt8(ascii: "\n") } }
        return .lines(batch, first: line)
    }

    private mutating func read() -> [UInt8] {
        do throws(SystemFailure) {
            let bytes = try source.read()
            isAtEnd = bytes.isEmpty
            return bytes
        } catch {
            isAtEnd = true
            failure = error
            return []
        }
    }

    private mutating func skipLine() -> Batch.Content {
        pending = []
        while !isAtEnd, pending.isEmpty {
            let bytes = read()
            if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
                pending = Array(bytes[(end + 1)...])
                break
            }
        }
        defer { line += 1 }
        return .longLine(line)
    }
}
