import CommandLineKit
import Masthead

/// How an answer that is no stream of records is printed.
enum AnswerFormat: String, CaseIterable {
    /// For people; may change.
    case text
    /// One JSON object on a line.
    case json
}

/// `masthead model`.
struct ModelRequest: Equatable {
    /// The file of the model; nil for the built-in one.
    var model: String?
    /// How the description is printed.
    var format: AnswerFormat

    init(_ invocation: Invocation) throws(UsageError) {
        model = invocation.operands.first
        format = try invocation.value(of: .answerFormat, as: AnswerFormat.self) ?? .text
    }

    func run(in environment: Environment) throws(CommandFailure) -> RunStatus {
        let description = ModelDescription(
            try environment.model(model), name: model ?? "built-in model")
        switch format {
        case .text: try environment.print(description.text)
        case .json: try environment.print(description.json.jsonLine + "\n")
        }
        return .done
    }
}

extension Environment {
    /// The model in that file, or the built-in one.
    func model(_ name: String?) throws(CommandFailure) -> Model {
        guard let name else { return .builtIn }
        let bytes = try wholeFile(name)
        do {
            return try Model(bytes: bytes)
        } catch {
            throw CommandFailure("\(name): \(error.message)")
        }
    }
}

/// What is said of a model.
struct ModelDescription {
    /// The file's name.
    let name: String
    /// Bytes of the file.
    let size: Int
    /// Words, word pairs and other terms that it has evidence of.
    let terms: Int
    /// What it was made of.
    let facts: ModelFacts

    init(_ model: Model, name: String) {
        self.name = name
        size = model.bytes.count
        terms = model.termCount
        facts = model.facts
    }

    private var labels: [String] { ParagraphLabel.allCases.map(\.name) }

    private var digest: String {
        let digits = String(facts.digest, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// For people.
    var text: String {
        let languages = facts.documents.sorted { $0.key < $1.key }
            .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        let rows = [
            ("model", visible(name)), ("bytes", "\(size)"),
            ("labels", labels.joined(separator: ", ")), ("terms", "\(terms)"),
            ("documents", languages.isEmpty ? "none" : visible(languages)),
            ("tables", facts.tables.isEmpty ? "none" : facts.tables.joined(separator: ", ")),
            ("digest", digest),
        ]
        return rows.map { name, value in
            name + String(repeating: " ", count: 11 - name.count) + value + "\n"
        }.joined()
    }

    /// For programs.
    var json: JSONValue {
        .object([
            "model": .string(name), "bytes": .integer(size), "terms": .integer(terms),
            "labels": .array(labels.map { .string($0) }),
            "documents": .object(facts.documents.mapValues { .integer($0) }),
            "tables": .array(facts.tables.map { .string($0) }), "digest": .string(digest),
        ])
    }
}
