import Testing

@testable import MastheadCommand

@Suite struct InputFormatTests {
    @Test(arguments: [
        ("-", "Ein Text.\n", InputFormat.text), ("-", "", .text), ("-", "{", .text),
        ("-", "{\n", .text), ("-", "{{ title }}\nText", .text), ("-", "{\"a\" b}", .text),
        ("-", "{\"text\": \"a\"}", .jsonl), ("-", "\u{FEFF}{\"text\":\"a\"}", .jsonl),
        ("-", "\n {\"id\": 1, \"te", .jsonl), ("-", "{ \"a\" :1}", .jsonl),
        ("-", "[1, 2]", .text), ("-", "WARC/1.0\r\n", .wet), ("-", "WARC/1.1\n", .wet),
        ("-", "WARC", .text), ("a.txt", "{\"text\":\"a\"}", .text),
        ("a.jsonl", "no json", .jsonl), ("A.NDJSON", "", .jsonl), ("a.wet", "", .wet),
        ("a.warc", "x", .wet), ("a.txt", "WARC/1.0", .wet), ("a.b.jsonl", "", .jsonl),
        ("jsonl", "x", .text), ("dir.jsonl/file", "x", .text),
    ])
    func isToldByNameAndContent(name: String, start: String, expected: InputFormat) {
        #expect(InputFormat(name: name, start: Array(start.utf8)[...]) == expected)
    }

    @Test func knowsContentThatIsNoText() {
        #expect(ForeignContent(start: [0x1F, 0x8B, 8]) == .gzip)
        #expect(ForeignContent(start: [0x28, 0xB5, 0x2F, 0xFD, 0]) == .zstandard)
        #expect(ForeignContent(start: [0xFF, 0xFE, 0x41, 0]) == .utf16)
        #expect(ForeignContent(start: [0xFE, 0xFF, 0, 0x41]) == .utf16)
        #expect(ForeignContent(start: [0xEF, 0xBB, 0xBF]) == nil)
        #expect(ForeignContent(start: []) == nil)
        #expect(ForeignContent.gzip.message.contains("zcat"))
    }
}
