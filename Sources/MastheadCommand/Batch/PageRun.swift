/// Analyses all documents of the operands and prints a record for each: what `clean` and `label`
/// have in common.
struct PageRun<Renderer: PageRenderer> {
    /// The names of the files; `-` is standard input.
    let names: [String]
    /// The format of all files; nil where each is to be told by name and content.
    let inputFormat: InputFormat?
    /// Threads to use.
    let threads: Int
    /// Whether each record is printed before the next one is read.
    let isEager: Bool
    /// Prints the records.
    let renderer: Renderer
    /// Labels the paragraphs.
    let analyzer: any PageAnalyzing
    /// Whether a page has what the command is to find.
    let isAnswer: @Sendable (PageAnalysis) -> Bool

    /// What a run came to.
    struct Summary: Equatable {
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
    }

    /// The records of a batch, printed.
    private struct Product: Sendable {
        var bytes: [UInt8] = []
        var summary = Summary()
        /// For standard error, in the order of the records.
        var messages: [String] = []
        /// Bytes of input.
        var size = 0
    }

    /// Runs through the whole input and writes to `sink`.
    func run(
        in environment: Environment, to sink: any ByteSink
    ) async throws(SystemFailure) -> Summary {
        var source = DocumentSource(
            names, format: inputFormat, isEager: isEager, open: environment.open)
        let pipeline = OrderedPipeline<Batch, Product>(
            // To wait for the next line must not keep the last one from being printed.
            threads: isEager ? 1 : threads, work: product)
        var output = BufferedOutput(sink, isEager: isEager)
        var progress =
            environment.isErrorTerminal && !environment.isOutputTerminal
            ? Progress(total: totalSize(in: environment), start: environment.now()) : nil
        var summary = Summary()
        var needsSeparator = false
        try output.write(Array(renderer.framing.opening.utf8))
        try await pipeline.run(next: { source.next() }) { product throws(SystemFailure) in
            for message in product.messages { environment.report(message) }
            summary.add(product.summary)
            if !product.bytes.isEmpty {
                if needsSeparator { try output.write(Array(renderer.framing.separator.utf8)) }
                needsSeparator = true
                try output.write(product.bytes)
            }
            let line = progress?.add(
                bytes: product.size, documents: product.summary.documents, at: environment.now())
            if let line { try? environment.errors.write(Array(line.utf8)) }
        }
        try output.write(Array(renderer.framing.closing.utf8))
        try output.flush()
        if let end = progress?.end { try? environment.errors.write(Array(end.utf8)) }
        return summary
    }

    private func product(of batch: Batch) -> Product {
        var product = Product(size: batch.size)
        batch.forEachRecord { record in
            let start = product.bytes.count
            if start > 0 { product.bytes += renderer.framing.separator.utf8 }
            let recordStart = product.bytes.count
            switch record {
            case .success(let document): add(document, of: batch, to: &product)
            case .failure(let bad): add(bad, of: batch, to: &product)
            }
            if product.bytes.count == recordStart { product.bytes.removeSubrange(start...) }
        }
        return product
    }

    private func add(_ document: InputDocument, of batch: Batch, to product: inout Product) {
        let page =
            switch document.content {
            case .text(let text): analyzer.analysis(of: text)
            case .paragraphs(let paragraphs): analyzer.analysis(of: paragraphs)
            }
        product.summary.documents += 1
        if isAnswer(page) { product.summary.answers += 1 }
        if case .document = batch.content { product.summary.files += 1 }
        renderer.append(page, of: document, to: &product.bytes)
        if page.repairs > 0, renderer.format == .text {
            let places = page.repairs == 1 ? "1 place" : "\(page.repairs) places"
            product.messages.append(
                "\(document.identifier ?? batch.source): not UTF-8 in \(places); "
                    + "replaced by U+FFFD")
        }
    }

    private func add(_ bad: BadRecord, of batch: Batch, to product: inout Product) {
        renderer.append(bad, to: &product.bytes)
        if case .unreadable = batch.content {
            product.summary.badFiles += 1
            product.messages.append("\(bad.place): \(bad.message)")
        } else {
            product.summary.badRecords += 1
            if renderer.format == .text { product.messages.append("\(bad.place): \(bad.message)") }
        }
    }

    /// Bytes of all files, or nil where one of them can't tell.
    private func totalSize(in environment: Environment) -> Int? {
        var total = 0
        for name in names {
            guard name != Environment.streamName,
                let status = try? FileStatus(path: environment.path(name)), status.kind == .regular
            else { return nil }
            total += status.size
        }
        return total
    }
}

extension PageRun.Summary {
    fileprivate mutating func add(_ other: Self) {
        documents += other.documents
        answers += other.answers
        files += other.files
        badRecords += other.badRecords
        badFiles += other.badFiles
    }
}

extension Batch {
    /// Bytes of input.
    var size: Int {
        switch content {
        case .document(let bytes), .lines(let bytes, _): bytes.count
        case .archive(let records):
            records.reduce(0) { sum, record in
                if case .success(let text) = record.content { sum + text.count } else { sum }
            }
        case .longLine, .unreadable: 0
        }
    }
}
