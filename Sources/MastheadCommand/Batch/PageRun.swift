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
    /// The lines of the pages before, where they count; then pages are taken one by one.
    var repeatedLines: LineMemory? = nil
    /// Whether a page has what the command is to find.
    let isAnswer: @Sendable (PageAnalysis) -> Bool

    /// What a thread makes of a batch.
    private struct Product: Sendable {
        /// Bytes of input.
        let size: Int
        let content: Content

        enum Content: Sendable {
            case records(PrintedRecords)
            case window(AnalysedWindow)
            case unreadable(BadRecord)
        }
    }

    /// Runs through the whole input and writes to `sink`.
    func run(
        in environment: Environment, to sink: any ByteSink
    ) async throws(SystemFailure) -> PageSummary {
        var source = DocumentSource(
            names, format: inputFormat, isEager: isEager, open: environment.open)
        let labelling = analyzer.labelling
        let pipeline = OrderedPipeline<Batch, Product>(
            // To wait for the next line must not keep the last one from being printed.
            threads: isEager || repeatedLines != nil ? 1 : threads,
            work: { product(of: $0, labelling) })
        var writer = try PageWriter(renderer, to: sink, isEager: isEager, in: environment)
        var progress =
            environment.isErrorTerminal && !environment.isOutputTerminal
            ? Progress(total: totalSize(in: environment), start: environment.now()) : nil
        try await pipeline.run(next: { source.next() }) { product throws(SystemFailure) in
            let before = writer.summary.documents
            switch product.content {
            case .records(let records): try writer.write(records)
            case .window(let window): try writer.write(window)
            case .unreadable(let bad): try writer.write(unreadable: bad)
            }
            let line = progress?.add(
                bytes: product.size, documents: writer.summary.documents - before,
                at: environment.now())
            if let line { try? environment.errors.write(Array(line.utf8)) }
        }
        try writer.finish()
        if let end = progress?.end { try? environment.errors.write(Array(end.utf8)) }
        return writer.summary
    }

    private func product(of batch: Batch, _ labelling: any PageAnalyzing) -> Product {
        switch batch.content {
        case .window(let text, let isFirst, let isLast):
            var size = TextOffset()
            size.pass(text)
            let page = labelling.analysis(of: text)
            let window = AnalysedWindow(
                source: batch.source, page: page, size: size, isAnswer: isAnswer(page),
                isFirst: isFirst, isLast: isLast)
            return Product(size: batch.size, content: .window(window))
        case .unreadable(let message):
            let bad = BadRecord(identifier: jsonBytes(batch.source), message: message)
            return Product(size: batch.size, content: .unreadable(bad))
        case .document, .lines, .archive, .longLine:
            return Product(size: batch.size, content: .records(records(of: batch, labelling)))
        }
    }

    private func records(of batch: Batch, _ labelling: any PageAnalyzing) -> PrintedRecords {
        var printed = PrintedRecords()
        batch.forEachRecord { record in
            let start = printed.bytes.count
            if start > 0 { printed.bytes += renderer.framing.separator.utf8 }
            let recordStart = printed.bytes.count
            switch record {
            case .success(let document):
                add(document, site: document.site(in: batch) ?? "", labelling, to: &printed)
            case .failure(let bad):
                renderer.append(bad, to: &printed.bytes)
                printed.summary.badRecords += 1
                if renderer.format == .text {
                    printed.messages.append("\(bad.place): \(bad.message)")
                }
            }
            if printed.bytes.count == recordStart { printed.bytes.removeSubrange(start...) }
        }
        if case .document = batch.content { printed.summary.files += 1 }
        return printed
    }

    private func add(
        _ document: InputDocument, site: @autoclosure () -> String,
        _ labelling: any PageAnalyzing, to printed: inout PrintedRecords
    ) {
        var record = OpenRecord(document)
        var hasAnswer = false
        renderer.open(&record)
        document.forEachPage(analyzer, labelling) { page in
            let page = repeatedLines?.weighed(page, site: site()) ?? page
            hasAnswer = hasAnswer || isAnswer(page)
            renderer.add(page, to: &record)
        }
        renderer.close(&record, error: nil)
        printed.bytes += record.take()
        printed.summary.documents += 1
        if hasAnswer { printed.summary.answers += 1 }
        if let message = record.repairMessage(renderer.format) { printed.messages.append(message) }
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

extension InputDocument {
    /// Calls `body` with the analysis of the page by `analyzer`; where it is too long to be one,
    /// with that of each window by `labelling`.
    func forEachPage(
        _ analyzer: any PageAnalyzing, _ labelling: any PageAnalyzing,
        _ body: (PageAnalysis) -> Void
    ) {
        switch content {
        case .text(let text):
            let lengths = TextWindow.lengths(of: text)
            if lengths.count == 1 { return body(analyzer.analysis(of: text)) }
            var offset = TextOffset()
            for length in lengths {
                let window = Array(text[offset.bytes..<offset.bytes + length])
                var page = labelling.analysis(of: window)
                page.move(by: offset)
                body(page)
                offset.pass(window)
            }
        case .paragraphs(let paragraphs):
            let counts = TextWindow.counts(of: paragraphs)
            if counts.count == 1 { return body(analyzer.analysis(of: paragraphs)) }
            var rest = paragraphs[...]
            for count in counts {
                body(labelling.analysis(of: Array(rest.prefix(count))))
                rest = rest.dropFirst(count)
            }
        }
    }
}

extension Batch {
    /// Bytes of input.
    var size: Int {
        switch content {
        case .document(let bytes), .lines(let bytes, _), .window(let bytes, _, _): bytes.count
        case .archive(let records):
            records.reduce(0) { sum, record in
                if case .success(let text) = record.content { sum + text.count } else { sum }
            }
        case .longLine, .unreadable: 0
        }
    }
}
