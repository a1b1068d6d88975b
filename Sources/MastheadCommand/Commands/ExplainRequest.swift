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
    /// How the explanation is printed.
    var format: AnswerFormat
    /// The file of the model; nil for the built-in one.
    var model: String?

    init(_ invocation: Invocation) throws(UsageError) {
        name = invocation.operands.first ?? Environment.streamName
        paragraph = try invocation.int(of: .paragraph, in: 0 ... .max)
        evidenceCount = try invocation.int(of: .evidence, in: 0 ... .max) ?? 0
        input = try invocation.value(of: .input, as: InputFormat.self)
        format = try invocation.value(of: .answerFormat, as: AnswerFormat.self) ?? .text
        model = invocation.value(of: .model)
    }

    func run(in environment: Environment) throws(CommandFailure) -> RunStatus {
        let analyzer = try environment.analyzer(model)
        var source = DocumentSource(
            [name], format: input, isEager: false, open: environment.open)
        var documents: [Result<InputDocument, BadRecord>] = []
        var isFailure = false
        while let batch = source.next() {
            documents.removeAll()
            batch.forEachRecord { documents.append($0) }
            for document in documents {
                switch explanation(of: document, by: analyzer, in: environment) {
                case .success(let text): try environment.print(text)
                case .failure(let bad):
                    isFailure = true
                    environment.report("\(bad.place): \(bad.message)")
                }
            }
        }
        return isFailure ? .failure : .done
    }

    private func explanation(
        of record: Result<InputDocument, BadRecord>, by analyzer: any PageAnalyzing,
        in environment: Environment
    ) -> Result<String, BadRecord> {
        record.flatMap { document in
            let text =
                switch document.content {
                case .text(let text): text
                // A blank line keeps paragraphs apart.
                case .paragraphs(let paragraphs):
                    Array(paragraphs.joined(separator: "\n\n").utf8)
                }
            let explained = analyzer.explanations(of: text, paragraph: paragraph)
            if explained.isEmpty, let paragraph {
                return .failure(
                    BadRecord(
                        identifier: jsonBytes(document.identifier ?? name),
                        message: "has no paragraph \(paragraph); they are counted from 0"))
            }
            let printer = ExplanationPrinter(
                evidenceCount: evidenceCount, palette: Palette(isColoured: environment.isColoured))
            return .success(
                explained.map { paragraph in
                    switch format {
                    case .text: printer.text(paragraph)
                    case .json: printer.json(paragraph, of: document.identifier).jsonLine + "\n"
                    }
                }.joined())
        }
    }
}

/// Prints explanations.
struct ExplanationPrinter {
    /// Pieces of evidence to show for each paragraph.
    let evidenceCount: Int
    /// How the text looks.
    let palette: Palette

    /// For people: the paragraph, its label and the runner-up, and a line for each piece of
    /// evidence, the number being natural log-odds.
    func text(_ paragraph: ExplainedParagraph) -> String {
        var lines = [
            palette.text("\(paragraph.index)  \(visible(paragraph.text))", .strong),
            "   \(paragraph.label.name) \(fourDigits(paragraph.label.probability)), then "
                + "\(paragraph.runnerUp.name) \(fourDigits(paragraph.runnerUp.probability)); "
                + "margin \(signed(paragraph.margin))",
        ]
        for piece in paragraph.evidence.prefix(evidenceCount) {
            let weight = signed(piece.weight)
            let margin = String(repeating: " ", count: max(0, 10 - weight.count))
            let line = "\(margin)\(weight)  \(piece.view) \(visible(piece.feature))"
            lines.append(piece.weight < 0 ? palette.text(line, .faint) : line)
        }
        let rest = paragraph.evidence.dropFirst(evidenceCount)
        if !rest.isEmpty {
            let sum = signed(rest.reduce(0) { $0 + $1.weight })
            let margin = String(repeating: " ", count: max(0, 10 - sum.count))
            lines.append("\(margin)\(sum)  \(rest.count) more")
        }
        return lines.joined(separator: "\n") + "\n\n"
    }

    /// For programs. All evidence is there, whatever the number to show.
    func json(_ paragraph: ExplainedParagraph, of document: String?) -> JSONValue {
        let evidence = paragraph.evidence.map { piece in
            JSONValue.object([
                "view": .string(piece.view), "feature": .string(piece.feature),
                "weight": .number(rounded(piece.weight)),
            ])
        }
        return .object([
            "id": document.map(JSONValue.string) ?? .null, "paragraph": .integer(paragraph.index),
            "text": .string(paragraph.text), "label": .string(paragraph.label.name),
            "probability": .number(rounded(paragraph.label.probability)),
            "runner-up": .string(paragraph.runnerUp.name),
            "runner-up probability": .number(rounded(paragraph.runnerUp.probability)),
            "margin": .number(rounded(paragraph.margin)), "evidence": .array(evidence),
        ])
    }

    private func rounded(_ value: Float) -> Double {
        (Double(value) * 10_000).rounded() / 10_000
    }

    /// A number with its sign and two digits after the point.
    private func signed(_ value: Float) -> String {
        let hundredths = Int((min(abs(value), 1e9) * 100).rounded())
        let digits = hundredths % 100
        return "\(value < 0 ? "-" : "+")\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
    }
}
