/// A program's whole command line as data: what the parser, the help, the manual and the
/// completions are read off.
///
/// A table is written once and trusted: ``problems`` lists the rules it violates and is meant to
/// be empty, which a test of the program checks. Texts are plain; nothing in them is markup.
public struct Program: Sendable, Hashable {
    /// The name by which the program is called: lower-case letters, digits and `-`.
    public var name: String
    /// The version as `--version` prints it after the name.
    public var version: String
    /// What the program does, in one line of at most 72 characters that ends in a period.
    public var summary: String
    /// Paragraphs that say more than the summary.
    public var details: [String]
    /// The commands in the order of the help; `help` is added by the parser.
    public var commands: [Command]
    /// The exit statuses and what they mean, in the order of the help.
    public var exitStatuses: [ExitStatus]
    /// Command lines worth knowing that belong to no single command.
    public var examples: [Example]
    /// Further sections of the manual, such as formats, files or environment variables.
    public var notes: [Note]

    /// A program of these commands.
    public init(
        name: String, version: String, summary: String, details: [String] = [],
        commands: [Command], exitStatuses: [ExitStatus] = [], examples: [Example] = [],
        notes: [Note] = []
    ) {
        self.name = name
        self.version = version
        self.summary = summary
        self.details = details
        self.commands = commands
        self.exitStatuses = exitStatuses
        self.examples = examples
        self.notes = notes
    }

    /// A status that the program exits with.
    public struct ExitStatus: Sendable, Hashable {
        /// The status, 0 to 255.
        public var code: Int
        /// What it tells the caller: one line that ends in a period.
        public var meaning: String

        /// An exit status and its meaning.
        public init(_ code: Int, _ meaning: String) {
            self.code = code
            self.meaning = meaning
        }
    }

    /// A section of the manual that no command owns.
    public struct Note: Sendable, Hashable {
        /// The heading.
        public var title: String
        /// The paragraphs below it.
        public var paragraphs: [String]

        /// A section with its heading.
        public init(_ title: String, _ paragraphs: [String]) {
            self.title = title
            self.paragraphs = paragraphs
        }
    }
}

extension Program {
    /// The commands of the table followed by `help`.
    public var allCommands: [Command] { commands + [helpCommand] }

    /// The command of that name, `help` included, or nil where there is none.
    public func command(named name: String) -> Command? {
        allCommands.first { $0.name == name }
    }

    /// The options that may stand in place of a command: `--help` and `--version`.
    var leadingOptions: [Option] { [.help, .version] }
}
