extension Program {
    /// The script for bash, down to the version 3.2 that macOS ships: no `mapfile`, and no
    /// functions of the bash-completion package, which need not be installed.
    var bashCompletion: [String] {
        let stem = completionFunction
        return ["# Completion of \(name) in bash.", ""]
            + bashWordsFunction(stem) + bashPathsFunction(stem)
            + ["\(stem)() {"] + Self.bashPosition
            + [
                #"    case "$command" in"#,
                "        '')",
                "            \(stem)_words '' "
                    + shellQuoted(
                        allCommands.map(\.name) + leadingOptions.flatMap(\.spellings)),
                "            ;;",
            ]
            + allCommands.flatMap { bashCase(of: $0, stem) }
            + ["    esac", "}", "complete -F \(stem) \(name)"]
    }

    /// Offers the words that start as the current one; the first argument goes before each.
    private func bashWordsFunction(_ stem: String) -> [String] {
        [
            "\(stem)_words() {",
            "    local word",
            #"    for word in "${@:2}"; do"#,
            #"        if [[ $word == "$current"* ]]; then COMPREPLY+=("$1$word"); fi"#,
            "    done",
            "}",
        ]
    }

    /// Offers paths; the second argument is `-f` for all of them or `-d` for directories.
    private func bashPathsFunction(_ stem: String) -> [String] {
        [
            "\(stem)_paths() {",
            "    local path",
            "    compopt -o filenames 2>/dev/null",
            "    while IFS= read -r path; do",
            #"        COMPREPLY+=("$1$path")"#,
            #"    done < <(compgen "$2" -- "$current")"#,
            "}",
        ]
    }

    /// Finds the command, the current word and the one before it.
    ///
    /// By default bash breaks words at `=`, so `--format=js` arrives as three words. Where the
    /// user has changed that, it arrives as one, and the completed word must hold it all.
    private static let bashPosition = [
        #"    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}"#,
        "    local command= ended= prefix= index word",
        "    COMPREPLY=()",
        "    for ((index = 1; index < COMP_CWORD; index++)); do",
        "        word=${COMP_WORDS[index]}",
        "        if [[ -z $command && $word != -* ]]; then command=$word; fi",
        "        if [[ $word == -- ]]; then ended=1; fi",
        "    done",
        "    if [[ $current == = ]]; then",
        "        current=",
        "    elif [[ $previous == = ]]; then",
        "        previous=${COMP_WORDS[COMP_CWORD-2]}",
        "    elif [[ $current == --*=* ]]; then",
        "        previous=${current%%=*} prefix=${current%%=*}= current=${current#*=}",
        "    fi",
    ]

    private func bashCase(of command: Command, _ stem: String) -> [String] {
        let names = shellQuoted(command.allOptions.flatMap(\.spellings))
        var lines = ["        \(command.name))", "            if [[ -z $ended ]]; then"]
        let withValue = command.options.filter { $0.accepted != nil }
        if !withValue.isEmpty {
            lines.append(#"                case "$previous" in"#)
            for option in withValue {
                let patterns = option.spellings.joined(separator: "|")
                let offer = bashOffer(option.accepted ?? .anything, prefix: #""$prefix""#, stem)
                lines.append("                    \(patterns)) \(offer)return ;;")
            }
            lines.append("                esac")
        }
        lines += [
            "                if [[ $current == -* ]]; then \(stem)_words '' \(names); return; fi",
            "            fi",
        ]
        let offer =
            command.operands.arity == .none
            ? "\(stem)_words '' \(names); " : bashOffer(command.operands.accepted, stem)
        if !offer.isEmpty { lines.append("            \(offer.dropLast(2))") }
        lines.append("            ;;")
        return lines
    }

    /// The command that offers what is accepted, ending in a semicolon and a space, or nothing.
    private func bashOffer(
        _ accepted: Accepted, prefix: String = "''", _ stem: String
    ) -> String {
        accepted.completed(
            words: { "\(stem)_words \(prefix) \(shellQuoted($0)); " },
            file: "\(stem)_paths \(prefix) -f; ",
            directory: "\(stem)_paths \(prefix) -d; ",
            anything: "")
    }
}
