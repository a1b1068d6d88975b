import Testing

@testable import CommandLineKit

@Suite struct CompletionTests {
    @Test(arguments: [Shell.bash, .zsh])
    func longOptionsOfTheScriptAreThoseOfTheTable(shell: Shell) {
        let mentioned = longOptions(in: Sample.program.completions(for: shell))
        let table = Sample.program.allCommands.flatMap(\.allOptions).map(\.spelling)
        #expect(Set(mentioned) == Set(table + ["--version"]))
    }

    @Test func bashOffersTheOptionsOfEachCommand() throws {
        let script = Sample.program.completions(for: .bash)
        for (command, options) in Sample.optionsByCommand {
            let body = try #require(
                between("        \(command.name))\n", and: "            ;;\n", in: script))
            #expect(Set(longOptions(in: body)) == Set(options.map(\.spelling)))
            for short in options.compactMap(\.shortSpelling) {
                #expect(body.contains("'\(short)'"))
            }
        }
        #expect(script.hasSuffix("complete -F _sieve sieve\n"))
    }

    @Test func zshSpecifiesTheOptionsOfEachCommand() throws {
        let script = Sample.program.completions(for: .zsh)
        #expect(script.hasPrefix("#compdef sieve\n"))
        for (command, options) in Sample.optionsByCommand {
            let body = try #require(
                between("                \(command.name))\n", and: ";;\n", in: script))
            let lines = body.split(separator: "\n")
            for option in options {
                for spelling in option.spellings {
                    let specifications = lines.filter {
                        let name = $0.split(separator: "[")[0]
                        return ["=", "+", ""].contains { name.hasSuffix(spelling + $0) }
                    }
                    #expect(specifications.count == 1, "\(command.name) \(spelling)")
                }
            }
        }
    }

    @Test(arguments: [
        #"'(-f --format)--format=[Print records in this format.]:FORMAT:(text json jsonl tsv)'"#,
        #"'(-f --format)-f+[Print records in this format.]:FORMAT:(text json jsonl tsv)'"#,
        #"'*--exclude=[Leave out paragraphs of this label.]:LABEL: '"#,
        #"'(-s --strict)-s[Stop at the first record that can'\''t be read.]'"#,
        #"'(-o --output)-o+[Write the model to this file.]:MODEL:_files'"#,
        #"[Keep counts in this directory \[grows\]\: \\ and $HOME.]:DIRECTORY:_files -/'"#,
        #"'*:FILE:_files'"#, #"'1:SHELL:(bash zsh fish)'"#, #"'clean:Print the article text.'"#,
    ])
    func zshSpecification(text: String) {
        #expect(Sample.program.completions(for: .zsh).contains(text))
    }

    @Test func fishCompletesTheOptionsOfEachCommand() {
        let lines = Sample.program.completions(for: .fish).split(separator: "\n")
        for (command, options) in Sample.optionsByCommand {
            let start = "complete -c sieve -n '__sieve_command_is \(command.name)' "
            let own = lines.filter { $0.hasPrefix(start) && $0.contains(" -l ") }
            #expect(own.count == options.count)
            for (line, option) in zip(own, options) {
                #expect(line.contains("-l \(option.name) "))
                #expect(line.contains(" -s ") == (option.short != nil))
                #expect(line.contains(" -r ") == (option.valueName != nil))
            }
        }
    }

    @Test(arguments: [
        "complete -c sieve -f",
        "complete -c sieve -n __sieve_command_is -a 'clean' -d 'Print the article text.'",
        "complete -c sieve -n '__sieve_command_is clean' -s f -l format -r -f "
            + "-a 'text json jsonl tsv' -d 'Print records in this format.'",
        "complete -c sieve -n '__sieve_command_is clean' -F",
        "complete -c sieve -n '__sieve_command_is completion' -f -a 'bash zsh fish'",
        "complete -c sieve -n '__sieve_command_is train' -l cache-for-intermediate-counts -r -f "
            + "-a '(__fish_complete_directories)' "
            + #"-d 'Keep counts in this directory [grows]: \\ and $HOME.'"#,
        "complete -c sieve -n '__sieve_command_is status' -s s -l strict "
            + #"-d 'Stop at the first record that can\'t be read.'"#,
    ])
    func fishLine(text: String) {
        let script = Sample.program.completions(for: .fish)
        #expect(script.split(separator: "\n").contains(Substring(text)))
    }

    @Test func functionNamesAreIdentifiers() {
        var program = Sample.program
        program.name = "two-words"
        #expect(program.completions(for: .bash).contains("complete -F _two_words two-words"))
        #expect(program.completions(for: .zsh).contains("compdef _two_words two-words"))
        #expect(program.completions(for: .fish).contains("function __two_words_command_is"))
    }

    /// The text between the first occurrences of two others.
    private func between(_ start: String, and end: String, in text: String) -> String? {
        guard let head = text.firstRange(of: start) else { return nil }
        let tail = text[head.upperBound...]
        return tail.firstRange(of: end).map { String(tail[..<$0.lowerBound]) }
    }
}
