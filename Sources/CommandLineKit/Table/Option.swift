/// One option of a command, with or without a value.
///
/// An option is also the key by which an ``Invocation`` is asked for what was given, so a program
/// keeps its options as constants and writes no name twice.
public struct Option: Sendable, Hashable {
    /// What an option is followed by.
    public enum Value: Sendable, Hashable {
        /// Nothing: the option is a flag.
        case none
        /// A value, by the upper-case word that stands for it in the help, for example `FILE`.
        case required(_ name: String, _ accepted: Accepted = .anything)
    }

    /// What holds where the option is not given.
    public enum Default: Sendable, Hashable {
        /// A value of the option; ``Invocation/value(of:)`` returns it.
        case value(String)
        /// Something that no value of the option says, for example "standard output".
        case described(String)
    }

    /// The name without its dashes: lower-case letters, digits and `-`, two characters or more.
    public var name: String
    /// The letter after a single dash, where there is one: an ASCII letter.
    public var short: Character?
    /// What the option is followed by.
    public var value: Value
    /// What it does, in one line of at most 72 characters that ends in a period.
    public var summary: String
    /// What holds where the option is not given, where that is worth saying.
    public var fallback: Default?
    /// Whether it may be given more than once.
    public var isRepeatable: Bool
    /// Whether the command can't do without it.
    public var isRequired: Bool

    /// An option of that name.
    public init(
        _ name: String, short: Character? = nil, value: Value = .none, summary: String,
        default fallback: Default? = nil, isRepeatable: Bool = false, isRequired: Bool = false
    ) {
        self.name = name
        self.short = short
        self.value = value
        self.summary = summary
        self.fallback = fallback
        self.isRepeatable = isRepeatable
        self.isRequired = isRequired
    }
}

/// What an operand or the value of an option may be.
///
/// Choices are enforced by the parser; files and directories only guide the completions, for
/// whether a path can be read is known when it is opened.
public enum Accepted: Sendable, Hashable {
    /// Any text.
    case anything
    /// The path of a file.
    case file
    /// The path of a directory.
    case directory
    /// One of these words, in the order of the help.
    case oneOf([String])

    /// The allowed words, or nil where any text is allowed.
    var choices: [String]? {
        if case .oneOf(let choices) = self { choices } else { nil }
    }
}

extension Option {
    /// `-h`, `--help`: part of every command and of the program.
    static let help = Option("help", short: "h", summary: "Print this help and stop.")
    /// `--version`: part of the program.
    static let version = Option("version", summary: "Print the version and stop.")

    /// The long name as typed, for example `--format`.
    var spelling: String { "--" + name }
    /// The short name as typed, for example `-f`, or nil where there is none.
    var shortSpelling: String? { short.map { "-\($0)" } }
    /// Every way to type the name, short before long.
    var spellings: [String] { [shortSpelling, spelling].compactMap { $0 } }

    /// The word that stands for the value, or nil for a flag.
    var valueName: String? {
        if case .required(let name, _) = value { name } else { nil }
    }
    /// What the value may be, or nil for a flag.
    var accepted: Accepted? {
        if case .required(_, let accepted) = value { accepted } else { nil }
    }
}
