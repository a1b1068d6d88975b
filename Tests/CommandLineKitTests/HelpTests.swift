import Testing

@testable import CommandLineKit

@Suite struct HelpTests {
    @Test func helpOfTheProgram() {
        #expect(
            Sample.program.helpText(for: nil) == """
                sieve 1.2.3

                Usage: sieve COMMAND [OPTIONS] [OPERANDS]

                Separate articles from pages.

                It's small – and knows nothing of the web.

                Commands:
                  clean       Print the article text.
                  train       Make a model from samples.
                  explain     Say what decided.
                  status      Print the state.
                  completion  Print the completion script of a shell.
                  manual      Print the manual.
                  help        Describe the program or one of its commands.

                Options:
                  -h, --help     Print this help and stop.
                      --version  Print the version and stop.

                Exit status:
                  0  Done.
                  2  The command line is wrong.

                Examples:
                  sieve help clean
                      Describe a command.

                See 'sieve help COMMAND' for the options of a command.

                """)
    }

    @Test func helpOfACommand() {
        #expect(
            Sample.program.helpText(for: Sample.clean) == """
                Usage: sieve clean [OPTIONS] [FILE...]

                Print the article text.

                Reads standard input where there is no file, and writes one article after the
                other; 'clean' never changes a file.

                Operands:
                  FILE  Pages to read.

                Options:
                  -f, --format FORMAT     Print records in this format. One of: text, json,
                                          jsonl, tsv. Default: text.
                      --threshold NUMBER  Keep what is at least this probable. Default: 0.5.
                  -j, --jobs COUNT        Use this many threads. Default: one a core.
                  -x, --exclude LABEL     Leave out paragraphs of this label. May be repeated.
                  -s, --strict            Stop at the first record that can't be read.
                  -v, --verbose           Say more on standard error. May be repeated.
                  -h, --help              Print this help and stop.

                Examples:
                  sieve clean page.txt
                      Print the article of a page.
                  cat *.txt | sieve clean -f json > out
                      Clean pages in a pipe.

                """)
    }

    @Test func longTermsStandAlone() {
        #expect(
            Sample.program.helpText(for: Sample.train) == """
                Usage: sieve train --output MODEL [OPTIONS] SAMPLE...

                Make a model from samples.

                Options:
                  -o, --output MODEL  Write the model to this file. Required.
                      --cache-for-intermediate-counts DIRECTORY
                                      Keep counts in this directory [grows]: \\ and $HOME.
                  -h, --help          Print this help and stop.

                """)
    }

    @Test func synopsesShowWhatIsOptional() {
        #expect(
            Sample.program.allCommands.map(\.synopsis) == [
                "clean [OPTIONS] [FILE...]", "train --output MODEL [OPTIONS] SAMPLE...",
                "explain FILE", "status [OPTIONS]", "completion SHELL", "manual [OPTIONS]",
                "help [COMMAND]",
            ])
    }

    @Test func everyOptionOfTheTableIsInTheHelpAndNoOther() {
        for (command, options) in Sample.optionsByCommand {
            let help = Sample.program.helpText(for: command)
            #expect(Set(longOptions(in: help)) == Set(options.map(\.spelling)))
            for option in options { #expect(help.contains(option.summary.prefix(20))) }
        }
    }

    @Test func linesFitTheWidth() {
        for command in [nil] + Sample.program.allCommands.map(Optional.some) {
            for line in Sample.program.helpText(for: command).split(separator: "\n") {
                #expect(line.count <= 80)
                #expect(line.last != " ")
            }
        }
    }
}

@Suite struct TextLayoutTests {
    @Test func wrappedLinesAreAsLongAsTheyMayBe() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<200 {
            let words = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                String(repeating: "w", count: Int.random(in: 1...90, using: &random))
            }
            let indent = Int.random(in: 0...30, using: &random)
            let lines = TextLayout.wrap(words.joined(separator: " "), indent: indent)
            #expect(lines.flatMap { $0.split(separator: " ").map(String.init) } == words)
            for (line, next) in zip(lines, lines.dropFirst()) {
                let nextWord = next.split(separator: " ")[0]
                #expect(line.count + 1 + nextWord.count > 80, "the next word would have fit")
            }
            for line in lines where line.split(separator: " ").count > 1 {
                #expect(line.count <= 80)
            }
        }
    }

    @Test func columnsAlignTexts() {
        #expect(
            TextLayout.columns([("a", "one"), ("bcd", "two"), ("e", "")]) == [
                "  a    one", "  bcd  two", "  e",
            ])
    }

    @Test func termsBeyondTheWidestDoNotMoveTheColumn() {
        let widest = String(repeating: "t", count: TextLayout.widestTerm)
        let margin = String(repeating: " ", count: TextLayout.widestTerm + 4)
        #expect(
            TextLayout.columns([(widest, "one"), (widest + "t", "two")]) == [
                "  \(widest)  one", "  \(widest)t", margin + "two",
            ])
    }
}
