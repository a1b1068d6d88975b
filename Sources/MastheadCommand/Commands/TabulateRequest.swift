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
    /// Tables of what is known of the outlets of sites.
    var sites: [String]
    /// The directory to write the tables to.
    var output: String

    init(_ invocation: Invocation) {
        samples = invocation.operands
        own = invocation.values(of: .with)
        group = invocation.value(of: .by) ?? ""
        sites = invocation.values(of: .sites)
        output = invocation.value(of: .tables) ?? ""
    }

    func run(in environment: Environment) throws(CommandFailure) -> RunStatus {
        try checkOutput(in: environment)
        let sites = try SiteTable(files: sites, in: environment)
        let documents = try SampleFiles(samples, in: environment).documents(in: environment)
            .map { sites.completed($0) }
        let ownDocuments = try SampleFiles.documents(own, in: environment)
        let training = LabelTraining(documents, own: ownDocuments, group: group)
        let counts = training.publishedCounts()
        var names = TermNames(for: counts)
        for document in documents { names.add(document) }
        try write(CountTable.text(counts, names: names.names), to: "labels.tsv", in: environment)
        try write(
            WeightTable.text(training.weights()), to: "weights.tsv", in: environment)
        guard documents.contains(where: { $0.outlet?.style != nil }) else { return .done }
        try writeStyles(of: documents, own: ownDocuments, in: environment)
        return .done
    }

    /// Before the work, which takes minutes.
    private func checkOutput(in environment: Environment) throws(CommandFailure) {
        do throws(SystemFailure) {
            // What is no directory has nothing below it, which the system says by itself.
            if try FileStatus(path: environment.path(output) + "/.") == nil { throw .noFile }
        } catch {
            throw CommandFailure(output, error)
        }
    }

    /// Parts of the samples, each labelled by what was learnt from the others.
    private static let parts = 5

    private func writeStyles(
        of documents: [AnnotatedDocument], own: [AnnotatedDocument], in environment: Environment
    ) throws(CommandFailure) {
        let groups = Set(documents.map { $0.group(by: group) }).count
        let labels: [[ParagraphLabel]]
        do {
            labels = try LabelTraining.crossFittedLabels(
                of: documents, own: own, group: group, parts: min(Self.parts, groups))
        } catch {
            throw CommandFailure("\(error)")
        }
        let training = StyleTraining(documents, labels: labels, own: own, group: group)
        let counts = training.publishedCounts()
        var names = TermNames(for: counts)
        for index in training.documents { names.add(documents[index]) }
        try write(
            StyleCountTable.text(counts, names: names.names), to: "styles.tsv", in: environment)
        try write(training.weights().text, to: "style-weights.tsv", in: environment)
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
