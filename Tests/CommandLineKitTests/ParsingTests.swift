import Testing

@testable import CommandLineKit

@Suite struct ParsingTests {
    @Test(arguments: [
        ["clean", "--format", "json"], ["clean", "--format=json"], ["clean", "-f", "json"],
        ["clean", "-fjson"], ["clean", "-f=json"], ["clean", "-svfjson"],
        ["clean", "-sf", "json"], ["clean", "page", "--format", "json"],
    ])
    func everyWayToGiveAValue(arguments: [String]) throws {
        guard case .run(let invocation) = try Sample.program.parse(arguments) else {
            Issue.record("not an invocation")
            return
        }
        #expect(invocation.command == Sample.clean)
        #expect(invocation.values(of: Sample.format) == ["json"])
        #expect(invocation.isSet(Sample.format))
        #expect(invocation.isSet(Sample.strict) == arguments[1].hasPrefix("-s"))
        #expect(invocation.isSet(Sample.verbose) == arguments[1].hasPrefix("-sv"))
    }

    @Test func optionsAndOperandsMixInAnyOrder() throws {
        let invocation = try Sample.invocation("clean", "a", "--strict", "-", "-x", "body", "b")
        #expect(invocation.operands == ["a", "-", "b"])
        #expect(invocation.isSet(Sample.strict))
        #expect(invocation.values(of: Sample.exclude) == ["body"])
    }

    @Test func twoDashesEndTheOptions() throws {
        let invocation = try Sample.invocation("clean", "--", "--strict", "-x", "--", "--help")
        #expect(invocation.operands == ["--strict", "-x", "--", "--help"])
        #expect(!invocation.isSet(Sample.strict))
    }

    @Test func repeatableOptionsCollectInOrder() throws {
        let invocation = try Sample.invocation(
            "clean", "-xa", "--exclude=b", "-x", "c", "-vv", "--verbose")
        #expect(invocation.values(of: Sample.exclude) == ["a", "b", "c"])
        #expect(invocation.value(of: Sample.exclude) == "c")
        #expect(invocation.count(of: Sample.exclude) == 3)
        #expect(invocation.count(of: Sample.verbose) == 3)
        #expect(invocation.values(of: Sample.verbose) == [])
    }

    @Test func valuesAreTakenByteForByte() throws {
        // A mark that combines with what stands before it must not hide the dash or the `=`.
        for value in ["", "=", "a=b", " ", "\u{338}", "-", "é\u{301}", "\r\n"] {
            let long = try Sample.invocation("clean", "--exclude=\(value)")
            #expect(long.value(of: Sample.exclude).map { Array($0.utf8) } == Array(value.utf8))
        }
        #expect(
            try Sample.invocation("clean", "-x\u{338}a").value(of: Sample.exclude) == "\u{338}a")
        #expect(try Sample.invocation("clean", "-x", "").value(of: Sample.exclude) == "")
        #expect(try Sample.invocation("clean", "").operands == [""])
    }

    @Test func negativeNumbersAreValuesOfTheOptionBefore() throws {
        let invocation = try Sample.invocation("clean", "--threshold", "-0.5", "-j", "-3")
        #expect(try invocation.double(of: Sample.threshold) == -0.5)
        #expect(try invocation.int(of: Sample.jobs) == -3)
    }

    @Test func defaultsAreReadOffTheTable() throws {
        let invocation = try Sample.invocation("clean")
        #expect(invocation.value(of: Sample.format) == "text")
        #expect(!invocation.isSet(Sample.format))
        #expect(invocation.value(of: Sample.jobs) == nil, "a described default is no value")
        #expect(try invocation.double(of: Sample.threshold) == 0.5)
        #expect(try invocation.int(of: Sample.jobs) == nil)
        #expect(invocation.operands == [])
    }

    @Test(
        arguments: [
            (["--help"], nil), (["-h"], nil), (["help"], nil),
            (["help", "clean"], "clean"), (["help", "help"], "help"), (["help", "-h"], "help"),
            (["clean", "--help"], "clean"), (["clean", "-h"], "clean"),
            (["clean", "-sh"], "clean"),
            (["explain", "a", "--help"], "explain"), (["train", "--help"], "train"),
            (["clean", "--help", "--bogus"], "clean"),
        ] as [([String], String?)])
    func helpIsAskedFor(arguments: [String], topic: String?) throws {
        let expected = topic.flatMap(Sample.program.command(named:))
        #expect((topic == nil) == (expected == nil))
        #expect(try Sample.program.parse(arguments) == .help(expected))
    }

    @Test func versionIsAskedFor() throws {
        #expect(try Sample.program.parse(["--version"]) == .version)
        #expect(Sample.program.answer(to: .version) == "sieve 1.2.3\n")
    }

    @Test func standardCommandsAreAnsweredFromTheTable() throws {
        let program = Sample.program
        func answer(_ arguments: String...) throws -> String? {
            program.answer(to: try program.parse(arguments))
        }
        #expect(try answer("clean") == nil)
        #expect(try answer("help", "clean") == program.helpText(for: Sample.clean))
        #expect(try answer("--help") == program.helpText(for: nil))
        #expect(try answer("manual") == program.manual(as: .text))
        #expect(try answer("manual", "--format=roff") == program.manual(as: .roff))
        for shell in Shell.allCases {
            #expect(try answer("completion", shell.rawValue) == program.completions(for: shell))
        }
    }

    @Test func integersHaveRanges() throws {
        func jobs(_ text: String) throws(UsageError) -> Int? {
            guard let invocation = try? Sample.invocation("clean", "--jobs=\(text)") else {
                return nil
            }
            return try invocation.int(of: Sample.jobs, in: 1...64)
        }
        #expect(try jobs("1") == 1)
        #expect(try jobs("64") == 64)
        for text in ["0", "65", "-1", "", "four", "1.5", " 1", "99999999999999999999"] {
            #expect(
                throws: UsageError.invalidNumber(
                    text, option: "--jobs", expected: .integer(1...64))
            ) { try jobs(text) }
        }
    }

    @Test func numbersHaveRangesAndAreFinite() throws {
        func threshold(_ text: String) throws -> Double? {
            try Sample.invocation("clean", "--threshold=\(text)")
                .double(of: Sample.threshold, in: 0...1)
        }
        #expect(try threshold("0") == 0)
        #expect(try threshold("1") == 1)
        #expect(try threshold("1e-3") == 0.001)
        for text in ["-0.1", "1.01", "nan", "inf", "half", "", "1e999"] {
            #expect(
                throws: UsageError.invalidNumber(
                    text, option: "--threshold", expected: .number(0...1))
            ) { try threshold(text) }
        }
        let infinite = try Sample.invocation("clean", "--threshold=inf")
        #expect(throws: UsageError.self) { try infinite.double(of: Sample.threshold) }
    }

    @Test func valuesReadAsCasesOfAnEnumeration() throws {
        enum Format: String, CaseIterable { case text, json }
        let format = try Sample.invocation("clean", "-fjson").value(
            of: Sample.format, as: Format.self)
        #expect(format == .json)
        #expect(try Sample.invocation("clean").value(of: Sample.format, as: Format.self) == .text)
        let unknown = try Sample.invocation("clean", "-ftsv")
        #expect(
            throws: UsageError.valueNotAllowed(
                "tsv", option: "--format", allowed: ["text", "json"])
        ) { try unknown.value(of: Sample.format, as: Format.self) }
    }

    @Test func optionsOfOtherCommandsReadAsNotGiven() throws {
        let invocation = try Sample.invocation("explain", "page")
        #expect(!invocation.isSet(Sample.output))
        #expect(invocation.value(of: Sample.output) == nil)
        #expect(invocation.count(of: Sample.strict) == 0)
    }

    @Test func thousandsOfOperandsKeepTheirOrder() throws {
        let files = (0..<20_000).map { "page\($0).txt" }
        let parsed = try Sample.program.parse(["clean"] + files + ["--strict"])
        guard case .run(let invocation) = parsed else { throw Sample.NotAnInvocation() }
        #expect(invocation.operands == files)
        #expect(invocation.isSet(Sample.strict))
    }
}
