import CommandLineKit
import Masthead

/// `masthead evaluate --outlets`: how well outlet profiles agree with samples.
struct EvaluateOutlets: Equatable {
    /// What was asked for.
    let request: EvaluateRequest

    /// Assignments of groups to parts, over which the figures of styles are taken together: one
    /// alone moves them by a point and a half (`Documentation/style.md`).
    private static let assignments = 5

    func run(in environment: Environment) throws(CommandFailure) -> RunStatus {
        let documents = try documents(in: environment)
        var evaluation = OutletEvaluation(breakdowns: request.slices)
        if let parts = request.parts {
            try crossValidate(documents, parts: parts, &evaluation, in: environment)
        } else {
            let analyzer = try environment.analyzer(request.model, finding: .outlet)
            for document in documents {
                let page = analyzer.analysis(of: document.paragraphs.map(\.text))
                if let profile = page.outlet { evaluation.add(profile, of: document) }
            }
        }
        if evaluation.isEmpty {
            throw CommandFailure(
                "expected samples with an outlet's style or name, or with credits; found none")
        }
        try environment.print(evaluation, as: request.format)
        return .done
    }

    private func documents(
        in environment: Environment
    ) throws(CommandFailure) -> [AnnotatedDocument] {
        var documents = try SampleFiles(request.samples, in: environment)
            .documents(in: environment)
        let sites = try SiteTable(files: request.sites, in: environment)
        documents = documents.map { sites.completed($0) }
        guard let credits = request.credits else { return documents }
        let text = String(decoding: try environment.wholeFile(credits), as: UTF8.self)
        let table: CreditTable
        do throws(OutletTableError) {
            table = try CreditTable(text, table: credits)
        } catch {
            throw CommandFailure(error.description)
        }
        for (index, document) in documents.enumerated() {
            guard let completed = table.completed(document) else {
                throw CommandFailure("\(credits): was made of another text of '\(document.id)'")
            }
            documents[index] = completed
        }
        return documents
    }

    /// Labels and styles by models that saw nothing of a page's group; the tables of outlets are
    /// the model's, since they are not learnt from samples.
    private func crossValidate(
        _ documents: [AnnotatedDocument], parts: Int, _ evaluation: inout OutletEvaluation,
        in environment: Environment
    ) throws(CommandFailure) {
        let own = try SampleFiles.documents(request.own, in: environment)
        let labels: [[ParagraphLabel]]
        do {
            labels = try LabelTraining.crossFittedLabels(
                of: documents, own: own, group: request.group, parts: parts)
        } catch {
            throw CommandFailure("\(error)")
        }
        let training = StyleTraining(documents, labels: labels, own: own, group: request.group)
        for share in request.learnsStepwise ? [0.125, 0.25, 0.5, 1] : [1] {
            for assignment in 0..<Self.assignments {
                let vectors = training.crossValidated(
                    parts: parts, seed: UInt64(assignment) + 1, share: share)
                for (index, vector) in zip(training.documents, vectors) {
                    evaluation.add(
                        vector, of: documents[index], assignment: assignment, share: share)
                }
            }
        }
        guard let tables = try environment.trainer(request.model).profile.outletTables else {
            return
        }
        // A page that stands in the samples twice is measured where it stands first.
        var seen: Set<String> = []
        for (document, labels) in zip(documents, labels) {
            let name = "\(document.id)\t\(document.other["regime"]?.string ?? "")"
            if !document.id.isEmpty && !seen.insert(name).inserted { continue }
            evaluation.add(
                SourceFindings(
                    page: zip(document.paragraphs, labels).map {
                        LabeledText(text: $0.text, label: $1)
                    }, tables: tables),
                of: document)
        }
    }
}

extension SiteTable {
    /// The tables in these files.
    init(files names: [String], in environment: Environment) throws(CommandFailure) {
        self.init()
        for name in names {
            let text = String(decoding: try environment.wholeFile(name), as: UTF8.self)
            do throws(OutletTableError) {
                try add(text, table: name)
            } catch {
                throw CommandFailure(error.description)
            }
        }
    }
}
