/// A shell that a completion script can be printed for.
public enum Shell: String, Sendable, CaseIterable {
    /// GNU bash 3.2 or later.
    case bash
    /// The Z shell with its `compsys`.
    case zsh
    /// fish 3.0 or later.
    case fish
}

extension Program {
    /// The script that completes commands, options, allowed values and paths in that shell, ending
    /// in a line break.
    ///
    /// The script holds the whole table, so pressing the tab key never starts the program.
    public func completions(for shell: Shell) -> String {
        let lines =
            switch shell {
            case .bash: bashCompletion
            case .zsh: zshCompletion
            case .fish: fishCompletion
            }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The stem of the script's function names: the program's name as an identifier.
    var completionFunction: String {
        "_" + String(name.map { $0 == "-" ? "_" : $0 })
    }
}

extension Accepted {
    /// How a shell completes what is accepted: each case of the type by what the shell needs.
    func completed<Result>(
        words: ([String]) -> Result, file: Result, directory: Result, anything: Result
    ) -> Result {
        switch self {
        case .oneOf(let choices): words(choices)
        case .file: file
        case .directory: directory
        case .anything: anything
        }
    }
}

/// The text as one word of bash and zsh, single-quoted.
func shellQuoted(_ text: String) -> String {
    var result = "'"
    for character in text.unicodeScalars {
        if character == "'" {
            result += #"'\''"#
        } else {
            result.unicodeScalars.append(character)
        }
    }
    return result + "'"
}

/// The texts as words of bash and zsh, single-quoted.
func shellQuoted(_ texts: [String]) -> String {
    texts.map(shellQuoted).joined(separator: " ")
}
