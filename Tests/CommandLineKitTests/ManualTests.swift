import Testing

@testable import CommandLineKit

@Suite struct ManualTests {
    let text = Sample.program.manual(as: .text)
    let roff = Sample.program.manual(as: .roff)

    @Test func sectionsComeInTheCustomaryOrder() {
        let sections = [
            "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS", "EXIT STATUS",
            "ENVIRONMENT", "EXAMPLES",
        ]
        let headings = text.split(separator: "\n").filter { !$0.hasPrefix(" ") }
        #expect(headings.map(String.init) == sections)
        let requests = roff.split(separator: "\n").filter { $0.hasPrefix(".SH ") }
        #expect(requests.map { String($0.dropFirst(4)) } == sections)
    }

    @Test func startOfTheText() {
        #expect(
            text.hasPrefix(
                """
                NAME
                       sieve - Separate articles from pages

                SYNOPSIS
                       sieve clean [OPTIONS] [FILE...]
                       sieve train --output MODEL [OPTIONS] SAMPLE...

                """))
        #expect(
            text.contains(
                """

                EXIT STATUS
                       0      Done.

                       2      The command line is wrong.

                """))
    }

    @Test func startOfTheRoff() {
        #expect(
            roff.hasPrefix(
                #"""
                .TH "SIEVE" "1" "" "sieve 1.2.3" "User Commands"
                .SH NAME
                .PP
                \fBsieve\fR \- Separate articles from pages
                .SH SYNOPSIS
                \fBsieve clean\fR \fI[OPTIONS]\fR \fI[FILE...]\fR
                .br

                """#))
        #expect(
            roff.contains(
                #"""
                .TP
                \fB\-f\fR, \fB\-\-format\fR \fIFORMAT\fR
                Print records in this format. One of: text, json, jsonl, tsv. Default: text.

                """#))
    }

    @Test func bothMentionEveryOptionExactly() {
        // Below COMMANDS each option of a command has an entry; required ones are in the synopsis.
        let expected =
            ["--output"] + Sample.program.allCommands.flatMap(\.options).map(\.spelling)
            + ["--help", "--version"]
        #expect(longOptions(in: text) == expected)
        #expect(longOptions(in: roff.replacing(#"\-"#, with: "-")) == expected)
        for option in Sample.program.commands.flatMap(\.options) {
            for spelling in option.spellings {
                #expect(text.contains(spelling))
                #expect(roff.contains(#"\fB\#(spelling.replacing("-", with: #"\-"#))\fR"#))
            }
        }
    }

    @Test func everyTextOfTheTableIsThere() {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for command in Sample.program.allCommands {
            for part in [command.summary] + command.details + command.examples.map(\.line) {
                #expect(words.contains(part))
            }
            for option in command.options { #expect(words.contains(option.description)) }
        }
    }

    @Test func linesOfTextFitTheWidth() {
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 && $0.last != " " })
    }

    @Test func roffEscapesWhatItWouldRead() {
        let page = ManualPage(
            name: "x", version: "1",
            blocks: [
                .paragraph([.plain(".start 'a' \\ \"b\" ~^` \u{e9}\u{1f600}")]),
                .paragraph([.plain("")]), .entry([.bold("-a")], ".b\nc"),
            ])
        #expect(
            page.roff.split(separator: "\n").dropFirst().map(String.init) == [
                ".PP", #"\&.start \(aqa\(aq \(rs \(dqb\(dq \(ti\(ha\(ga \[u00E9]\[u1F600]"#,
                ".PP", #"\&"#, ".TP", #"\fB\-a\fR"#, #"\&.b c"#,
            ])
    }

    @Test func onlyKnownRequestsStartALine() {
        let requests = Set(
            roff.split(separator: "\n").filter { $0.hasPrefix(".") || $0.hasPrefix("'") }
                .map { $0.prefix { $0 != " " } })
        #expect(requests == [".TH", ".SH", ".SS", ".PP", ".TP", ".br"])
        #expect(roff.utf8.allSatisfy { $0 < 0x80 })
    }
}
