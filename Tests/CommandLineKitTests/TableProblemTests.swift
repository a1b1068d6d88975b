import Testing

@testable import CommandLineKit

@Suite struct TableProblemTests {
    @Test func theSampleIsSound() {
        #expect(Sample.program.problems == [])
    }

    @Test func standardCommandsAreSound() {
        let program = Program(
            name: "p", version: "1", summary: "Do.", commands: [.completion, .manual])
        #expect(program.problems == [])
    }

    @Test func everyRuleIsViolatedBySomeTable() {
        let reported = Set(optionCases.map(\.rule) + programCases.map(\.rule))
        #expect(reported == Set(TableProblem.Rule.allCases))
    }

    @Test func optionsThatViolateOneRule() {
        for (option, rule) in optionCases {
            var program = Sample.program
            program.commands[0].options.append(option)
            let subject = "clean \(rule == .duplicateShortName ? "-f" : option.spelling)"
            let found = program.problems.filter { $0.subject.hasPrefix(subject) }
            #expect(found.map(\.rule) == [rule], "\(option.spelling)")
            // With one more required option the examples of the command are no longer complete.
            let rest = program.problems.filter { $0.rule != .example || !option.isRequired }
            #expect(rest == found)
        }
    }

    private let optionCases: [(option: Option, rule: TableProblem.Rule)] = [
        (Option("Upper", summary: "Do."), .name),
        (Option("two--dashes", summary: "Do."), .name),
        (Option("1st", summary: "Do."), .name),
        (Option("q", summary: "Do."), .nameLength),
        (Option("version", summary: "Do."), .reservedName),
        (Option("human", short: "h", summary: "Do."), .reservedName),
        (Option("format", summary: "Do."), .duplicateName),
        (Option("first", short: "f", summary: "Do."), .duplicateShortName),
        (Option("digit", short: "1", summary: "Do."), .shortName),
        (Option("accent", short: "é", summary: "Do."), .shortName),
        (Option("word", value: .required("word"), summary: "Do."), .valueName),
        (Option("word", value: .required(""), summary: "Do."), .valueName),
        (Option("kind", value: .required("K", .oneOf(["a b"])), summary: "Do."), .choice),
        (Option("kind", value: .required("K", .oneOf(["-a"])), summary: "Do."), .choice),
        (Option("kind", value: .required("K", .oneOf([""])), summary: "Do."), .choice),
        (
            Option("kind", value: .required("K", .oneOf(["a", "a"])), summary: "Do."),
            .duplicateChoice
        ),
        (Option("kind", value: .required("K", .oneOf([])), summary: "Do."), .noChoices),
        (
            Option(
                "kind", value: .required("K", .oneOf(["a"])), summary: "Do.", default: .value("b")),
            .fallback
        ),
        (Option("flag", summary: "Do.", default: .value("on")), .flagWithFallback),
        (
            Option(
                "must", value: .required("K"), summary: "Do.", default: .value("b"),
                isRequired: true), .requiredWithFallback
        ),
        (Option("must", summary: "Do.", isRequired: true), .requiredFlag),
        (Option("plain", summary: "Do"), .period),
        (Option("long", summary: String(repeating: "a", count: 72) + "."), .summaryLength),
        (Option("broken", summary: "Do\nthat."), .lineBreak),
    ]

    @Test func programsThatViolateOneRule() {
        for (change, rule) in programCases {
            var program = Sample.program
            change(&program)
            #expect(program.problems.map(\.rule) == [rule])
        }
    }

    private let programCases:
        [(change: @Sendable (inout Program) -> Void, rule: TableProblem.Rule)] = [
            ({ $0.version = "" }, .version),
            ({ $0.summary = "No period" }, .period),
            ({ $0.summary = String(repeating: "a", count: 72) + "." }, .summaryLength),
            ({ $0.details = ["a\tb"] }, .lineBreak),
            ({ $0.commands.append(Sample.status) }, .duplicateName),
            ({ $0.commands.append(Command("help", summary: "Do.")) }, .reservedName),
            ({ $0.commands.append(Command("Do", summary: "Do.")) }, .name),
            ({ $0.commands[2].operands.name = "file" }, .valueName),
            ({ $0.commands[2].operands.accepted = .oneOf([]) }, .noChoices),
            ({ $0.commands[2].operands.summary = "Do" }, .period),
            ({ $0.exitStatuses.append(.init(256, "Far.")) }, .exitStatus),
            ({ $0.exitStatuses.append(.init(0, "Again.")) }, .duplicateExitStatus),
            ({ $0.notes.append(.init("Files", [])) }, .note),
            ({ $0.notes.append(.init("", ["a"])) }, .note),
            ({ $0.examples.append(Example("sieve claen", "Do.")) }, .example),
            ({ $0.examples.append(Example("sieve clean --fromat=json", "Do.")) }, .example),
            ({ $0.examples.append(Example("other clean", "Do.")) }, .example),
            ({ $0.examples.append(Example("sieve clean 'a", "Do.")) }, .example),
            ({ $0.commands[0].examples.append(Example("sieve explain", "Do.")) }, .example),
        ]

    @Test func problemsAreSaidInWords() {
        let problem = TableProblem(subject: "clean --format", rule: .period)
        #expect("\(problem)" == "clean --format: the summary does not end in a period")
    }

    @Test(
        arguments: [
            ("a b", [["a", "b"]]), ("", []), ("a 'b c' \"d e\"f ''", [["a", "b c", "d ef", ""]]),
            ("a | b -x;c && d", [["a"], ["b", "-x"], ["c"], ["d"]]),
            ("a <in >out b 2>err c", [["a", "b", "c"]]), ("a 2 > 'o p' b", [["a", "2", "b"]]),
            ("a 'b", nil), ("a \"b'", nil),
        ] as [(String, [[String]]?)])
    func linesOfAShell(line: String, expected: [[String]]?) {
        #expect(shellCommands(in: line) == expected)
    }
}
