import Foundation
import Testing

@testable import MastheadCommand

@Suite struct JSONWriterTests {
    @Test func writesNestedValuesWithCommasBetween() {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("a")
        writer.beginArray()
        writer.integer(-1)
        writer.probability(0.5)
        writer.beginObject()
        writer.endObject()
        writer.endArray()
        writer.name("b")
        writer.string("x")
        writer.name("c")
        writer.json(Array(#"{ "kept": 1.0 }"#.utf8)[...])
        writer.endObject()
        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == #"{"a":[-1,0.5000,{}],"b":"x","c":{ "kept": 1.0 }}"#)
    }

    @Test func repairsPassedThroughBytes() {
        var writer = JSONWriter()
        writer.json([0x22, 0xFF, 0x22][...])
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "\"\u{FFFD}\"")
    }

    @Test func stringsAreReadBackByFoundationAndByTheScanner() throws {
        var random = SeededGenerator(seed: 2)
        let scalars: [Unicode.Scalar] = [
            "a", "\"", "\\", "/", "\n", "\r", "\t", "\u{0}", "\u{1F}", "\u{7F}", "ä", "\u{2028}",
            "\u{301}", "😀",
        ]
        for _ in 0..<500 {
            var text = ""
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                text.unicodeScalars.append(scalars.randomElement(using: &random) ?? "a")
            }
            var writer = JSONWriter()
            writer.string(text)
            let read = try JSONDecoder().decode(String.self, from: Data(writer.bytes))
            #expect(Array(read.utf8) == Array(text.utf8))
            #expect(jsonString(in: writer.bytes, writer.bytes.indices) == Array(text.utf8))
            #expect(!writer.bytes.contains { $0 < 0x20 })
        }
    }

    @Test(arguments: [
        (Float(0), "0.0000"), (1, "1.0000"), (0.5, "0.5000"), (0.00004, "0.0000"),
        (0.99996, "1.0000"), (0.0123, "0.0123"), (1.5, "1.0000"), (-1, "0.0000"),
    ])
    func probabilitiesHaveFourDigits(value: Float, expected: String) {
        #expect(fourDigits(value) == expected)
    }
}
