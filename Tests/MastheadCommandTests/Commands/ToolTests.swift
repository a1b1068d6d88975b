import CommandLineKit
import Testing

@testable import MastheadCommand

@Suite struct ToolTests {
    @Test func theTableIsSound() {
        #expect(Tool.program.problems.map(\.description) == [])
    }

    @Test func answersFromTheTable() async throws {
        let lines = ["--help", "help", "help clean", "clean --help", "manual"]
        for arguments in lines.map({ $0.split(separator: " ").map(String.init) }) {
            let world = try TestWorld()
            #expect(await world.run(arguments) == .done)
            #expect(world.output.text.contains("masthead"))
            #expect(world.errors.text == "")
        }
        let world = try TestWorld()
        #expect(await world.run("--version") == .done)
        #expect(world.output.text == "masthead \(Tool.program.version)\n")
    }

    @Test(arguments: [
        ([], "expected a command"), (["cleen"], "did you mean 'clean'?"),
        (["clean", "--formt", "x"], "did you mean '--format'?"),
        (["clean", "--format", "xml"], "unknown value 'xml' for '--format'"),
        (["clean", "--threads", "0"], "expected an integer from 1 to 1024"),
        (["label", "--input", "html"], "expected 'text', 'jsonl' or 'wet'"),
        (["train", "x.jsonl"], "missing option '--output'"),
    ])
    func wrongCommandLinesAreExplained(arguments: [String], message: String) async throws {
        let world = try TestWorld()
        #expect(await world.run(arguments) == .failure)
        #expect(world.errors.text.hasPrefix("masthead: "))
        #expect(world.errors.text.contains(message), "\(world.errors.text)")
        #expect(world.output.text == "")
    }
}
