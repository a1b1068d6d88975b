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

    init(_ invocation: Invocation) throws(UsageError) {
        samples = invocation.operands
        model = invocation.value(of: .model)
        guard let output = invocation.value(of: .learntModel) ?? model else {
            throw .missingOption("--output", valueName: "MODEL", command: Command.learn.name)
        }
        self.output = output
        isForced = invocation.isSet(.force) || output == model
        forgets = invocation.isSet(.forget)
    }

    func run(in environment: Environment) throws(CommandFailure) -> RunStatus {
        let documents = try SampleFiles(samples, in: environment).documents(in: environment)
        let file: ReplacementFile
        do throws(SystemFailure) {
            file = try environment.replacement(of: output)
        } catch {
            throw CommandFailure(output, error)
        }
        // From here on nobody else writes the file: what is read now is the newest model.
        if !isForced { try environment.requireNoFile(at: output) }
        let bytes = try learn(documents, from: try environment.trainer(model))
        do throws(SystemFailure) {
            try file.write(bytes)
            try file.commit()
        } catch {
            throw CommandFailure(output, error)
        }
        let documentCount = counted(documents.count, "document")
        environment.tell("\(output): \(forgets ? "forgot" : "learnt") \(documentCount)")
        return .done
    }

    private func learn(
        _ documents: [AnnotatedDocument], from start: Trainer
    ) throws(CommandFailure) -> [UInt8] {
        var trainer = start
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
        return trainer.modelBytes()
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
