import Foundation
import Testing

@testable import MastheadCommand

/// Texts that are longer than a window: one record each, as if they were analysed in one go.
@Suite struct LongTextTests {
    /// Some windows of short paragraphs that the analyzer of the tests knows the labels of, with
    /// blank lines, emoji and, on request, bytes that are not UTF-8.
    private func text(isBroken: Bool = false) -> [UInt8] {
        var text: [UInt8] = []
        for number in 0..<40_000 {
            let mark = number % 5 == 1 ? "> " : number % 7 == 0 ? "# " : ""
            text += "\(mark)Absatz \(number) \"ä😀\"\\\t.".utf8
            if isBroken, number % 9_000 == 8 { text += [0xE2, 0x82] }
            text += number % 3 == 0 ? [0x0A, 0x0A] : [0x0A]
        }
        return text
    }

    /// What the analyzer makes of the text in one go.
    private func paragraphs(_ text: [UInt8]) -> [(text: String, label: String, range: Range<Int>)] {
        PrefixAnalyzer().analysis(of: text).paragraphs.map {
            ($0.text, $0.label.name, $0.codePointRange)
        }
    }

    private func record(_ bytes: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test(arguments: [1, 3])
    func cleaningIsThatOfOneText(threads: Int) async throws {
        let text = text()
        #expect(TextWindow.lengths(of: text).count >= 3)
        let kept = paragraphs(text).filter { $0.label != "related" }.map(\.text)
        let world = try TestWorld()
        try world.write(text, to: "a.txt")
        let arguments = ["clean", "a.txt", "-j", "\(threads)", "-f"]
        #expect(await world.run(arguments + ["text"]) == .done)
        #expect(world.output.text == kept.joined(separator: "\n") + "\n")
        #expect(world.errors.text == "")
        let rows = try TestWorld()
        try rows.write(text, to: "a.txt")
        #expect(await rows.run(arguments + ["tsv"]) == .done)
        let row = tabSeparated(["a.txt", kept.joined(separator: "\n"), ""])
        #expect(rows.output.text == row)
        let json = try TestWorld()
        try json.write(text, to: "a.txt")
        #expect(await json.run(arguments + ["jsonl"]) == .done)
        #expect(json.output.lines.count == 1)
        let record = try record(json.output.bytes)
        #expect(record["text"] as? String == kept.joined(separator: "\n"))
        #expect(record["kept"] as? Int == kept.count)
        #expect(record["removed"] as? Int == 8_000)
    }

    @Test func offsetsAndNumbersAreThoseOfTheWholeText() async throws {
        for isBroken in [false, true] {
            let text = text(isBroken: isBroken)
            let expected = paragraphs(text)
            let world = try TestWorld()
            try world.write(text, to: "a.txt")
            #expect(await world.run("label", "a.txt", "-f", "jsonl") == .done)
            let record = try record(world.output.bytes)
            let found = try #require(record["paragraphs"] as? [[String: Any]])
            try #require(found.count == expected.count)
            var wrong = 0
            for (found, expected) in zip(found, expected) {
                let isSame =
                    found["text"] as? String == expected.text
                    && found["start"] as? Int == expected.range.lowerBound
                    && found["end"] as? Int == expected.range.upperBound
                if !isSame { wrong += 1 }
            }
            #expect(wrong == 0)
            let rows = try TestWorld()
            try rows.write(text, to: "a.txt")
            #expect(await rows.run("label", "a.txt", "-f", "tsv") == .done)
            let numbers = rows.output.lines.map { $0.split(separator: "\t")[1] }
            #expect(numbers.enumerated().allSatisfy { String($0) == $1 })
            #expect(numbers.count == expected.count)
        }
    }

    /// A record with the same text gives the same paragraphs as the file.
    @Test func aRecordIsCutAsAFileIs() async throws {
        let text = text()
        let json = jsonBytes(String(decoding: text, as: UTF8.self))
        for command in ["clean", "label"] {
            let world = try TestWorld()
            try world.write(text, to: "a.txt")
            try world.write(Array(#"{"id":"a.txt","text":"#.utf8) + json + [0x7D], to: "a.jsonl")
            #expect(await world.run(command, "a.txt", "-f", "jsonl") == .done)
            #expect(await world.run(command, "a.jsonl", "-f", "jsonl") == .done)
            try #require(world.output.lines.count == 2)
            #expect(world.output.lines[0] == world.output.lines[1])
        }
    }

    /// What is read is held no longer than it takes to print it.
    @Test(arguments: ["clean", "label"])
    func holdsAFewWindowsOfAText(command: String) async throws {
        let world = try TestWorld()
        let lines = String(repeating: "Ein Absatz, der bleibt, wie er ist.\n", count: 400_000)
        let source = ChunkedSource(Array(lines.utf8))
        let total = lines.utf8.count
        var mostAhead = 0
        source.beforeRead = { [output = world.output] left in
            mostAhead = max(mostAhead, total - left - output.bytes.count)
        }
        world.input = source
        #expect(await world.run(command, "-f", "jsonl", "--threads", "2") == .done)
        #expect(total > 20 * TextWindow.size)
        #expect(mostAhead <= 7 * (TextWindow.size + ReadSize.chunk))
    }

    @Test func separatesRecordsOfLongTexts() async throws {
        let world = try TestWorld(files: ["b.txt": "kurz", "c.txt": "> nichts"])
        try world.write(text(), to: "a.txt")
        #expect(await world.run("clean", "a.txt", "c.txt", "b.txt", "a.txt", "-f", "json") == .done)
        let array = try JSONSerialization.jsonObject(with: Data(world.output.bytes)) as? [Any]
        #expect(array?.count == 4)
        let plain = try TestWorld(files: ["b.txt": "kurz"])
        try plain.write(text(), to: "a.txt")
        #expect(await plain.run("clean", "b.txt", "a.txt", "b.txt") == .done)
        #expect(plain.output.text.hasPrefix("kurz\n\n# Absatz 0 "))
        #expect(plain.output.text.hasSuffix(".\n\nkurz\n"))
        #expect(plain.output.text.components(separatedBy: "\n\n").count == 3)
    }

    @Test func repairsOfAllWindowsAreReportedOnce() async throws {
        let world = try TestWorld()
        try world.write(text(isBroken: true), to: "a.txt")
        #expect(await world.run("clean", "a.txt") == .done)
        // The analyzer of the tests counts one place a window.
        #expect(world.errors.lines.count == 1)
        #expect(world.errors.text.hasPrefix("masthead: a.txt: not UTF-8 in "))
    }

    @Test func saysNoOnlyWhereNoWindowHasAnArticle() async throws {
        let menu = Array(String(repeating: "> Mehr\n", count: 40_000).utf8)
        let world = try TestWorld()
        try world.write(menu, to: "a.txt")
        try world.write(menu + Array("Ein Satz.".utf8), to: "b.txt")
        #expect(await world.run("clean", "a.txt") == .no)
        #expect(world.output.text == "")
        #expect(await world.run("clean", "b.txt") == .done)
        #expect(world.output.text == "Ein Satz.\n")
    }

    /// A record that has been begun is ended, and says what is missing.
    @Test(arguments: ["clean", "label"])
    func aFailureInTheMiddleStandsInTheRecord(command: String) async throws {
        for format in ["json", "jsonl", "tsv", "text"] {
            let world = try TestWorld(files: ["b.txt": "kurz"])
            let source = ChunkedSource(text())
            source.failure = SystemFailure(code: EIO)
            world.input = source
            #expect(await world.run(command, "-f", format, "-", "b.txt") == .failure)
            #expect(world.errors.text == "masthead: -: input/output error of the device\n")
            let lines = world.output.lines
            switch format {
            case "json":
                let array = try JSONSerialization.jsonObject(with: Data(world.output.bytes))
                let first = (array as? [[String: Any]])?.first
                #expect(first?["error"] as? String == "input/output error of the device")
            case "jsonl":
                try #require(lines.count == 2)
                #expect(lines[0].hasSuffix(#""error":"input/output error of the device"}"#))
            case "tsv":
                #expect(lines.contains { $0.hasSuffix("\tinput/output error of the device") })
            default: #expect(lines.contains { $0.hasSuffix("kurz") })
            }
        }
    }
}
