/// Commands that every program can offer because its table holds all they print.
extension Command {
    /// `completion SHELL`: prints the completion script of a shell.
    public static let completion = Command(
        "completion", summary: "Print the completion script of a shell.",
        details: [
            "For bash, source what it prints from ~/.bashrc. For zsh, save it under the "
                + "program's name with a leading underscore in a directory of $fpath. For fish, "
                + "save it in ~/.config/fish/completions under the program's name and .fish."
        ],
        operands: Operands(
            "SHELL", .one, accepted: .oneOf(Shell.allCases.map(\.rawValue)),
            summary: "The shell to complete in."))

    /// `manual`: prints the manual as text or as a man page.
    public static let manual = Command(
        "manual", summary: "Print the manual.", options: [.manualFormat])
}

extension Option {
    /// `--format` of ``Command/manual``.
    static let manualFormat = Option(
        "format",
        value: .required("FORMAT", .oneOf(ManualFormat.allCases.map(\.rawValue))),
        summary: "Print plain text or the source of a man page.",
        default: .value(ManualFormat.text.rawValue))
}

extension Program {
    /// `help`, whose operand is the name of a command of this program.
    var helpCommand: Command {
        Command(
            "help", summary: "Describe the program or one of its commands.",
            operands: Operands(
                "COMMAND", .one, isOptional: true,
                accepted: .oneOf(commands.map(\.name) + ["help"]),
                summary: "The command to describe."))
    }

    /// The text that answers a command line out of the table alone, ending in a line break: help,
    /// version, ``Command/completion`` and ``Command/manual``.
    ///
    /// - Returns: nil where the command is the program's own to run.
    public func answer(to parsed: Parsed) -> String? {
        switch parsed {
        case .help(let command): return helpText(for: command)
        case .version: return "\(name) \(version)\n"
        case .run(let invocation) where invocation.command == .completion:
            return invocation.operands.first.flatMap(Shell.init(rawValue:)).map(completions(for:))
        case .run(let invocation) where invocation.command == .manual:
            return invocation.value(of: .manualFormat).flatMap(ManualFormat.init(rawValue:))
                .map(manual(as:))
        case .run: return nil
        }
    }
}
