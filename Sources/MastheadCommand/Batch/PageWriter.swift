/// Writes what the threads of a run have made, in the order of the input.
///
/// Records come whole; a text that is cut into windows comes window by window, and its record
/// stays open until the last one is there.
struct PageWriter<Renderer: PageRenderer> {
    private let renderer: Renderer
    private let environment: Environment
    private var output: BufferedOutput
    private var needsSeparator = false
    private var open: (record: OpenRecord, isAnswer: Bool, hasOutput: Bool, offset: TextOffset)?

    /// What has been written.
    private(set) var summary = PageSummary()

    /// A writer to `sink`.
    init(
        _ renderer: Renderer, to sink: any ByteSink, isEager: Bool, in environment: Environment
    ) throws(SystemFailure) {
        self.renderer = renderer
        self.environment = environment
        output = BufferedOutput(sink, isEager: isEager)
        try output.write(Array(renderer.framing.opening.utf8))
    }

    /// Writes records with what is to be said of them.
    mutating func write(_ records: PrintedRecords) throws(SystemFailure) {
        for message in records.messages { environment.report(message) }
        summary.add(records.summary)
        guard !records.bytes.isEmpty else { return }
        try separate()
        try output.write(records.bytes)
    }

    /// Writes a window of a text.
    mutating func write(_ window: AnalysedWindow) throws(SystemFailure) {
        if window.isFirst {
            let document = InputDocument(text: [], name: window.source)
            open = (OpenRecord(document), false, false, TextOffset())
            if var record = open?.record {
                renderer.open(&record)
                open?.record = record
            }
        }
        guard var current = open else { return }
        open = nil
        var page = window.page
        page.move(by: current.offset)
        current.offset.bytes += window.size.bytes
        current.offset.codePoints += window.size.codePoints
        renderer.add(page, to: &current.record)
        current.isAnswer = current.isAnswer || window.isAnswer
        open = current
        try writeOpenRecord()
        if window.isLast { try close(error: nil) }
    }

    /// Writes that a file can't be read: into its record, where that is open.
    mutating func write(unreadable bad: BadRecord) throws(SystemFailure) {
        summary.badFiles += 1
        environment.report("\(bad.place): \(bad.message)")
        guard open == nil else { return try close(error: bad.message) }
        var bytes: [UInt8] = []
        renderer.append(bad, to: &bytes)
        guard !bytes.isEmpty else { return }
        try separate()
        try output.write(bytes)
    }

    /// Writes what stands behind the last record.
    mutating func finish() throws(SystemFailure) {
        try output.write(Array(renderer.framing.closing.utf8))
        try output.flush()
    }

    private mutating func close(error: String?) throws(SystemFailure) {
        guard var current = open else { return }
        renderer.close(&current.record, error: error)
        open = current
        try writeOpenRecord()
        open = nil
        if error == nil {
            summary.documents += 1
            summary.files += 1
            if current.isAnswer { summary.answers += 1 }
        }
        if let message = current.record.repairMessage(renderer.format) {
            environment.report(message)
        }
    }

    private mutating func writeOpenRecord() throws(SystemFailure) {
        let bytes = open?.record.take() ?? []
        guard !bytes.isEmpty else { return }
        if open?.hasOutput == false { try separate() }
        open?.hasOutput = true
        try output.write(bytes)
    }

    private mutating func separate() throws(SystemFailure) {
        if needsSeparator { try output.write(Array(renderer.framing.separator.utf8)) }
        needsSeparator = true
    }
}

/// What a run came to.
struct PageSummary: Sendable, Equatable {
    /// Pages analysed.
    var documents = 0
    /// Pages that have what the command is to find.
    var answers = 0
    /// Pages that were files of their own.
    var files = 0
    /// Records in files that could be read, but not as documents.
    var badRecords = 0
    /// Files that can't be read.
    var badFiles = 0

    /// Adds what a part of the run came to.
    mutating func add(_ other: Self) {
        documents += other.documents
        answers += other.answers
        files += other.files
        badRecords += other.badRecords
        badFiles += other.badFiles
    }
}

/// Records as they are printed.
struct PrintedRecords: Sendable {
    var bytes: [UInt8] = []
    var summary = PageSummary()
    /// For standard error, in the order of the records.
    var messages: [String] = []
}

/// A window of a text, analysed.
struct AnalysedWindow: Sendable {
    /// The name of the file.
    let source: String
    /// The window's page, its places counted from the start of the window.
    let page: PageAnalysis
    /// The length of the window.
    let size: TextOffset
    /// Whether it has what the command is to find.
    let isAnswer: Bool
    let isFirst: Bool
    let isLast: Bool
}

extension OpenRecord {
    /// What is to be said of bytes that were not UTF-8; nil where a record says it itself.
    func repairMessage(_ format: OutputFormat) -> String? {
        guard format == .text, tally.repairs > 0, let name = document.identifier else { return nil }
        return "\(name): not UTF-8 in \(counted(tally.repairs, "place")); replaced by U+FFFD"
    }
}
