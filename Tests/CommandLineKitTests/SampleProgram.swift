@testable import CommandLineKit

/// A program that has an option of every kind, an operand of every arity and every sort of text
/// that needs escaping somewhere.
enum Sample {
    static let format = Option(
        "format", short: "f",
        value: .required("FORMAT", .oneOf(["text", "json", "jsonl", "tsv"])),
        summary: "Print records in this format.", default: .value("text"))
    static let threshold = Option(
        "threshold", value: .required("NUMBER"),
        summary: "Keep what is at least this probable.", default: .value("0.5"))
    static let jobs = Option(
        "jobs", short: "j", value: .required("COUNT"), summary: "Use this many threads.",
        default: .described("one a core"))
    static let exclude = Option(
        "exclude", short: "x", value: .required("LABEL"),
        summary: "Leave out paragraphs of this label.", isRepeatable: true)
    static let strict = Option(
        "strict", short: "s", summary: "Stop at the first record that can't be read.")
    static let verbose = Option(
        "verbose", short: "v", summary: "Say more on standard error.", isRepeatable: true)
    static let output = Option(
        "output", short: "o", value: .required("MODEL", .file),
        summary: "Write the model to this file.", isRequired: true)
    static let cache = Option(
        "cache-for-intermediate-counts", value: .required("DIRECTORY", .directory),
        summary: "Keep counts in this directory [grows]: \\ and $HOME.")

    static let clean = Command(
        "clean", summary: "Print the article text.",
        details: [
            "Reads standard input where there is no file, and writes one article after the "
                + "other; 'clean' never changes a file."
        ],
        operands: Operands("FILE", .many, isOptional: true, summary: "Pages to read."),
        options: [format, threshold, jobs, exclude, strict, verbose],
        examples: [
            Example("sieve clean page.txt", "Print the article of a page."),
            Example("cat *.txt | sieve clean -f json > out", "Clean pages in a pipe."),
        ])
    static let train = Command(
        "train", summary: "Make a model from samples.",
        operands: Operands("SAMPLE", .many), options: [output, cache])
    static let explain = Command(
        "explain", summary: "Say what decided.", operands: Operands("FILE", .one))
    static let status = Command("status", summary: "Print the state.", options: [strict])

    static let program = Program(
        name: "sieve", version: "1.2.3", summary: "Separate articles from pages.",
        details: ["It's small – and knows nothing of the web."],
        commands: [clean, train, explain, status, .completion, .manual],
        exitStatuses: [.init(0, "Done."), .init(2, "The command line is wrong.")],
        examples: [Example("sieve help clean", "Describe a command.")],
        notes: [.init("Environment", ["NO_COLOR switches colours off."])])

    /// Each command with its options, built-in ones included.
    static var optionsByCommand: [(command: Command, options: [Option])] {
        program.allCommands.map { ($0, $0.allOptions) }
    }

    /// The invocation of a command line that is meant to parse.
    static func invocation(_ arguments: String...) throws -> Invocation {
        guard case .run(let invocation) = try program.parse(arguments) else {
            throw NotAnInvocation()
        }
        return invocation
    }

    struct NotAnInvocation: Error {}
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
