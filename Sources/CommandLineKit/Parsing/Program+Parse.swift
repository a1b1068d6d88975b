extension Program {
    /// What the arguments ask for.
    ///
    /// The first argument is a command, `--help`, `-h` or `--version`. After the command, options
    /// and operands come in any order as `--name value`, `--name=value`, `-x value`, `-xvalue`,
    /// `-x=value` and grouped flags `-xyz`; `--` ends the options. `--help` there stops the parse
    /// and asks for the help of the command, as does `help` with the command's name. Names are
    /// never abbreviated, so that a new option breaks no script.
    ///
    /// - Parameter arguments: The arguments without the program's own name.
    /// - Throws: The first error from the left; missing options and operands last.
    /// - Complexity: O(length of the arguments) for a given table.
    public func parse(_ arguments: [String]) throws(UsageError) -> Parsed {
        guard let first = arguments.first else { throw .missingCommand }
        if isOptionLike(first) { return try parseLeadingOption(first) }
        if first == "help" { return try parseHelp(arguments.dropFirst()) }
        guard let command = command(named: first) else { throw unknownCommand(first) }
        var parser = CommandParser(command, arguments.dropFirst())
        return try parser.parse()
    }

    private func parseLeadingOption(_ argument: String) throws(UsageError) -> Parsed {
        if Option.help.spellings.contains(argument) { return .help(nil) }
        if Option.version.spellings.contains(argument) { return .version }
        let name = splitAtEquals(argument).name
        let owner = commands.first { $0.options.contains { $0.spellings.contains(name) } }
        if let owner { throw .optionBeforeCommand(name, command: owner.name) }
        throw .unknownOption(
            name, command: nil,
            suggestion: nearestOption(to: name, in: leadingOptions))
    }

    private func parseHelp(_ arguments: ArraySlice<String>) throws(UsageError) -> Parsed {
        // Any word passes as the topic, so that a wrong one is reported as an unknown command,
        // with a suggestion, and not as an operand out of a long list.
        var lenient = helpCommand
        lenient.operands.accepted = .anything
        var parser = CommandParser(lenient, arguments)
        guard case .run(let invocation) = try parser.parse() else { return .help(helpCommand) }
        guard let topic = invocation.operands.first else { return .help(nil) }
        guard let command = command(named: topic) else { throw unknownCommand(topic) }
        return .help(command)
    }

    private func unknownCommand(_ name: String) -> UsageError {
        .unknownCommand(name, suggestion: nearestName(to: name, in: allCommands.map(\.name)))
    }
}

/// Whether an argument is written as an option: a dash and more.
///
/// Works on bytes, for a dash followed by a combining mark is one `Character` that isn't a dash.
func isOptionLike(_ argument: String) -> Bool {
    argument.utf8.first == UInt8(ascii: "-") && argument.utf8.count > 1
}

/// The argument up to its first `=`, and what follows it where there is one.
func splitAtEquals(_ argument: String) -> (name: String, value: String?) {
    guard let equals = argument.utf8.firstIndex(of: UInt8(ascii: "=")) else {
        return (argument, nil)
    }
    let afterEquals = argument.utf8.index(after: equals)
    return (String(argument[..<equals]), String(argument[afterEquals...]))
}
