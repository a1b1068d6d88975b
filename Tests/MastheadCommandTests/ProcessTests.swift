import Foundation
import Testing

@testable import MastheadCommand

/// What only a process of its own can show: signals, limits and real pipes. Skipped where the
/// program was not built beside the tests.
@Suite(.enabled(if: BuiltProgram.path != nil, "the program is not beside the tests"))
struct ProcessTests {
    private static let sample = BuiltProgram.sample

    private func world(_ files: [String: String] = [:]) throws -> TestWorld {
        try TestWorld.withModel(files)
    }

    private func shell(_ script: String, in world: TestWorld) throws -> Int32 {
        try world.shell(script)
    }

    @Test func aFileOverItsLimitIsAFailureAndTheOldOneStays() throws {
        let world = try world(["s.jsonl": Self.sample])
        let old = try world.read("m")
        #expect(try shell("ulimit -f 1; $MASTHEAD learn s.jsonl --model m", in: world) == 2)
        #expect(try world.read("err") == "masthead: m: the file would be larger than allowed\n")
        #expect(try world.read("m") == old)
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
        let kilobytes = try peak(in: world) ?? .max
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
        let kilobytes = try peak(in: world) ?? .max
        #expect(kilobytes <= most)
    }

    /// The kilobytes that GNU time wrote, behind what it says of the status where that is not 0.
    private func peak(in world: TestWorld) throws -> Int? {
        try world.read("peak").split(separator: "\n").last.flatMap { Int($0) }
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
