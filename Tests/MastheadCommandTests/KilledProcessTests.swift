import Foundation
import Testing

@testable import MastheadCommand

/// A process that is killed while it writes leaves the old file or the new one, whole.
@Suite(.enabled(if: BuiltProgram.path != nil, "the program is not beside the tests"))
struct KilledProcessTests {
    /// How often each command is killed. The program of a debug build takes seconds each time, so
    /// `.ci/run` has that of a release build killed more often.
    private static let kills =
        ProcessInfo.processInfo.environment["MASTHEAD_KILLS"].flatMap { Int($0) } ?? 4

    /// Commands that write the file `m`, and whether what they find there must be a model.
    @Test(arguments: [
        ("learn s.jsonl --model m", true), ("train s.jsonl --force -o m", false),
        ("label -f jsonl --model model in.jsonl -o m", false),
    ])
    func leavesTheOldOrTheNewFile(command: String, startsFromModel: Bool) throws {
        let row = #"{"id":1,"text":"Ein Satz steht hier."}"# + "\n"
        let world = try TestWorld.withModel([
            "s.jsonl": BuiltProgram.sample, "in.jsonl": String(repeating: row, count: 50),
        ])
        let model = try bytes("m", in: world)
        try world.write(model, to: "model")
        let old = startsFromModel ? model : Array("old".utf8)
        try world.write(old, to: "m")
        let clock = ContinuousClock()
        let start = clock.now
        #expect(try world.shell("$MASTHEAD \(command)") == 0)
        let microseconds = Int(start.duration(to: clock.now) / .microseconds(1))
        let new = try bytes("m", in: world)
        try #require(new != old)
        var random = SeededGenerator(seed: 11)
        for _ in 0..<Self.kills {
            try world.write(old, to: "m")
            let process = world.process("exec $MASTHEAD \(command) 2> /dev/null")
            try process.run()
            usleep(UInt32(Int.random(in: 0...microseconds, using: &random)))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            let found = try bytes("m", in: world)
            try #require(found == old || found == new)
        }
        // The lock and whatever was left are no obstacle.
        try world.write(old, to: "m")
        #expect(try world.shell("$MASTHEAD \(command)") == 0)
        #expect(try bytes("m", in: world) == new)
        #expect(try world.names().filter { $0.hasPrefix(".") } == [])
    }

    private func bytes(_ name: String, in world: TestWorld) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: world.path(name))))
    }
}
