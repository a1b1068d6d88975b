import Foundation
import Testing

@testable import MastheadCommand

/// What holds for every command that prints a record for each document.
@Suite struct StreamTests {
    /// Lines of which one in `badEvery` is no record.
    private func stream(lines: Int, badEvery: Int) -> String {
        (0..<lines).map { number in
            let filler = String(repeating: "Wort \(number) ", count: number % 37)
            let record = "{\"id\":\(number),\"text\":\"# T\\n\(filler)\\n> x\"}"
            return number % badEvery == 3 ? String(record.dropLast(2)) : record
        }.joined(separator: "\n") + "\n"
    }

    @Test(arguments: [("jsonl", "label"), ("json", "clean"), ("tsv", "label"), ("text", "clean")])
    func sameBytesOnAnyNumberOfThreads(format: String, command: String) async throws {
        let text = stream(lines: 5_000, badEvery: 1_000)
        var outputs: [[UInt8]] = []
        for (threads, chunk) in [(1, 1 << 16), (2, 1 << 16), (4, 777)] {
            let world = try TestWorld()
            world.type(text, chunk: chunk)
            let status = await world.run(
                command, "-f", format, "--threads", "\(threads)", "--input", "jsonl")
            #expect(status == .done)
            outputs.append(world.output.bytes)
        }
        #expect(outputs[0] == outputs[1] && outputs[0] == outputs[2])
        if format == "jsonl" {
            let rows = outputs[0].split(separator: 0x0A)
            #expect(rows.count == 5_000)
            for (number, row) in rows.enumerated() {
                let object = try JSONSerialization.jsonObject(with: Data(row)) as? [String: Any]
                let isBad = number % 1_000 == 3
                #expect((object?["error"] != nil) == isBad)
                #expect(object?["id"] as? Int == (isBad ? nil : number))
            }
        }
    }

    @Test func lineBufferedPrintsBeforeItReadsOn() async throws {
        let world = try TestWorld()
        let lines = (0..<5).map { "{\"id\":\($0),\"text\":\"a\"}\n" }
        let source = ChunkedSource(Array(lines.joined().utf8), chunk: lines[0].utf8.count)
        let total = lines.joined().utf8.count
        var seen: [Int] = []
        source.beforeRead = { [output = world.output] left in
            seen.append(output.lines.count - (total - left) / lines[0].utf8.count)
        }
        world.input = source
        #expect(await world.run("clean", "-f", "jsonl", "--line-buffered") == .done)
        // The first line was read to tell the format.
        #expect(seen.dropFirst().allSatisfy { $0 >= -1 })
        #expect(seen.last == 0)
        #expect(world.output.writes.count == 5)
    }

    @Test func memoryHoldsAFewBatchesOfAStream() async throws {
        let world = try TestWorld()
        let text = stream(lines: 20_000, badEvery: 100_000)
        let source = ChunkedSource(Array(text.utf8))
        let total = text.utf8.count
        var mostAhead = 0
        source.beforeRead = { [output = world.output] left in
            // The output of this command is longer than its input.
            mostAhead = max(mostAhead, total - left - output.bytes.count)
        }
        world.input = source
        #expect(await world.run("label", "-f", "jsonl", "--threads", "2") == .done)
        #expect(mostAhead <= 6 * (Batch.size + ReadSize.chunk))
    }

    @Test func oneBadFileStopsNoOther() async throws {
        let world = try TestWorld(files: ["a.txt": "eins", "c.txt": "drei", "d/x": ""])
        try world.write([0x1F, 0x8B, 0x08, 0x00], to: "b.gz")
        #expect(
            await world.run("clean", "-f", "jsonl", "a.txt", "none", "d", "b.gz", "c.txt")
                == .failure)
        let messages = [
            "none: no such file", "d: is a directory; expected a file",
            "b.gz: is compressed with gzip; expected text, read it through 'zcat'",
        ]
        #expect(world.errors.lines == messages.map { "masthead: \($0)" })
        try #require(world.output.lines.count == 5)
        #expect(world.output.lines[1] == #"{"id":"none","error":"no such file"}"#)
        #expect(world.output.lines[4].hasPrefix(#"{"id":"c.txt","text":"drei""#))
    }

    @Test func aFailureInTheMiddleIsMarkedWhereItHappens() async throws {
        let world = try TestWorld()
        let source = ChunkedSource(Array("{\"text\":\"a\"}\n{\"text\":\"b\"}\n".utf8))
        source.failure = SystemFailure(code: EIO)
        world.input = source
        #expect(await world.run("clean", "-f", "jsonl", "--line-buffered") == .failure)
        try #require(world.output.lines.count == 3)
        #expect(world.output.lines[2] == #"{"id":"-","error":"input/output error of the device"}"#)
    }

    @Test(arguments: ["1", "2"])
    func aClosedPipeEndsQuietly(threads: String) async throws {
        let world = try TestWorld()
        world.type(stream(lines: 20_000, badEvery: 100_000))
        world.output.failure = .closedPipe
        world.output.capacity = 100_000
        #expect(await world.run("label", "-f", "jsonl", "--threads", threads) == .done)
        #expect(world.errors.text == "")
        for arguments in [["help"], ["manual"], ["--version"], ["completion", "bash"]] {
            let other = try TestWorld()
            other.output.failure = .closedPipe
            other.output.capacity = 0
            #expect(await other.run(arguments) == .done)
            #expect(other.errors.text == "")
        }
    }

    @Test func aFullDiskIsAFailure() async throws {
        let world = try TestWorld(files: ["a.txt": "eins"])
        world.output.failure = SystemFailure(code: ENOSPC)
        world.output.capacity = 0
        #expect(await world.run("clean", "a.txt") == .failure)
        #expect(
            world.errors.text
                == "masthead: standard output: no space left on the device\n")
        let other = try TestWorld(files: ["a.txt": "eins"])
        #expect(await other.run("clean", "a.txt", "-o", "/dev/full") == .failure)
        #expect(other.errors.text == "masthead: /dev/full: no space left on the device\n")
    }

    @Test func writesAFileWholeAndEvenItsOwnInput() async throws {
        let world = try TestWorld(files: ["a.txt": "# T\n> x\nText"])
        #expect(await world.run("clean", "a.txt", "-o", "a.txt") == .done)
        #expect(try world.read("a.txt") == "# T\nText\n")
        #expect(try world.names() == ["a.txt"])
        #expect(world.output.text == "")
    }

    @Test func showsProgressOnATerminalOnly() async throws {
        let world = try TestWorld(files: ["a.txt": "eins", "b.txt": "zwei"])
        var time = Duration.zero
        world.now = {
            time += .seconds(1)
            return time
        }
        await world.run("clean", "a.txt", "b.txt")
        #expect(world.errors.text == "")
        world.isErrorTerminal = true
        await world.run("clean", "a.txt", "b.txt")
        #expect(world.errors.text.contains("1 documents"))
        #expect(world.errors.text.hasSuffix(Progress.eraser))
    }

    @Test func modelsComeFromAFile() async throws {
        let world = try TestWorld(files: ["a.txt": "eins", "m": "model", "x": "other"])
        #expect(await world.run("clean", "a.txt", "--model", "m") == .done)
        #expect(await world.run("clean", "a.txt", "--model", "x") == .failure)
        #expect(await world.run("clean", "a.txt", "--model", "none") == .failure)
        #expect(
            world.errors.lines == [
                "masthead: x: is not a model; expected a file written by 'masthead train'",
                "masthead: none: no such file",
            ])
    }
}
