import Testing

@testable import Masthead

@Suite struct SampleImportTests {
    private func document(_ line: String) throws -> AnnotatedDocument {
        try AnnotatedDocument(sampleLine: Array(line.utf8))
    }

    private func failure(_ line: String) -> ImportError? {
        do {
            _ = try document(line)
            return nil
        } catch {
            return error as? ImportError
        }
    }

    /// The paragraphs as `label: text`.
    private func paragraphs(_ line: String) throws -> [String] {
        try document(line).paragraphs.map { paragraph in
            switch paragraph.label {
            case .label(let label): "\(label.name): \(paragraph.text)"
            case .boilerplate: "boilerplate: \(paragraph.text)"
            case .none: "none: \(paragraph.text)"
            }
        }
    }

    @Test(arguments: [
        ("__label__share Teilen Sie dies:", ["share: Teilen Sie dies:"]),
        ("  __label__Body   Ein  Satz. \r", ["body: Ein  Satz."]),
        ("__label__boilerplate x", ["boilerplate: x"]),
        ("__label__share __label__share x", ["share: x"]),
        ("__label__body text __label__ in it", ["body: text __label__ in it"]),
    ])
    func readsFastText(line: String, expected: [String]) throws {
        #expect(try paragraphs(line) == expected)
    }

    @Test(arguments: [
        ("__label__share", ImportError.missingText), ("__label__nix x", .unknownLabel("nix")),
        ("__label__share __label__body x", .severalLabels(["share", "body"])),
        ("plain text", .unknownFormat), ("", .unknownFormat), ("[1]", .unknownFormat),
        (#"{"a": 1}"#, .unknownFormat), (#"{"text": "a"}"#, .unknownFormat),
        (#"{"text": 1, "label": []}"#, .missingText),
        (#"{"text": "a", "label": ["share", "body"]}"#, .severalLabels(["share", "body"])),
        (#"{"text": "a", "label": [[0, 2, "body"]]}"#, .badRange(index: 0)),
        (#"{"text": "a", "label": [[0, 1, "body"], [1, 0, "body"]]}"#, .badRange(index: 1)),
        (#"{"text": "a", "label": [[0, 1]]}"#, .badRange(index: 0)),
        (#"{"text": "a", "label": [[-1, 1, "body"]]}"#, .badRange(index: 0)),
        (#"{"text": "a", "label": [[0, 1, "nix"]]}"#, .unknownLabel("nix")),
        (#"{"text": "a", "entities": [{"start_offset": 0, "label": "x"}]}"#, .badRange(index: 0)),
        (#"{"text": "a", "spans": [{"start": 0, "end": 9, "label": "x"}]}"#, .unknownLabel("x")),
        (#"{"text": "a", "spans": [{"start": 0, "end": 9}]}"#, .badRange(index: 0)),
        (#"{"paragraphs": 1}"#, .sample(.missingParagraphs)),
        (#"{"paragraphs": [{"text": "a", "label": "x"}]}"#, .sample(.unknownLabel("x", index: 0))),
    ])
    func saysWhatIsWrong(line: String, expected: ImportError) {
        #expect(failure(line) == expected)
    }

    @Test(arguments: [
        (#"{"id": 3, "text": "Teilen", "label": ["share"]}"#, ["share: Teilen"]),
        (#"{"id": 3, "text": "Teilen", "labels": "Share"}"#, ["share: Teilen"]),
        (#"{"id": 3, "text": "a\n\nb", "label": ["body"]}"#, ["body: a", "body: b"]),
        (#"{"id": 3, "text": "a\nb", "label": []}"#, ["none: a", "none: b"]),
        (
            #"{"text": "Ab\nCd", "label": [[0, 2, "headline"], [3, 5, "body"]]}"#,
            ["headline: Ab", "body: Cd"]
        ),
        // Code points, not UTF-16 units or graphemes.
        (
            #"{"text": "😀e\u0301\nCd", "label": [[4, 6, "body"]]}"#,
            ["none: 😀e\u{301}", "body: Cd"]
        ),
        (
            #"{"text": "ab\ncd", "relations": [], "entities": "#
                + #"[{"id": 1, "start_offset": 0, "end_offset": 5, "label": "related"}]}"#,
            ["related: ab", "related: cd"]
        ),
        (#"{"text": "a", "label": null}"#, ["none: a"]),
    ])
    func readsDoccano(line: String, expected: [String]) throws {
        #expect(try paragraphs(line) == expected)
    }

    @Test(arguments: [
        (#"{"text": "a", "label": "share", "answer": "accept"}"#, ["share: a"]),
        (#"{"text": "a", "label": "share", "answer": "reject"}"#, ["none: a"]),
        (#"{"text": "a", "label": "share", "answer": "ignore"}"#, ["none: a"]),
        (
            #"{"text": "a", "options": [{"id": "body"}], "accept": ["body"], "answer": "accept"}"#,
            ["body: a"]
        ),
        (
            #"{"text": "a\nb", "answer": "accept", "#
                + #""spans": [{"start": 2, "end": 3, "label": "BODY", "token_start": 1}]}"#,
            ["none: a", "body: b"]
        ),
        (
            #"{"text": "a", "spans": [{"start": 0, "end": 1, "label": "body"}], "answer": "reject"}"#,
            ["none: a"]
        ),
        (#"{"text": "a", "label": "share", "_task_hash": 1}"#, ["share: a"]),
    ])
    func readsProdigy(line: String, expected: [String]) throws {
        #expect(try paragraphs(line) == expected)
    }

    @Test func aLineHasTheLabelThatCoversHalfOfIt() throws {
        func label(_ ranges: String) throws -> String? {
            try paragraphs("{\"text\": \"0123456789\", \"label\": [\(ranges)]}").first
        }
        #expect(try label(#"[0, 4, "body"]"#) == "none: 0123456789")
        #expect(try label(#"[0, 5, "body"]"#) == "body: 0123456789")
        #expect(try label(#"[0, 3, "body"], [3, 6, "body"]"#) == "body: 0123456789")
        // What overlaps counts once.
        #expect(try label(#"[0, 3, "body"], [0, 3, "body"]"#) == "none: 0123456789")
        #expect(try label(#"[0, 8, "share"], [2, 9, "body"]"#) == "share: 0123456789")
        #expect(try label(#"[0, 5, "share"], [5, 10, "body"]"#) == "body: 0123456789")
        #expect(try label(#"[3, 3, "share"]"#) == "none: 0123456789")
    }

    @Test func whiteSpaceAroundALineBelongsToNoParagraph() throws {
        let line =
            #"{"text": "  ab \r\n\t\n cd\u2028ef", "#
            + #""label": [[2, 4, "body"], [13, 15, "share"]]}"#
        #expect(try paragraphs(line) == ["body: ab", "none: cd", "share: ef"])
    }

    @Test func keepsWhatItDoesNotKnow() throws {
        let document = try document(
            #"{"id": 9, "url": "u", "language": "de", "site": "s", "text": "a", "label": ["body"]}"#
        )
        #expect(document.id == "9" && document.url == "u" && document.language == "de")
        #expect(document.other == ["site": .string("s")])
        #expect(document.markers == nil)
    }

    @Test func readsItsOwnFormat() throws {
        let line = #"{"id":"d","paragraphs":[{"label":"body","text":"a"}],"site":"s"}"#
        #expect(try document(line).json.jsonLine == line)
    }

    /// Coverage against a count code point by code point.
    @Test func coverageAgreesWithCounting() throws {
        var random = SplitMixGenerator(state: 5)
        let names = ["body", "share", "related"]
        for _ in 0..<200 {
            let text = String(
                (0..<Int.random(in: 1...40, using: &random)).map { _ in
                    Int.random(in: 0..<6, using: &random) == 0 ? "\n" : "x"
                })
            let length = text.unicodeScalars.count
            let ranges = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                let start = Int.random(in: 0...length, using: &random)
                return (
                    start, Int.random(in: start...length, using: &random),
                    names.randomElement(using: &random) ?? ""
                )
            }
            let list = ranges.map { "[\($0.0), \($0.1), \"\($0.2)\"]" }.joined(separator: ",")
            let json = JSONValue.string(text).jsonLine
            let found = (try? paragraphs("{\"text\": \(json), \"label\": [\(list)]}")) ?? []
            #expect(found == counted(text, ranges), "\(json) \(list)")
        }
    }

    private func counted(_ text: String, _ ranges: [(Int, Int, String)]) -> [String] {
        var offset = 0
        var result: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            defer { offset += line.count + 1 }
            if line.isEmpty { continue }
            var best = (name: "none", count: 0)
            // In the order of the labels, the first of equals.
            for name in ["body", "share", "related"] {
                let count = (offset..<offset + line.count).count { position in
                    ranges.contains { $0.2 == name && $0.0 <= position && position < $0.1 }
                }
                if count > best.count { best = (name, count) }
            }
            result.append("\(2 * best.count >= line.count ? best.name : "none"): \(line)")
        }
        return result
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed everywhere.
private struct SplitMixGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
