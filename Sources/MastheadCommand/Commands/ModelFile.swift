import Masthead

extension ModelError {
    /// The error in words, without the file's name.
    var message: String {
        switch self {
        case .notAModel: "is not a model; expected a file written by 'masthead train'"
        case .truncated: "the model is cut off; copy or train it again"
        case .altered: "the model was altered since it was written; copy or train it again"
        case .tooNew(let version):
            "the model has format \(version), newer than this program; update masthead"
        case .otherFeatures:
            "the model was trained for other features than this program computes; train it again"
        case .malformed(let section):
            "the part '\(section)' of the model makes no sense; copy or train it again"
        }
    }
}

extension Environment {
    /// What analyses pages by the model in that file, or by the built-in one where it is nil.
    func analyzer(
        _ model: String?, finding findings: Analyzer.Findings = []
    ) throws(CommandFailure) -> any PageAnalyzing {
        let bytes = try model.map { name throws(CommandFailure) in try wholeFile(name) }
        do throws(ModelError) {
            return try makeAnalyzer(bytes, findings)
        } catch {
            throw CommandFailure("\(model ?? "built-in model"): \(error.message)")
        }
    }

    /// Starts to replace a file, saying so where another process must be waited for.
    func replacement(of name: String) throws(SystemFailure) -> ReplacementFile {
        try ReplacementFile(replacing: path(name)) {
            report("\(name): waiting for another process that writes it")
        }
    }

    /// Writes text to standard output.
    func print(_ text: String) throws(CommandFailure) {
        do throws(SystemFailure) {
            try output.write(Array(text.utf8))
        } catch {
            throw .output(error)
        }
    }
}
