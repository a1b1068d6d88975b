import CommandLineKit
import Masthead

/// What `clean` and `label` are asked to do, apart from what they print.
struct PageRequest: Equatable {
    /// The names of the files; `-` is standard input.
    var names: [String]
    /// The format of all files; nil where each is to be told by name and content.
    var input: InputFormat?
    /// The format of the records.
    var format: OutputFormat
    /// The file of the model; nil for the built-in one.
    var model: String?
    /// The file to write; nil for standard output.
    var output: String?
    /// Threads; nil for one a core.
    var threads: Int?
    /// Whether a bad record makes the run a failure.
    var isStrict: Bool
    /// Whether each record is printed before the next one is read.
    var isEager: Bool

    /// Whether lines that stood on earlier pages of a site are held against a page's.
    var countsRepeatedLines: Bool

    /// The most threads that can be asked for; more than any machine has cores.
    static let mostThreads = 1024

    init(_ invocation: Invocation) throws(UsageError) {
        names = invocation.operands.isEmpty ? [Environment.streamName] : invocation.operands
        input = try invocation.value(of: .input, as: InputFormat.self)
        format = try invocation.value(of: .format, as: OutputFormat.self) ?? .text
        model = invocation.value(of: .model)
        output = invocation.value(of: .output)
        if output == Environment.streamName { output = nil }
        threads = try invocation.int(of: .threads, in: 1...Self.mostThreads)
        isStrict = invocation.isSet(.strict)
        isEager = invocation.isSet(.lineBuffered)
        countsRepeatedLines = invocation.isSet(.repeatedLines)
    }

    /// Whether the text format is read on a terminal.
    func isForTerminal(in environment: Environment) -> Bool {
        output == nil && environment.isOutputTerminal
    }

    /// How the text format looks.
    func palette(in environment: Environment) -> Palette {
        Palette(isColoured: output == nil && environment.isColoured)
    }

    /// Analyses all pages and prints them by `renderer`.
    func run<Renderer: PageRenderer>(
        _ renderer: Renderer, finding findings: Analyzer.Findings, in environment: Environment,
        isAnswer: @escaping @Sendable (PageAnalysis) -> Bool = { _ in true }
    ) async throws(CommandFailure) -> PageSummary {
        let run = PageRun(
            names: names, inputFormat: input, threads: threads ?? environment.cores,
            isEager: isEager, renderer: renderer,
            analyzer: try environment.analyzer(model, finding: findings),
            repeatedLines: countsRepeatedLines ? LineMemory() : nil, isAnswer: isAnswer)
        let summary: PageSummary
        if let output {
            do throws(SystemFailure) {
                let file = try environment.replacement(of: output)
                summary = try await run.run(in: environment, to: file)
                try file.commit()
            } catch {
                throw CommandFailure(output, error)
            }
        } else {
            do throws(SystemFailure) {
                summary = try await run.run(in: environment, to: environment.output)
            } catch {
                throw .output(error)
            }
        }
        if summary.badRecords > 0, format != .text {
            let records = summary.badRecords == 1 ? "1 record" : "\(summary.badRecords) records"
            environment.report(
                "\(records) can't be read; look for \"error\" in the output")
        }
        return summary
    }

    /// The status of a run that found what it looked for.
    func status(of summary: PageSummary) -> RunStatus {
        summary.badFiles > 0 || (isStrict && summary.badRecords > 0) ? .failure : .done
    }
}

/// `masthead clean`.
struct CleanRequest: Equatable {
    /// What to read and where to print.
    var pages: PageRequest
    /// What is kept.
    var keeping = Keeping()

    init(_ invocation: Invocation) throws(UsageError) {
        pages = try PageRequest(invocation)
        if invocation.isSet(.precision) { keeping.threshold = Keeping.precise }
        if invocation.isSet(.recall) { keeping.threshold = Keeping.complete }
        for value in invocation.values(of: .keep) {
            for name in value.split(separator: ",") {
                guard let label = ParagraphLabel(name: name) else {
                    throw .valueNotAllowed(
                        String(name), option: "--keep",
                        allowed: ParagraphLabel.allCases.map(\.name))
                }
                keeping.labels.insert(label)
            }
        }
    }

    func run(in environment: Environment) async throws(CommandFailure) -> RunStatus {
        let renderer = CleanRenderer(
            format: pages.format, keeping: keeping, palette: pages.palette(in: environment),
            isForTerminal: pages.isForTerminal(in: environment))
        let summary = try await pages.run(
            renderer, finding: [], in: environment, isAnswer: renderer.hasArticle)
        let status = pages.status(of: summary)
        // A stream of records is data, of which any part may hold no article; it must not stop the
        // engine that sends it through here.
        let isText = summary.files > 0 && summary.files == summary.documents
        return status == .done && isText && summary.answers == 0 ? .no : status
    }
}

/// `masthead label`.
struct LabelRequest: Equatable {
    /// What to read and where to print.
    var pages: PageRequest

    init(_ invocation: Invocation) throws(UsageError) {
        pages = try PageRequest(invocation)
    }

    func run(in environment: Environment) async throws(CommandFailure) -> RunStatus {
        let renderer = LabelRenderer(
            format: pages.format, palette: pages.palette(in: environment),
            isForTerminal: pages.isForTerminal(in: environment))
        return pages.status(of: try await pages.run(renderer, finding: .all, in: environment))
    }
}
