import Foundation
import Masthead
import Testing

@testable import MastheadCommand

@Suite struct LabelCommandTests {
    @Test func printsParagraphsForPeople() async throws {
        let world = try TestWorld(files: ["a.txt": "# Titel\n😀 Text\n> Mehr\n"])
        #expect(await world.run("label", "a.txt") == .done)
        #expect(
            world.output.text == """
                ==> a.txt <==
                headline      0.8800  # Titel
                body          0.8800  😀 Text
                related       0.8800  > Mehr

                """)
    }

    @Test func offsetsAreCodePoints() async throws {
        let world = try TestWorld(files: ["a.txt": "😀é\n> x"])
        #expect(await world.run("label", "-f", "jsonl", "a.txt") == .done)
        #expect(
            world.output.lines == [
                #"{"id":"a.txt","paragraphs":[{"text":"😀é","label":"body","confidence":0.8800,"#
                    + #""start":0,"end":2},{"text":"> x","label":"related","confidence":0.8800,"#
                    + #""start":3,"end":6}],"repairs":0}"#
            ])
        #expect(await world.run("label", "-f", "tsv", "a.txt") == .done)
        #expect(
            world.output.lines.suffix(2) == [
                "a.txt\t0\tbody\t0.8800\t0\t2\t😀é\t", "a.txt\t1\trelated\t0.8800\t3\t6\t> x\t",
            ])
    }

    @Test func aRecordIsATrainingSample() async throws {
        let world = try TestWorld()
        world.type("{\"id\":\"d\",\"site\":\"s\",\"language\":\"de\",\"text\":\"# a\\nb\"}\n")
        #expect(await world.run("label", "-f", "jsonl") == .done)
        let document = try AnnotatedDocument(jsonLine: world.output.bytes)
        #expect(document.id == "d" && document.language == "de")
        #expect(document.other["site"] == .string("s"))
        #expect(document.paragraphs.map(\.text) == ["# a", "b"])
        #expect(document.paragraphs.map(\.label) == [.label(.headline), .label(.body)])
        // And it can be labelled again, with its paragraphs as they are.
        let again = try TestWorld()
        again.type(world.output.text)
        #expect(await again.run("label", "-f", "jsonl") == .done)
        let second = try AnnotatedDocument(jsonLine: again.output.bytes)
        #expect(second.paragraphs.map(\.text) == ["# a", "b"])
        #expect(second.paragraphs.allSatisfy { $0.other["start"] == nil })
    }

    @Test func badRecordsKeepTheirRow() async throws {
        let world = try TestWorld()
        world.type("{\"id\":1,\"text\":\"a\"}\n\nno\n{\"id\":[2],\"text\":3}\n{\"text\":\"b\"}")
        #expect(await world.run("label", "-f", "jsonl") == .done)
        let lines = world.output.lines
        try #require(lines.count == 5)
        #expect(lines[1] == #"{"id":"-:2","error":"not JSON: expected an object at byte 0"}"#)
        #expect(lines[2] == #"{"id":"-:3","error":"not JSON: expected an object at byte 0"}"#)
        #expect(lines[3] == #"{"id":[2],"error":"expected 'text' to be a string"}"#)
        #expect(world.errors.text.contains("3 records can't be read"))
        world.type("no\n")
        #expect(await world.run("label", "-f", "jsonl", "--strict", "-i", "jsonl") == .failure)
    }

    @Test func textNamesBadRecordsOnStandardError() async throws {
        let world = try TestWorld(files: ["a.jsonl": "{\"text\":\"a\"}\nno\n"])
        #expect(await world.run("label", "a.jsonl") == .done)
        #expect(
            world.errors.lines == ["masthead: a.jsonl:2: not JSON: expected an object at byte 0"])
    }

    @Test func repairsAreReported() async throws {
        let world = try TestWorld()
        try world.write([0x61, 0xFF, 0x62], to: "a.txt")
        #expect(await world.run("label", "a.txt", "-f", "jsonl") == .done)
        #expect(world.output.text.contains("\"repairs\":1"))
        #expect(world.errors.text == "")
        #expect(await world.run("label", "a.txt") == .done)
        #expect(
            world.errors.text
                == "masthead: a.txt: not UTF-8 in 1 place; replaced by U+FFFD\n")
    }

    @Test func passedThroughBytesAreRepairedToo() async throws {
        let world = try TestWorld()
        let start = Array(#"{"a":"x"#.utf8)
        world.input = ChunkedSource(start + [0xFF] + Array(#"","text":"b"}"#.utf8))
        #expect(await world.run("label", "-f", "jsonl") == .done)
        #expect(world.output.text.hasPrefix("{\"a\":\"x\u{FFFD}\","))
        #expect(String(validating: world.output.bytes, as: UTF8.self) != nil)
    }
}
