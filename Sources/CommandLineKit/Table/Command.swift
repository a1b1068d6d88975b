/// One command of a program: its operands, its options and examples of its use.
public struct Command: Sendable, Hashable {
    /// The name typed after the program's: lower-case letters, digits and `-`.
    public var name: String
    /// What it does, in one line of at most 72 characters that ends in a period.
    public var summary: String
    /// Paragraphs that say more than the summary.
    public var details: [String]
    /// What it takes besides options.
    public var operands: Operands
    /// Its options in the order of the help; `--help` is added to every command.
    public var options: [Option]
    /// Command lines worth knowing.
    public var examples: [Example]

    /// A command of these operands and options.
    public init(
        _ name: String, summary: String, details: [String] = [], operands: Operands = .none,
        options: [Option] = [], examples: [Example] = []
    ) {
        self.name = name
        self.summary = summary
        self.details = details
        self.operands = operands
        self.options = options
        self.examples = examples
    }

    /// The options of the table followed by `--help`.
    public var allOptions: [Option] { options + [.help] }
}

/// What a command takes besides options.
public struct Operands: Sendable, Hashable {
    /// How many operands a command takes at most.
    public enum Arity: Sendable, Hashable {
        /// No operand.
        case none
        /// One operand.
        case one
        /// Any number of operands.
        case many
    }

    /// The upper-case word that stands for an operand in the usage line, for example `FILE`.
    public var name: String
    /// How many there may be.
    public var arity: Arity
    /// Whether there may be none at all.
    public var isOptional: Bool
    /// What an operand may be.
    public var accepted: Accepted
    /// What the operands mean: empty, or one line that ends in a period.
    public var summary: String

    /// Operands of that name and number.
    public init(
        _ name: String, _ arity: Arity, isOptional: Bool = false, accepted: Accepted = .file,
        summary: String = ""
    ) {
        self.name = name
        self.arity = arity
        self.isOptional = isOptional
        self.accepted = accepted
        self.summary = summary
    }

    /// No operands.
    public static let none = Operands("", .none, isOptional: true, accepted: .anything)
}

/// A command line worth knowing, with the reason why.
public struct Example: Sendable, Hashable {
    /// The line as typed in a shell; ``Program/problems`` checks that the program can parse it.
    public var line: String
    /// What the line does: one line that ends in a period.
    public var explanation: String

    /// A command line and its explanation.
    public init(_ line: String, _ explanation: String) {
        self.line = line
        self.explanation = explanation
    }
}
