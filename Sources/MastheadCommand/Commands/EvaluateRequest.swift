import CommandLineKit
import Masthead

/// How a report is printed.
enum ReportFormat: String, CaseIterable {
    /// Aligned tables for people; may change.
    case text
    /// Tables for a document.
    case markdown
    /// One JSON object on a line.
    case json
    /// A line for each figure.
    case tsv
}

/// `masthead evaluate`.
struct EvaluateRequest: Equatable {
    /// Files of samples and directories of them.
    var samples: [String]
    /// The file of the model; nil for the built-in one.
    var model: String?
    /// Parts of the samples to train and test on; nil to measure the model itself.
    var parts: Int?
    /// The key whose values are never split between training and test.
    var group: String
    /// Files of samples to train on as well, and directories of them.
    var own: [String]
    /// Kinds of evidence of the paragraphs to test; empty for all paragraphs.
    var evidence: Set<String>
    /// The keys by which figures are broken down.
    var slices: [String]
    /// The file of floors.
    var floors: String?
    /// How the report is printed.
    var format: ReportFormat

    init(_ invocation: Invocation) throws(UsageError) {
        samples = invocation.operands
        model = invocation.value(of: .model)
        parts = try invocation.int(of: .crossValidate, in: 2 ... .max)
        group = invocation.value(of: .by) ?? ""
        own = invocation.values(of: .with)
        evidence = Set(
            (invocation.value(of: .evidenceKinds) ?? "").split(separator: ",").map { String($0) })
        slices = (invocation.value(of: .slices) ?? "").split(separator: ",").map { String($0) }
        floors = invocation.value(of: .floors)
        format = try invocation.value(of: .reportFormat, as: ReportFormat.self) ?? .text
    }

    func run(in environment: Environment) throws(CommandFailure) -> RunStatus {
        // Read before the work, so that a wrong file is known at once.
        let floors = try floors.map { name throws(CommandFailure) in
            try Floors(file: name, in: environment)
        }
        let documents = try SampleFiles(samples, in: environment).documents(in: environment)
        let scored =
            if let parts {
                try crossValidated(documents, parts: parts, in: environment)
            } else {
                try scores(of: documents, by: try environment.analyzer(model))
            }
        var settings = EvaluationSettings()
        settings.breakdowns = slices
        let report = EvaluationReport(of: try tested(scored), settings: settings)
        let markers = try markerReport(documents, in: environment)
        switch format {
        case .text: try environment.print(report.text + (markers?.text ?? ""))
        case .markdown: try environment.print(report.markdown + (markers?.markdown ?? ""))
        case .tsv: try environment.print(report.tsv + (markers?.tsv ?? ""))
        case .json: try environment.print(report.json.adding(markers?.json).jsonLine + "\n")
        }
        return try floors.map { floors throws(CommandFailure) in
            try check(floors, report, in: environment)
        } ?? .done
    }

    private func scores(
        of documents: [AnnotatedDocument], by analyzer: any PageAnalyzing
    ) throws(CommandFailure) -> [ScoredDocument] {
        var scored: [ScoredDocument] = []
        for document in documents {
            let page = analyzer.analysis(of: document.paragraphs.map(\.text))
            do {
                scored.append(
                    try ScoredDocument(
                        document: document, scores: ParagraphScores(page.paragraphs)))
            } catch {
                throw CommandFailure(error.description)
            }
        }
        return scored
    }

    /// Each document's scores by a model whose counts and weights saw nothing of its group.
    private func crossValidated(
        _ documents: [AnnotatedDocument], parts: Int, in environment: Environment
    ) throws(CommandFailure) -> [ScoredDocument] {
        let ownDocuments = try SampleFiles.documents(own, in: environment)
        let all = LabelTraining(documents, own: ownDocuments, group: group)
        let groups = Set(documents.map { $0.group(by: group) })
        do {
            let validation = try CrossValidation(of: documents, by: group, folds: parts)
            return try validation.scores(of: documents) { training in
                let left = groups.subtracting(training.map { $0.group(by: group) })
                let model = all.without(left).model()
                let analyzer = try Analyzer(model: model, finding: [])
                return { document in
                    ParagraphScores(
                        analyzer.analysis(of: document.paragraphs.map(\.text)).paragraphs)
                }
            }
        } catch {
            throw CommandFailure("\(error)")
        }
    }

    /// The documents with the labels of paragraphs that are not to be tested taken away.
    private func tested(_ scored: [ScoredDocument]) throws(CommandFailure) -> [ScoredDocument] {
        if evidence.isEmpty { return scored }
        var tested: [ScoredDocument] = []
        for scored in scored {
            var document = scored.document
            for index in document.paragraphs.indices {
                let kind = document.paragraphs[index].other["evidence"]?.string ?? "hand"
                if !evidence.contains(kind) { document.paragraphs[index].label = .none }
            }
            do {
                tested.append(
                    try ScoredDocument(
                        document: document, labels: scored.labels,
                        probabilities: scored.probabilities))
            } catch {
                throw CommandFailure(error.description)
            }
        }
        return tested
    }

    private func check(
        _ floors: Floors, _ report: EvaluationReport, in environment: Environment
    ) throws(CommandFailure) -> RunStatus {
        let violations: [Floors.Violation]
        do {
            violations = try floors.violations(in: report)
        } catch {
            throw CommandFailure("\(self.floors ?? ""): \(error)")
        }
        for violation in violations { environment.report("\(violation)") }
        return violations.isEmpty ? .done : .no
    }
}

extension Floors {
    fileprivate init(file name: String, in environment: Environment) throws(CommandFailure) {
        let bytes = try environment.wholeFile(name)
        do {
            try self.init(json: bytes)
        } catch {
            throw CommandFailure("\(name): \(error)")
        }
    }
}
