extension Program {
    /// The script for zsh: to be found in `$fpath` as `_name`, or to be sourced after `compinit`.
    var zshCompletion: [String] {
        let stem = completionFunction
        return ["#compdef \(name)", "# Completion of \(name) in zsh.", "", "\(stem)() {"]
            + [
                #"    local curcontext="$curcontext" state line"#,
                "    typeset -A opt_args",
                "    local -a commands",
                "    commands=(",
            ]
            + allCommands.map { "        " + shellQuoted("\($0.name):\($0.summary)") }
            + ["    )", #"    _arguments -C -S \"#]
            + leadingOptions.flatMap { zshSpecifications(of: $0) }
            .map { #"        \#($0) \"# }
            + [
                #"        '1: :->command' '*:: :->arguments' && return"#,
                "    case $state in",
                "        command) _describe -t commands command commands ;;",
                "        arguments)",
                "            case $words[1] in",
            ]
            + allCommands.flatMap(zshCase)
            + ["            esac", "            ;;", "    esac", "}", ""]
            + [
                // Autoloaded, the file is the body of the function's first call.
                #"if [ "$funcstack[1]" = "\#(stem)" ]; then"#,
                #"    \#(stem) "$@""#, "else", "    compdef \(stem) \(name)", "fi",
            ]
    }

    private func zshCase(of command: Command) -> [String] {
        var specifications = command.allOptions.flatMap { zshSpecifications(of: $0) }
        let operands = command.operands
        let position = operands.arity == .many ? "*" : "1"
        if operands.arity != .none {
            let action = zshAction(operands.accepted)
            specifications.append(
                shellQuoted("\(position):\(zshEscaped(operands.name)):\(action)"))
        }
        return ["                \(command.name))", #"                    _arguments -s -S \"#]
            + specifications.dropLast().map { #"                        \#($0) \"# }
            + specifications.suffix(1).map { "                        \($0)" }
            + ["                    ;;"]
    }

    /// One specification of `_arguments` for each spelling of the option.
    ///
    /// A `+` or `=` after the name says that the value may be attached or follow; the list in
    /// parentheses names what is no longer offered once the option is given.
    private func zshSpecifications(of option: Option) -> [String] {
        let before =
            option.isRepeatable ? "*" : "(\(option.spellings.joined(separator: " ")))"
        var after = "[\(zshEscaped(option.summary))]"
        if case .required(let name, let accepted) = option.value {
            after += ":\(zshEscaped(name)):\(zshAction(accepted))"
        }
        return option.spellings.map { spelling in
            let attachment =
                option.accepted == nil ? "" : spelling == option.spelling ? "=" : "+"
            return shellQuoted(before + spelling + attachment + after)
        }
    }

    private func zshAction(_ accepted: Accepted) -> String {
        accepted.completed(
            words: { "(\($0.map(zshEscaped).joined(separator: " ")))" },
            file: "_files", directory: "_files -/", anything: " ")
    }

    /// The text with the characters that delimit a specification made literal.
    private func zshEscaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            if #"\:[]()"#.contains(character) { result.append("\\") }
            result.append(character)
        }
    }
}
