import CommandLineKit
import Masthead

/// A paragraph with the reasons for its label.
struct ExplainedParagraph: Sendable {
    /// Its place on the page, from 0.
    var index: Int
    /// Its text.
    var text: String
    /// The label and the second likeliest, each with its probability.
    var label: (name: String, probability: Float)
    var runnerUp: (name: String, probability: Float)
    /// Log-odds of the label against the second likeliest: the sum of all evidence.
    var margin: Float
    /// What spoke for the label (above 0) or against it, strongest first.
    var evidence: [Evidence]

    /// One summand of a decision.
    struct Evidence: Sendable {
        /// Where it comes from, for example `words` or `context`.
        var view: String
        /// The feature and its value, or the term.
        var feature: String
        /// Natural log-odds for the label.
        var weight: Float
    }
}

/// `masthead explain`.
struct ExplainRequest: Equatable {
    /// The name of the file; `-` is standard input.
    var name: String
    /// The paragraph to explain; nil for all.
    var paragraph: Int?
    /// Pieces of evidence to show for each.
    var evidenceCount: Int
    /// The format of the file; nil where it is to be told by name and content.
    var input: InputFormat?
    /// What is explained in place of the labels; empty for the labels.
    var subjects: Set<Subject>
    /// How the explanation is printed.
    var format: AnswerFormat
    /// The file of the model; nil for the built-in one.
    var model: String?

    /// What can be explained beside labels.
    enum Subject: Hashable {
        case outlet, markers
    }

    init(_ invocation: Invocation) throws(UsageError) {
        subjects = []
        if invocation.isSet(.outlet) { subjects.insert(.outlet) }
        if invocation.isSet(.markers) { subjects.insert(.markers) }
        name = invocation.operands.first ?? Environment.streamName
        paragraph = try invocation.int(of: .paragraph, in: 0 ... .max)
        evidenceCount = try invocation.int(of: .evidence, in: 0 ... .max) ?? 0
        input = try invocation.value(of: .input, as: InputFormat.self)
        format = try invocation.value(of: .answerFormat, as: AnswerFormat.self) ?? .text
        model = invocation.value(of: .model)
    }

    func run(in environment: Environment) throws(CommandFailure) -> RunStatus {
        let analyzer = try environment.analyzer(model, finding: subjects.isEmpty ? [] : .all)
        let printer = ExplanationPrinter(
            evidenceCount: evidenceCount, palette: Palette(isColoured: environment.isColoured))
        var source = DocumentSource(
            [name], format: input, isEager: false, open: environment.open)
        var explanations: [Result<String, BadRecord>] = []
        var windows = WindowState()
        var isFailure = false
        while let batch = source.next() {
            explanations.removeAll()
            if case .window(let text, let isFirst, let isLast) = batch.content {
                if isFirst { windows = WindowState() }
                explanations.append(
                    explanation(of: text, isLast: isLast, &windows, by: analyzer, printer))
            } else {
                batch.forEachRecord { record in
                    explanations.append(
                        record.flatMap { explanation(of: $0, by: analyzer, printer) })
                }
            }
            for explanation in explanations {
                switch explanation {
                case .success(let text): try environment.print(text)
                case .failure(let bad):
                    isFailure = true
                    environment.report("\(bad.place): \(bad.message)")
                }
            }
        }
        return isFailure ? .failure : .done
    }

    /// How far a text that is cut into windows has been explained.
    private struct WindowState {
        /// Paragraphs of the windows before.
        var paragraphs = 0
        /// Whether the paragraph to explain has been there, or what is wrong has been said.
        var isAnswered = false
    }

    private func explanation(
        of window: [UInt8], isLast: Bool, _ state: inout WindowState,
        by analyzer: any PageAnalyzing, _ printer: ExplanationPrinter
    ) -> Result<String, BadRecord> {
        if state.isAnswered { return .success("") }
        guard subjects.isEmpty else {
            state.isAnswered = true
            return .failure(bad("is too long for one page; it has no outlet profile or markers"))
        }
        let before = state.paragraphs
        state.paragraphs += analyzer.labelling.analysis(of: window).paragraphs.count
        if let paragraph {
            guard paragraph < state.paragraphs else {
                return isLast ? .failure(noParagraph(paragraph, of: name)) : .success("")
            }
            state.isAnswered = true
        }
        let explained = analyzer.explanations(of: window, paragraph: paragraph.map { $0 - before })
        return .success(
            text(explained, of: name, firstParagraph: before, printer))
    }

    private func explanation(
        of document: InputDocument, by analyzer: any PageAnalyzing, _ printer: ExplanationPrinter
    ) -> Result<String, BadRecord> {
        guard subjects.isEmpty else {
            return .success(profile(of: document, by: analyzer, printer))
        }
        let explained = analyzer.explanations(of: document.rawText, paragraph: paragraph)
        if explained.isEmpty, let paragraph {
            return .failure(noParagraph(paragraph, of: document.identifier ?? name))
        }
        return .success(text(explained, of: document.identifier, firstParagraph: 0, printer))
    }

    private func text(
        _ explained: [ExplainedParagraph], of document: String?, firstParagraph: Int,
        _ printer: ExplanationPrinter
    ) -> String {
        explained.map { paragraph in
            var paragraph = paragraph
            paragraph.index += firstParagraph
            return switch format {
            case .text: printer.text(paragraph)
            case .json: printer.json(paragraph, of: document).jsonLine + "\n"
            }
        }.joined()
    }

    private func noParagraph(_ number: Int, of document: String) -> BadRecord {
        BadRecord(
            identifier: jsonBytes(document),
            message: "has no paragraph \(number); they are counted from 0")
    }

    private func bad(_ message: String) -> BadRecord {
        BadRecord(identifier: jsonBytes(name), message: message)
    }

    /// Why the document has its profile and its markers, as far as each is asked for.
    private func profile(
        of document: InputDocument, by analyzer: any PageAnalyzing, _ printer: ExplanationPrinter
    ) -> String {
        var explained = analyzer.explainedProfile(of: document.rawText)
        if let paragraph {
            explained.page.markers?.removeAll { $0.paragraph != paragraph }
        }
        switch format {
        case .json:
            return printer.json(explained, of: document.identifier, subjects).jsonLine + "\n"
        case .text:
            var text = ""
            if subjects.contains(.outlet) { text += printer.text(outlet: explained) }
            if subjects.contains(.markers) { text += printer.text(markers: explained) }
            return text
        }
    }
}

extension InputDocument {
    /// The document as raw text.
    fileprivate var rawText: [UInt8] {
        switch content {
        case .text(let text): text
        // A blank line keeps paragraphs apart.
        case .paragraphs(let paragraphs): Array(paragraphs.joined(separator: "\n\n").utf8)
        }
    }
}
