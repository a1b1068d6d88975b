import CommandLineKit
import Masthead

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
    /// Parts of the evidence to do without.
    var omitted: Set<EvidencePart>
    /// Whether to learn from ever more of the groups.
    var learnsStepwise: Bool
    /// Whether lines that stood on earlier samples of a group are held against a sample's.
    var countsRepeatedLines: Bool
    /// Kinds of evidence of the paragraphs to test; empty for all paragraphs.
    var evidence: Set<String>
    /// The keys by which figures are broken down.
    var slices: [String]
    /// The file of floors.
    var floors: String?
    /// How the report is printed.
    var format: ReportFormat
    /// Whether outlet profiles are measured instead of labels.
    var measuresOutlets: Bool
    /// Tables of what is known of the outlets of sites.
    var sites: [String]
    /// The table of credits of samples that have none of their own.
    var credits: String?

    init(_ invocation: Invocation) throws(UsageError) {
        samples = invocation.operands
        model = invocation.value(of: .model)
        parts = try invocation.int(of: .crossValidate, in: 2 ... .max)
        group = invocation.value(of: .by) ?? ""
        own = invocation.values(of: .with)
        omitted = try Self.parts(invocation.value(of: .without) ?? "")
        learnsStepwise = invocation.isSet(.learningCurve)
        countsRepeatedLines = invocation.isSet(.repeatedLines)
        if parts == nil, !omitted.isEmpty || learnsStepwise {
            throw .missingOption("--cross-validate", valueName: "PARTS", command: "evaluate")
        }
        try Self.checkThatAllAreUsed(invocation)
        evidence = Set(
            (invocation.value(of: .evidenceKinds) ?? "").split(separator: ",").map { String($0) })
        slices = (invocation.value(of: .slices) ?? "").split(separator: ",").map { String($0) }
        floors = invocation.value(of: .floors)
        format = try invocation.value(of: .reportFormat, as: ReportFormat.self) ?? .text
        measuresOutlets = invocation.isSet(.outlets)
        sites = invocation.values(of: .sites)
        credits = invocation.value(of: .credits)
    }

    func run(in environment: Environment) throws(CommandFailure) -> RunStatus {
        if measuresOutlets { return try EvaluateOutlets(request: self).run(in: environment) }
        // Read before the work, so that a wrong file is known at once.
        let floors = try floors.map { name throws(CommandFailure) in
            try Floors(file: name, in: environment)
        }
        let documents = try SampleFiles(samples, in: environment).documents(in: environment)
        if learnsStepwise, let parts {
            return try printLearningCurve(documents, parts: parts, in: environment)
        }
        var scored =
            if let parts {
                try crossValidated(documents, parts: parts, in: environment)
            } else {
                try scores(of: documents, by: try environment.analyzer(model))
            }
        if countsRepeatedLines { scored = try weighed(scored) }
        var settings = EvaluationSettings()
        settings.breakdowns = slices
        let report = EvaluationReport(of: try tested(scored), settings: settings)
        let markers = try markerReport(documents, in: environment)
        try environment.print(MarkedReport(labels: report, markers: markers), as: format)
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
        let learner = try learner(of: documents, in: environment)
        do {
            let validation = try CrossValidation(of: documents, by: group, folds: parts)
            return try validation.scores(of: documents, scorer: learner)
        } catch {
            throw CommandFailure("\(error)")
        }
    }

    /// How the figures grow with the groups that are learnt from.
    private func printLearningCurve(
        _ documents: [AnnotatedDocument], parts: Int, in environment: Environment
    ) throws(CommandFailure) -> RunStatus {
        let learner = try learner(of: documents, in: environment)
        let curve: LearningCurve
        do {
            let validation = try CrossValidation(of: documents, by: group, folds: parts)
            curve = try validation.learningCurve(of: documents, scorer: learner)
        } catch {
            throw CommandFailure("\(error)")
        }
        try environment.print(curve, as: format)
        return .done
    }

    /// Learns from the documents that it is given, and the own ones; scores others.
    private func learner(
        of documents: [AnnotatedDocument], in environment: Environment
    ) throws(CommandFailure) -> ([AnnotatedDocument]) throws -> CrossValidation.Scorer {
        let ownDocuments = try SampleFiles.documents(own, in: environment)
        var all = LabelTraining(documents, own: ownDocuments, group: group)
        all.omitted = omitted
        let groups = Set(documents.map { $0.group(by: group) })
        return { [all, group] training in
            let left = groups.subtracting(training.map { $0.group(by: group) })
            let model = all.without(left).model()
            let analyzer = try Analyzer(model: model, finding: [])
            return { document in
                ParagraphScores(
                    analyzer.analysis(of: document.paragraphs.map(\.text)).paragraphs)
            }
        }
    }

    /// What another option would leave without effect is an error, not silence.
    private static func checkThatAllAreUsed(_ invocation: Invocation) throws(UsageError) {
        let idle: [(Option, unused: [Option])] = [
            (.outlets, [.without, .repeatedLines, .evidenceKinds, .floors]),
            (.learningCurve, [.repeatedLines, .evidenceKinds, .floors]),
        ]
        for (option, unused) in idle where invocation.isSet(option) {
            for other in unused where invocation.isSet(other) {
                throw .conflictingOptions(
                    "--\(other.name)", "--\(option.name)", command: "evaluate")
            }
        }
    }

    private static func parts(_ names: String) throws(UsageError) -> Set<EvidencePart> {
        var parts: Set<EvidencePart> = []
        for name in names.split(separator: ",").map({ String($0) }) {
            guard let part = EvidencePart(name: name) else {
                throw .valueNotAllowed(
                    name, option: "--without", allowed: EvidencePart.all.map(\.name))
            }
            parts.insert(part)
        }
        return parts
    }

    /// The scores with what is known of the lines from earlier documents of the same group; a
    /// document that came before is not held against itself.
    private func weighed(_ scored: [ScoredDocument]) throws(CommandFailure) -> [ScoredDocument] {
        var lines = RepeatedLines()
        var seen: Set<String> = []
        var weighed: [ScoredDocument] = []
        for scored in scored {
            guard scored.document.id.isEmpty || seen.insert(scored.document.id).inserted else {
                weighed.append(scored)
                continue
            }
            let paragraphs = zip(
                scored.document.paragraphs, zip(scored.labels, scored.probabilities)
            )
            .map { paragraph, score in
                LabeledParagraph(
                    text: paragraph.text, byteRange: 0..<0, codePointRange: 0..<0,
                    label: score.0, probabilities: score.1)
            }
            let scores = ParagraphScores(
                lines.weighed(paragraphs, site: scored.document.group(by: group)))
            do {
                weighed.append(try ScoredDocument(document: scored.document, scores: scores))
            } catch {
                throw CommandFailure(error.description)
            }
        }
        return weighed
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
