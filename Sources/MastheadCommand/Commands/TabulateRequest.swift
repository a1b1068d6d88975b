import CommandLineKit
import Masthead

/// `masthead tabulate`.
struct TabulateRequest: Equatable {
    /// Files of samples whose texts stay where they are, and directories of them.
    var samples: [String]
    /// Files of the project's own documents, and directories of them.
    var own: [String]
    /// The key whose values are never split between training and test.
    var group: String
    /// The directory to write the tables to.
    var output: String

    init(_ invocation: Invocation) {
        samples = invocation.operands
        own = invocation.values(of: .with)
        group = invocation.value(of: .by) ?? ""
        output = invocation.value(of: .tables) ?? ""
    }

    func run(in environment: Environment) throws(CommandFailure) -> RunStatus {
        let documents = try SampleFiles(samples, in: environment).documents(in: environment)
        let ownDocuments = try SampleFiles.documents(own, in: environment)
        let training = LabelTraining(documents, own: ownDocuments, group: group)
        let counts = training.publishedCounts()
        var names = TermNames(for: counts)
        for document in documents { names.add(document) }
        try write(CountTable.text(counts, names: names.names), to: "labels.tsv", in: environment)
        try write(
            WeightTable.text(training.weights()), to: "weights.tsv", in: environment)
        return .done
    }

    private func write(
        _ text: String, to name: String, in environment: Environment
    ) throws(CommandFailure) {
        let path = output + "/" + name
        let head = """
            # Derived by 'masthead tabulate' from page collections whose texts are not part of
            # this project; see TrainingData/README.md for their names, licences and the command.

            """
        do throws(SystemFailure) {
            let file = try environment.replacement(of: path)
            try file.write(Array((head + text).utf8))
            try file.commit()
        } catch {
            throw CommandFailure(path, error)
        }
    }
}
