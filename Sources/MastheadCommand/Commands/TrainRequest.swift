import CommandLineKit
import Masthead

/// `masthead train`.
struct TrainRequest: Equatable {
    /// Files of samples and directories of them.
    var samples: [String]
    /// The file to write.
    var output: String
    /// Whether a file that is there already is replaced.
    var isForced: Bool

    init(_ invocation: Invocation) {
        samples = invocation.operands
        output = invocation.value(of: .newModel) ?? ""
        isForced = invocation.isSet(.force)
    }

    func run(in environment: Environment) throws(CommandFailure) -> RunStatus {
        // Refused before the work, not after it.
        if !isForced { try environment.requireNoFile(at: output) }
        let files = try SampleFiles(samples, in: environment)
        let documents = try files.documents(in: environment)
        var trainer = Trainer(counts: LabelCounts(), weights: LabelWeights())
        // Tables first: documents with markers are counted by the terms of the tables.
        try trainer.addTables(files.tables, in: environment)
        for document in documents { trainer.add(document) }
        if files.tables[.labelWeights] == nil { trainer.fitWeights(on: documents) }
        trainer.dropRareTerms()
        let bytes = trainer.modelBytes()
        do throws(SystemFailure) {
            let file = try environment.replacement(of: output)
            try file.write(bytes)
            try file.commit()
        } catch {
            throw CommandFailure(output, error)
        }
        environment.tell("\(output): trained on \(counted(documents.count, "document"))")
        return .done
    }
}

/// `masthead learn`.
struct LearnRequest: Equatable {
    /// Files of samples and directories of them.
    var samples: [String]
    /// The file of the model to start from; nil for the built-in one.
    var model: String?
    /// The file to write.
    var output: String
    /// Whether another model's file is replaced.
    var isForced: Bool
    /// Whether the samples are taken out.
    var forgets: Bool
    /// The table of signatures to add or take out.
    var signatures: String?
    /// The table of stance terms to add or take out.
    var acceptedTerms: String?

    init(_ invocation: Invocation) throws(UsageError) {
        samples = invocation.operands
        model = invocation.value(of: .model)
        guard let output = invocation.value(of: .learntModel) ?? model else {
            throw .missingOption("--output", valueName: "MODEL", command: Command.learn.name)
        }
        self.output = output
        isForced = invocation.isSet(.force) || output == model
        forgets = invocation.isSet(.forget)
        signatures = invocation.value(of: .signatures)
        acceptedTerms = invocation.value(of: .acceptTerms)
        if samples.isEmpty, signatures == nil, acceptedTerms == nil {
            throw .missingOperand(name: "SAMPLES", command: Command.learn.name)
        }
    }

    func run(in environment: Environment) throws(CommandFailure) -> RunStatus {
        let documents = try SampleFiles.documents(samples, in: environment)
        let rows = try signatures.map { name throws(CommandFailure) in
            try OutletSignature.rows(file: name, in: environment)
        }
        let terms = try acceptedTerms.map { name throws(CommandFailure) in
            try StanceTermList(file: name, in: environment)
        }
        let file: ReplacementFile
        do throws(SystemFailure) {
            file = try environment.replacement(of: output)
        } catch {
            throw CommandFailure(output, error)
        }
        // From here on nobody else writes the file: what is read now is the newest model.
        if !isForced { try environment.requireNoFile(at: output) }
        var trainer = try environment.trainer(model)
        // Documents are counted with the terms there are, so terms come first and go last.
        if let terms, !forgets { try accept(terms, in: &trainer) }
        let proposals = forgets ? [] : proposals(from: documents, trainer)
        try change(&trainer, documents)
        if let rows { try change(&trainer, rows) }
        if let terms, forgets { try drop(terms, from: &trainer) }
        let bytes = trainer.modelBytes()
        do throws(SystemFailure) {
            try file.write(bytes)
            try file.commit()
        } catch {
            throw CommandFailure(output, error)
        }
        let parts = [
            documents.isEmpty ? nil : counted(documents.count, "document"),
            rows.map { counted($0.count, "signature") },
            terms.map { counted($0.count, "term") },
        ]
        environment.tell(
            "\(output): \(forgets ? "forgot" : "learnt") "
                + parts.compactMap(\.self).joined(separator: ", "))
        if !proposals.isEmpty { try environment.print(StanceTermList.table(proposals)) }
        return .done
    }

    private func change(
        _ trainer: inout Trainer, _ documents: [AnnotatedDocument]
    ) throws(CommandFailure) {
        for document in documents {
            guard forgets else {
                trainer.add(document)
                continue
            }
            do throws(TrainingError) {
                try trainer.remove(document)
            } catch {
                throw CommandFailure(
                    "\(model ?? "built-in model"): has not learnt document '\(document.id)'; "
                        + "nothing was changed")
            }
        }
    }

    private func change(
        _ trainer: inout Trainer, _ rows: [OutletSignature]
    ) throws(CommandFailure) {
        let modelName = model ?? "built-in model"
        guard let tables = trainer.profile.outletTables else {
            throw CommandFailure(
                "\(modelName): has no tables of outlets; train it on a directory with "
                    + "signatures.tsv, sources.tsv, cues.tsv and languages.tsv")
        }
        guard forgets else {
            do throws(OutletTableError) {
                trainer.profile.outletTables = try tables.adding(rows, from: signatures ?? "")
            } catch {
                throw CommandFailure(error.description)
            }
            return
        }
        let known = Set(tables.signatures)
        if let row = rows.first(where: { !known.contains($0) }) {
            throw CommandFailure(
                "\(modelName): has no signature '\(row.wording)' of '\(row.outlet)'; "
                    + "nothing was changed")
        }
        let forgotten = Set(rows)
        trainer.profile.outletTables = OutletTables(
            signatures: tables.signatures.filter { !forgotten.contains($0) },
            sources: tables.sources, cues: tables.cues, languages: tables.languages)
    }
}

extension OutletSignature {
    /// The signatures of the table in a file.
    fileprivate static func rows(
        file name: String, in environment: Environment
    ) throws(CommandFailure) -> [OutletSignature] {
        let text = String(decoding: try environment.wholeFile(name), as: UTF8.self)
        do throws(OutletTableError) {
            return try rows(of: text, table: name)
        } catch {
            throw CommandFailure(error.description)
        }
    }
}

extension Environment {
    /// Refuses to go on where there is a file of that name already.
    func requireNoFile(at name: String) throws(CommandFailure) {
        do throws(SystemFailure) {
            let kind = try FileStatus(path: path(name))?.kind
            guard kind == .regular else { return }
        } catch {
            throw CommandFailure(name, error)
        }
        throw CommandFailure("\(name): exists already; add '--force' to replace it")
    }

    /// A trainer that goes on from the model in that file, or from the built-in one.
    func trainer(_ name: String?) throws(CommandFailure) -> Trainer {
        let model = try model(name)
        do {
            return try Trainer(model)
        } catch {
            throw CommandFailure("\(name ?? "built-in model"): \(error.message)")
        }
    }

    /// Says what was done, where a person is there to read it.
    func tell(_ message: String) {
        if isErrorTerminal { report(message) }
    }
}

/// A number and what it counts, for example "1 document".
func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
}
