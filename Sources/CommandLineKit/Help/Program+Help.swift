extension Program {
    /// The help of a command, or of the program where it is nil: lines of at most 80 columns as
    /// far as words allow, ending in a line break.
    public func helpText(for command: Command?) -> String {
        let sections = command.map(helpSections(of:)) ?? helpSections
        return sections.filter { !$0.isEmpty }
            .map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    private var helpSections: [[String]] {
        [
            TextLayout.wrap("\(name) \(version)"),
            TextLayout.wrap("Usage: \(name) COMMAND [OPTIONS] [OPERANDS]"),
            TextLayout.wrap(summary),
        ]
            + details.map { TextLayout.wrap($0) }
            + [
                section("Commands", allCommands.map { ($0.name, $0.summary) }),
                section("Options", entries(of: leadingOptions)),
                section("Exit status", exitStatuses.map { ("\($0.code)", $0.meaning) }),
                section(examples),
                TextLayout.wrap("See '\(name) help COMMAND' for the options of a command."),
            ]
    }

    private func helpSections(of command: Command) -> [[String]] {
        let operands = command.operands
        let operandEntries =
            operands.arity == .none || operands.description.isEmpty
            ? [] : [(operands.name, operands.description)]
        return [
            TextLayout.wrap("Usage: \(name) \(command.synopsis)"),
            TextLayout.wrap(command.summary),
        ]
            + command.details.map { TextLayout.wrap($0) }
            + [
                section("Operands", operandEntries),
                section("Options", entries(of: command.allOptions)),
                section(command.examples),
            ]
    }

    private func section(_ title: String, _ entries: [(String, String)]) -> [String] {
        entries.isEmpty ? [] : ["\(title):"] + TextLayout.columns(entries)
    }

    /// Lines of code are never wrapped: they are there to be copied.
    private func section(_ examples: [Example]) -> [String] {
        guard !examples.isEmpty else { return [] }
        return ["Examples:"]
            + examples.flatMap { ["  \($0.line)"] + TextLayout.wrap($0.explanation, indent: 6) }
    }

    /// Options with their long names aligned, whether they have a short one or not.
    private func entries(of options: [Option]) -> [(String, String)] {
        let hasShort = options.contains { $0.short != nil }
        return options.map { option in
            let short = option.shortSpelling.map { $0 + ", " } ?? (hasShort ? "    " : "")
            let value = option.valueName.map { " " + $0 } ?? ""
            return (short + option.spelling + value, option.description)
        }
    }
}
