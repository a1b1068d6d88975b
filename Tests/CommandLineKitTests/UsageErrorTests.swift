import Testing

@testable import CommandLineKit

/// Each command line with the error it makes and the words for it.
struct UsageErrorCase: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let error: UsageError
    let message: String

    init(_ line: String, _ error: UsageError, _ message: String) {
        arguments = line.split(separator: " ").map(String.init)
        self.error = error
        self.message = message
    }

    var testDescription: String { arguments.joined(separator: " ") }

    static let formats = ["text", "json", "jsonl", "tsv"]
    static let all: [UsageErrorCase] = commands + options + operands

    private static let commands: [UsageErrorCase] = [
        .init("", .missingCommand, "expected a command, found nothing; see 'sieve help'"),
        .init(
            "claen", .unknownCommand("claen", suggestion: "clean"),
            "unknown command 'claen'; did you mean 'clean'?"),
        .init(
            "help trian", .unknownCommand("trian", suggestion: "train"),
            "unknown command 'trian'; did you mean 'train'?"),
        .init(
            "scrub", .unknownCommand("scrub", suggestion: nil),
            "unknown command 'scrub'; see 'sieve help'"),
        .init(
            "--versoin", .unknownOption("--versoin", command: nil, suggestion: "--version"),
            "unknown option '--versoin'; did you mean '--version'?"),
        .init(
            "-q clean", .unknownOption("-q", command: nil, suggestion: nil),
            "unknown option '-q'; see 'sieve help'"),
        .init(
            "--format=json clean", .optionBeforeCommand("--format", command: "clean"),
            "option '--format' stands before the command; write it after the command, as in "
                + "'sieve clean --format'"),
    ]

    private static let options: [UsageErrorCase] = [
        .init(
            "clean --fromat json",
            .unknownOption("--fromat", command: "clean", suggestion: "--format"),
            "unknown option '--fromat' for 'clean'; did you mean '--format'?"),
        .init(
            "clean -output", .unknownOption("-o", command: "clean", suggestion: nil),
            "unknown option '-o' for 'clean'; see 'sieve help clean'"),
        .init(
            "train -cache-for-intermediate-counts",
            .unknownOption(
                "-c", command: "train", suggestion: "--cache-for-intermediate-counts"),
            "unknown option '-c' for 'train'; did you mean '--cache-for-intermediate-counts'?"),
        .init(
            "clean --strict -s", .duplicateOption("--strict", command: "clean"),
            "option '--strict' for 'clean' is given more than once; keep one"),
        .init(
            "clean -fjson --format=json", .duplicateOption("--format", command: "clean"),
            "option '--format' for 'clean' is given more than once; keep one"),
        .init(
            "train a", .missingOption("--output", valueName: "MODEL", command: "train"),
            "missing option '--output' for 'train'; add '--output MODEL'"),
        .init(
            "clean --jobs", .missingValue(option: "--jobs", valueName: "COUNT", found: nil),
            "option '--jobs' expects COUNT, found nothing; write '--jobs=COUNT'"),
        .init(
            "clean -j --strict",
            .missingValue(option: "-j", valueName: "COUNT", found: "--strict"),
            "option '-j' expects COUNT, found '--strict'; write '-j COUNT'"),
        .init(
            "clean --strict=yes", .unexpectedValue("yes", option: "--strict"),
            "option '--strict' takes no value, found 'yes'; write '--strict' alone"),
        .init(
            "clean -s=yes", .unexpectedValue("yes", option: "-s"),
            "option '-s' takes no value, found 'yes'; write '-s' alone"),
        .init(
            "clean --format xml",
            .valueNotAllowed("xml", option: "--format", allowed: formats),
            "unknown value 'xml' for '--format'; expected 'text', 'json', 'jsonl' or 'tsv'"),
    ]

    private static let operands: [UsageErrorCase] = [
        .init(
            "explain", .missingOperand(name: "FILE", command: "explain"),
            "'explain' expects FILE, found nothing; see 'sieve help explain'"),
        .init(
            "explain a b", .unexpectedOperand("b", name: "FILE", command: "explain"),
            "unexpected operand 'b' for 'explain'; expected only one FILE"),
        .init(
            "status now", .unexpectedOperand("now", name: nil, command: "status"),
            "unexpected operand 'now' for 'status'; expected none"),
        .init(
            "completion tcsh",
            .operandNotAllowed(
                "tcsh", name: "SHELL", command: "completion", allowed: ["bash", "zsh", "fish"]),
            "unknown SHELL 'tcsh' for 'completion'; expected 'bash', 'zsh' or 'fish'"),
    ]
}

@Suite struct UsageErrorTests {
    @Test(arguments: UsageErrorCase.all)
    func errorAndItsMessage(example: UsageErrorCase) {
        #expect(throws: example.error) { try Sample.program.parse(example.arguments) }
        #expect(example.error.message(in: Sample.program) == example.message)
    }

    @Test(
        arguments: [
            (.integer(1...9), "an integer from 1 to 9"),
            (.integer(1...Int.max), "an integer of 1 or more"),
            (.integer(Int.min...9), "an integer of 9 or less"),
            (.integer(.min ... .max), "an integer"),
            (.number(0...1), "a number from 0.0 to 1.0"),
            (.number(0...Double.greatestFiniteMagnitude), "a number of 0.0 or more"),
        ] as [(ExpectedNumber, String)])
    func expectedNumbersAreSaidInWords(expected: ExpectedNumber, words: String) {
        let error = UsageError.invalidNumber("x", option: "--jobs", expected: expected)
        #expect(
            error.message(in: Sample.program)
                == "invalid value 'x' for '--jobs'; expected \(words)")
    }

    @Test func argumentsCannotBreakTheLineOfAMessage() {
        let error = UsageError.unknownCommand("a\n\u{1b}[2J\u{202e}b", suggestion: nil)
        #expect(
            error.message(in: Sample.program)
                == #"unknown command 'a\u{a}\u{1b}[2J\u{202e}b'; see 'sieve help'"#)
    }

    @Test func theFirstErrorFromTheLeftIsReported() {
        #expect(throws: UsageError.unknownOption("--a", command: "clean", suggestion: nil)) {
            try Sample.program.parse(["clean", "--a", "--b", "--format=xml"])
        }
    }
}

@Suite struct NearestNameTests {
    @Test(
        arguments: [
            ("format", "format", 0), ("fromat", "format", 1), ("formt", "format", 1),
            ("formaat", "format", 1), ("farmat", "format", 1), ("fromta", "format", 2),
            ("", "ab", 2), ("ab", "", 2), ("ca", "abc", nil), ("kitten", "sitting", nil),
        ] as [(String, String, Int?)])
    func distances(left: String, right: String, distance: Int?) {
        #expect(editDistance(left, right, limit: 2) == distance)
        #expect(editDistance(right, left, limit: 2) == distance)
    }

    @Test func shortNamesAreNotSuggestedForJustAnything() {
        #expect(nearestName(to: "xy", in: ["to", "ab"]) == nil)
        #expect(nearestName(to: "ot", in: ["to"]) == "to")
        #expect(nearestName(to: "", in: ["to"]) == nil)
    }

    @Test func theNearestWinsThenTheFirst() {
        #expect(nearestName(to: "train", in: ["drain", "train"]) == "train")
        #expect(nearestName(to: "brain", in: ["drain", "train"]) == "drain")
    }

    @Test func hugeWordsAreNearNothing() {
        #expect(nearestName(to: String(repeating: "a", count: 1 << 20), in: ["aaaa"]) == nil)
    }
}
