extension Program {
    /// The script for fish.
    var fishCompletion: [String] {
        let test = "_\(completionFunction)_command_is"
        let start = "complete -c \(name)"
        return ["# Completion of \(name) in fish.", ""]
            + fishCommandTest(named: test)
            // Paths are offered only where the table asks for them.
            + ["\(start) -f"]
            + leadingOptions.map { "\(start) -n \(test) \(fishArguments(of: $0))" }
            + allCommands.map {
                "\(start) -n \(test) -a \(fishQuoted($0.name)) -d \(fishQuoted($0.summary))"
            }
            + allCommands.flatMap { command in
                let condition = "\(start) -n \(fishQuoted("\(test) \(command.name)"))"
                return command.allOptions.map { "\(condition) \(fishArguments(of: $0))" }
                    + fishArguments(of: command.operands).map { "\(condition) \($0)" }
            }
    }

    /// A function that tells whether the command on the line is the one named, or whether there
    /// is none yet where no name is given. Fish's own `__fish_seen_subcommand_from` also takes an
    /// operand for a command.
    private func fishCommandTest(named name: String) -> [String] {
        [
            "function \(name)",
            "    set -l words (commandline -opc)",
            "    for word in $words[2..-1]",
            "        if not string match -q -- '-*' $word",
            #"            test "$word" = "$argv[1]""#,
            "            return",
            "        end",
            "    end",
            #"    test -z "$argv[1]""#,
            "end",
        ]
    }

    private func fishArguments(of option: Option) -> String {
        var parts = [option.short.map { "-s \($0)" }, "-l \(option.name)"].compactMap { $0 }
        if let accepted = option.accepted { parts += ["-r"] + fishOffer(accepted) }
        parts.append("-d \(fishQuoted(option.summary))")
        return parts.joined(separator: " ")
    }

    private func fishArguments(of operands: Operands) -> [String] {
        guard operands.arity != .none else { return [] }
        let offer = fishOffer(operands.accepted)
        return offer == ["-f"] ? [] : [offer.joined(separator: " ")]
    }

    private func fishOffer(_ accepted: Accepted) -> [String] {
        accepted.completed(
            words: { ["-f", "-a \(fishQuoted($0.joined(separator: " ")))"] },
            file: ["-F"], directory: ["-f", "-a '(__fish_complete_directories)'"],
            anything: ["-f"])
    }

    /// The text as one word of fish, where single quotes take backslash escapes.
    private func fishQuoted(_ text: String) -> String {
        let escaped = text.reduce(into: "") { result, character in
            if character == "'" || character == "\\" { result.append("\\") }
            result.append(character)
        }
        return "'\(escaped)'"
    }
}
