import Foundation
import Masthead
import Testing

@testable import MastheadCommand

/// The program that was built with the tests.
private enum BuiltProgram {
    static let path: String? = {
        let folders = CommandLine.arguments.prefix(1) + Bundle.allBundles.map(\.bundlePath)
        return folders.lazy
            .map { URL(fileURLWithPath: $0).deletingLastPathComponent().path + "/masthead" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// Whether GNU time is there to say how much memory a process took.
    static let measuresMemory: Bool = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/time")
        process.arguments = ["-f", "%M", "-o", "/dev/null", "true"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()
}

/// What only a process of its own can show: signals, limits and real pipes. Skipped where the
/// program was not built beside the tests.
@Suite(.enabled(if: BuiltProgram.path != nil, "the program is not beside the tests"))
struct ProcessTests {
    private static let sample =
        #"{"id":"a","paragraphs":[{"text":"Ein Satz steht hier.","label":"body"}]}"# + "\n"

    /// A world with a model `m` whose weights are zero, so that it is made in no time.
    private func world(_ files: [String: String] = [:]) throws -> TestWorld {
        let world = try TestWorld(files: files)
        var trainer = Trainer(counts: LabelCounts(), weights: LabelWeights())
        trainer.add(try AnnotatedDocument(jsonLine: Array(Self.sample.utf8)))
        try world.write(trainer.modelBytes(), to: "m")
        return world
    }

    private func process(_ script: String, in world: TestWorld) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", script]
        process.currentDirectoryURL = URL(fileURLWithPath: world.folder)
        process.environment = ProcessInfo.processInfo.environment
            .merging(["MASTHEAD": BuiltProgram.path ?? ""]) { $1 }
        return process
    }

    /// Runs a script in which `$MASTHEAD` is the program; its output goes to the file `out`, its
    /// errors to `err`.
    private func shell(_ script: String, in world: TestWorld) throws -> Int32 {
        let process = try process("{ \(script)\n} > out 2> err", in: world)
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    private func bytes(_ world: TestWorld) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: world.path("m"))))
    }

    @Test func aKilledProcessLeavesTheOldOrTheNewModel() throws {
        let world = try world(["s.jsonl": Self.sample])
        let old = try bytes(world)
        let clock = ContinuousClock()
        let start = clock.now
        #expect(try shell("$MASTHEAD learn s.jsonl --model m", in: world) == 0)
        let duration = start.duration(to: clock.now)
        let microseconds = UInt32(duration / .microseconds(1))
        let new = try bytes(world)
        #expect(old != new)
        var random = SeededGenerator(seed: 11)
        var isNew = true
        for _ in 0..<20 {
            let forget = isNew ? "--forget" : ""
            let process = try process("exec $MASTHEAD learn s.jsonl --model m \(forget)", in: world)
            try process.run()
            usleep(.random(in: 0...microseconds, using: &random))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let found = try bytes(world)
            try #require(found == old || found == new)
            isNew = found == new
        }
        // The lock and whatever was left are no obstacle.
        let forget = isNew ? "--forget" : ""
        #expect(try shell("$MASTHEAD learn s.jsonl --model m \(forget)", in: world) == 0)
        #expect(try bytes(world) == (isNew ? old : new))
        #expect(try world.names().filter { $0.hasPrefix(".") } == [])
    }

    @Test func aFileOverItsLimitIsAFailureAndTheOldOneStays() throws {
        let world = try world(["s.jsonl": Self.sample])
        let old = try bytes(world)
        #expect(try shell("ulimit -f 1; $MASTHEAD learn s.jsonl --model m", in: world) == 2)
        #expect(try world.read("err") == "masthead: m: the file would be larger than allowed\n")
        #expect(try bytes(world) == old)
        #expect(try world.names() == ["err", "m", "out", "s.jsonl"])
    }

    @Test func processesLearnOneAfterTheOther() throws {
        let world = try world(["s.jsonl": Self.sample])
        let script = """
            printf '%s\\n' 1 2 3 4 5 | xargs -P 5 -I{} $MASTHEAD learn s.jsonl --model m
            $MASTHEAD model m
            """
        #expect(try shell(script, in: world) == 0)
        #expect(try world.read("out").contains("documents  und 6\n"))
    }

    @Test func aReaderThatLeavesIsNoFailure() throws {
        let row = #"{"id":1,"text":"Ein Satz steht hier."}"# + "\n"
        let world = try world(["in.jsonl": String(repeating: row, count: 4_000)])
        let script = """
            { $MASTHEAD label -f jsonl -m m in.jsonl; echo status $? >&2; } | head -n 1
            """
        #expect(try shell(script, in: world) == 0)
        #expect(try world.read("err") == "status 0\n")
        #expect(try world.read("out").split(separator: "\n").count == 1)
    }

    /// A mapper of Hadoop streaming exits with 0, and its rows line up with its input's.
    @Test func aMapperKeepsRowsAndExitsWithZero() throws {
        let rows = (0..<50).map { $0 % 10 == 3 ? "broken" : "{\"id\":\($0),\"text\":\"\"}" }
        let world = try world(["in": rows.joined(separator: "\n") + "\n", "empty": ""])
        let mapper = "$MASTHEAD clean --input jsonl --format jsonl --model m"
        #expect(try shell("cat in | \(mapper)", in: world) == 0)
        let output = try world.read("out").split(separator: "\n")
        #expect(output.count == 50)
        #expect(output.enumerated().allSatisfy { ($0 % 10 == 3) == $1.contains("\"error\"") })
        #expect(try shell("cat empty | \(mapper)", in: world) == 0)
        #expect(try world.read("out") == "")
        #expect(try shell("cat in | \(mapper) --strict", in: world) == 2)
    }

    /// The peak of a process that cleans a file does not grow with the file. Unoptimised, a text
    /// takes too long, so the file is of empty lines, of which some hold a word.
    @Test(
        .enabled(if: BuiltProgram.measuresMemory, "GNU time is not there"),
        arguments: ["clean", "label"])
    func memoryDoesNotGrowWithTheFile(command: String) throws {
        let world = try world()
        #if DEBUG
            let text = String(
                repeating: "Ein Satz.\n" + String(repeating: "\n", count: 9_990), count: 3_000)
            let most = 45_000
        #else
            let text = String(
                repeating: "Ein Satz steht hier, und er ist lang.\n", count: 2_700_000)
            let most = 150_000
        #endif
        try world.write(text, to: "a.txt")
        let script = """
            /usr/bin/time -f %M -o peak $MASTHEAD \(command) -f jsonl -m m -j 2 a.txt | wc -l
            """
        #expect(try shell(script, in: world) == 0)
        #expect(try world.read("out").split(separator: "\n").map { $0.filter(\.isNumber) } == ["1"])
        let kilobytes = try #require(Int(try world.read("peak").filter(\.isNumber)))
        #expect(kilobytes <= most, "\(text.utf8.count) bytes of text")
    }

    /// The same for a text that is a single line.
    @Test(.enabled(if: BuiltProgram.measuresMemory, "GNU time is not there"))
    func memoryDoesNotGrowWithALine() throws {
        let world = try world()
        #if DEBUG
            let text = String(
                repeating: String(repeating: " ", count: 9_996) + "Wort", count: 3_000)
            let most = 45_000
        #else
            let text = String(repeating: "Ein Satz steht hier. ", count: 2_400_000)
            let most = 150_000
        #endif
        try world.write(text, to: "a.txt")
        let script = "/usr/bin/time -f %M -o peak $MASTHEAD clean -m m -j 2 a.txt > clean"
        #expect(try shell(script, in: world) <= 1)
        let kilobytes = try #require(
            Int(try world.read("peak").split(separator: "\n").last.map(String.init) ?? ""))
        #expect(kilobytes <= most)
    }

    @Test func worksUnderXargs() throws {
        let world = try world(["a.txt": "eins", "b c.txt": "zwei", "d.txt": "drei"])
        let script = "printf '%s\\0' *.txt | xargs -0 -n 2 $MASTHEAD label -f jsonl -m m"
        #expect(try shell(script, in: world) == 0)
        let ids = try world.read("out").split(separator: "\n").map { $0.prefix(14) }
        #expect(ids.count == 3 && ids[1].hasPrefix(#"{"id":"b c.txt"#))
    }

    @Test func closedStandardOutputIsNamed() throws {
        let world = try world(["a.txt": "eins"])
        #expect(try shell("$MASTHEAD label -m m a.txt >&-", in: world) == 2)
        #expect(try world.read("err") == "masthead: standard output: is closed\n")
    }
}
