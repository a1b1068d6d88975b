import Foundation
import Testing

@testable import MastheadCommand

@Suite struct JSONScannerTests {
    private func members(_ text: String) throws -> [(name: String, value: String)] {
        let bytes = Array(text.utf8)
        var scanner = JSONScanner(bytes, in: bytes.indices)
        return try scanner.object().map {
            ($0.name, String(decoding: bytes[$0.value], as: UTF8.self))
        }
    }

    private func failure(_ text: String) -> JSONFailure? {
        do {
            _ = try members(text)
            return nil
        } catch {
            return error as? JSONFailure
        }
    }

    @Test func findsMembersAsTheyStand() throws {
        let found = try members(
            #" { "a" : 1.50e+3 , "b":[1, {"c": "}"}],"a\u0062": "x\"y" , "d":null,"d":true} "#)
        #expect(found.map(\.name) == ["a", "b", "ab", "d", "d"])
        #expect(
            found.map(\.value) == ["1.50e+3", #"[1, {"c": "}"}]"#, #""x\"y""#, "null", "true"])
    }

    @Test func readsAPartOfTheBytes() throws {
        let bytes = Array(#"xx{"a":[1,"b"]}yy"#.utf8)
        var scanner = JSONScanner(bytes, in: 2..<bytes.count - 2)
        let value = try #require(try scanner.object().first?.value)
        var inner = JSONScanner(bytes, in: value)
        #expect(try inner.elements().map { Array(bytes[$0]) } == [[0x31], Array(#""b""#.utf8)])
    }

    @Test(arguments: [
        ("", JSONFailure.Reason.object, 0), ("[]", .object, 0), ("\"a\"", .object, 0),
        ("{", .name, 1), ("{a:1}", .name, 1), ("{\"a\"}", .colon, 4), ("{\"a\":}", .value, 5),
        ("{\"a\":1", .comma, 6), ("{\"a\":1 \"b\":2}", .comma, 7), ("{\"a\":1,}", .name, 7),
        ("{\"a\":[1,]}", .value, 8), ("{} {}", .end, 3), ("{\"a\":\"b}", .openString, 5),
        ("{\"a\":\"\u{1}\"}", .control, 6), ("{\"a\":\"\\x\"}", .escape, 6),
        ("{\"a\":\"\\u12g4\"}", .escape, 6), ("{\"a\":01}", .number, 6),
        ("{\"a\":1.}", .number, 7), ("{\"a\":-}", .number, 6), ("{\"a\":1e}", .number, 7),
        ("{\"a\":.5}", .value, 5), ("{\"a\":tru}", .value, 5), ("{\"a\":NaN}", .value, 5),
        ("{\"a\":\"\\", .openString, 6),
    ])
    func saysWhatIsWrongAndWhere(text: String, reason: JSONFailure.Reason, offset: Int) {
        #expect(failure(text) == JSONFailure(reason: reason, offset: offset))
    }

    @Test func refusesDeepNesting() throws {
        func nested(_ depth: Int) -> String {
            "{\"a\":" + String(repeating: "[", count: depth)
                + String(repeating: "]", count: depth) + "}"
        }
        #expect(try members(nested(JSONScanner.deepest)).count == 1)
        #expect(failure(nested(JSONScanner.deepest + 1))?.reason == .depth)
        #expect(failure("{\"a\":" + String(repeating: "[", count: 1_000_000))?.reason == .depth)
    }

    @Test(arguments: [
        (#""""#, ""), (#""a\n\t\r\b\f\/\\\"z""#, "a\n\t\r\u{8}\u{C}/\\\"z"),
        (#""\u00e4\u20AC""#, "ä€"), (#""\ud83d\ude00""#, "😀"), (#""\ud83d""#, "\u{FFFD}"),
        (#""\ude00x""#, "\u{FFFD}x"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
        (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), (#""\ud83dx""#, "\u{FFFD}x"),
        (#""\u0000""#, "\u{0}"), ("\"ü😀\"", "ü😀"),
    ])
    func resolvesEscapes(json: String, expected: String) {
        let bytes = Array(json.utf8)
        #expect(jsonString(in: bytes, bytes.indices) == Array(expected.utf8))
    }

    /// What Foundation reads, this reads with the same members, and the other way round.
    @Test func agreesWithFoundationOnMutatedRecords() {
        var random = SeededGenerator(seed: 1)
        let samples = [
            #"{"id": "a\u00e4", "text": "x\n\"y\"", "n": [1, -2.5e3, {"k": null}], "t": true}"#,
            #"{"a":{"b":{"c":[[],{},"",0]}},"d":false}"#,
        ].map { Array($0.utf8) }
        let alphabet = Array(#"{}[]",:\/0123456789.eE+-truefalsn u"#.utf8)
        var accepted = 0
        for _ in 0..<2_000 {
            var bytes = samples.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                let position = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes.remove(at: position)
                case 1: bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: position)
                default: bytes[position] = alphabet.randomElement(using: &random) ?? 0
                }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            // Foundation accepts a comma after the last element, and refuses lone surrogates.
            let isSpecial =
                text.contains(",]") || text.contains(",}")
                || text.contains("\\u") && !text.contains("\\u00e4")
            if isSpecial { continue }
            let expected = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
            let found = try? members(text)
            #expect((found == nil) == (expected == nil), "\(text)")
            if let expected, let found {
                accepted += 1
                #expect(Set(found.map(\.name)) == Set(expected.keys), "\(text)")
            }
        }
        #expect(accepted > 500)
    }
}
