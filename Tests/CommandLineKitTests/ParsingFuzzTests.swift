import Testing

@testable import CommandLineKit

@Suite struct ParsingFuzzTests {
    /// Pieces that arguments are made of: all the table knows, and what is apt to break a parser.
    static let pieces: [String] =
        Sample.program.allCommands.map(\.name)
        + Sample.program.allCommands.flatMap(\.allOptions).flatMap(\.spellings)
        + [
            "", "-", "--", "---", "=", "-=", "--=", "--format=", "-f=", "json", "0", "-1", "1e999",
            "-svf", "-sh", "é", "\u{338}", "-\u{338}", "\u{0}", "\r\n",
            "\u{1f468}\u{200d}\u{1f469}",
            " ", "a b", "'", "\\", "--version", "--help=x",
        ]

    @Test(arguments: 0..<8 as Range<UInt64>)
    func randomArgumentsNeverTrap(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var runs = 0
        for _ in 0..<5_000 {
            let arguments = makeArguments(&random)
            do throws(UsageError) {
                guard case .run(let invocation) = try Sample.program.parse(arguments) else {
                    continue
                }
                runs += 1
                checkAgainstTable(invocation)
                _ = Sample.program.answer(to: .run(invocation))
                _ = try invocation.int(of: Sample.jobs, in: 0...4)
                _ = try invocation.double(of: Sample.threshold)
            } catch {
                let message = error.message(in: Sample.program)
                #expect(!message.isEmpty && !message.hasSuffix("."))
                #expect(!message.unicodeScalars.contains { $0.value < 0x20 })
            }
        }
        #expect(runs > 50, "too few of the command lines are sound to test anything")
    }

    /// Command lines written from random requests parse back to the same requests.
    @Test(arguments: 0..<4 as Range<UInt64>)
    func whatIsWrittenIsRead(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<1_000 {
            let labels = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                Self.pieces.randomElement(using: &random) ?? ""
            }
            let operands = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                Self.pieces.randomElement(using: &random) ?? ""
            }
            let isStrict = Bool.random(using: &random)
            var options = labels.map { label in
                Bool.random(using: &random) ? "--exclude=\(label)" : "-x=\(label)"
            }
            if isStrict {
                options.insert("-s", at: Int.random(in: 0...options.count, using: &random))
            }
            let parsed = try Sample.program.parse(["clean"] + options + ["--"] + operands)
            guard case .run(let invocation) = parsed else {
                Issue.record("not an invocation: \(options)")
                continue
            }
            #expect(invocation.values(of: Sample.exclude) == labels)
            #expect(invocation.operands == operands)
            #expect(invocation.isSet(Sample.strict) == isStrict)
        }
    }

    private func makeArguments(_ random: inout SeededGenerator) -> [String] {
        let names = Sample.program.allCommands.map(\.name)
        let start =
            Int.random(in: 0..<8, using: &random) > 0 ? names.randomElement(using: &random) : nil
        return [start].compactMap { $0 }
            + (0..<Int.random(in: 0...6, using: &random)).map { _ in
                (0..<Int.random(in: 1...2, using: &random))
                    .map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
            }
    }

    /// An invocation that parses keeps every rule of its command.
    private func checkAgainstTable(_ invocation: Invocation) {
        let command = invocation.command
        for option in command.options {
            #expect(option.isRepeatable || invocation.count(of: option) <= 1)
            #expect(!option.isRequired || invocation.isSet(option))
            if let choices = option.accepted?.choices {
                #expect(invocation.values(of: option).allSatisfy(choices.contains))
            }
        }
        let known = Set(command.options.map(\.name))
        #expect(known.isSuperset(of: invocation.flagCounts.keys))
        #expect(known.isSuperset(of: invocation.givenValues.keys))
        let limit =
            switch command.operands.arity {
            case .none: 0
            case .one: 1
            case .many: Int.max
            }
        #expect(invocation.operands.count <= limit)
        #expect(command.operands.isOptional || !invocation.operands.isEmpty)
    }
}
