import Testing

@testable import MastheadCommand

@Suite struct ArchiveBatchReaderTests {
    private func reader(_ text: String, chunk: Int, longest: Int = 1_000) -> ArchiveBatchReader {
        ArchiveBatchReader(
            PeekedSource(ChunkedSource(Array(text.utf8), chunk: chunk)), longest: longest)
    }

    private func records(
        _ text: String, chunk: Int = 1 << 16, longest: Int = 1_000
    ) throws -> [ArchiveRecord] {
        var reader = reader(text, chunk: chunk, longest: longest)
        return try reader.all().flatMap { content -> [ArchiveRecord] in
            if case .archive(let records) = content { records } else { [] }
        }
    }

    private func record(_ body: String, type: String = "conversion", id: String = "1") -> String {
        """
        WARC/1.0\r
        WARC-Type: \(type)\r
        WARC-Target-URI: https://a.example/\(id)\r
        WARC-Date: 2024-01-02T03:04:05Z\r
        WARC-Record-ID: <urn:uuid:\(id)>\r
        WARC-Identified-Content-Language: deu,eng\r
        Content-Type: text/plain\r
        Content-Length: \(body.utf8.count)\r
        \r
        \(body)\r
        \r

        """
    }

    private let bodies = ["Erster Text.\n\nAbsatz", "", "WARC/1.0\r\n\r\nin the text", "😀\n"]

    @Test(arguments: [1, 2, 5, 100, 1 << 16])
    func readsRecordsByTheirLength(chunk: Int) throws {
        let archive =
            record("Software: x", type: "warcinfo")
            + bodies.map { record($0) }.joined() + record("r", type: "response")
        let found = try records(archive, chunk: chunk)
        #expect(try found.map { Array(try $0.content.get()) } == bodies.map { Array($0.utf8) })
        #expect(found.allSatisfy { $0.address == "https://a.example/1" })
        #expect(found.allSatisfy { $0.identifier == "urn:uuid:1" && $0.language == "deu" })
        #expect(found.allSatisfy { $0.date == "2024-01-02T03:04:05Z" })
    }

    @Test func readsLineFeedsAloneAndNamesInAnyCase() throws {
        let archive = "WARC/1.1\nwarc-type:conversion\ncontent-length:3\n\nabc\n\n"
        let found = try records(archive)
        #expect(try found.map { try $0.content.get() } == [Array("abc".utf8)])
        #expect(found.first?.identifier == nil)
    }

    @Test func marksWhereverTheFileIsCutOff() throws {
        let first = record("Erster Text", id: "1")
        let second = record("Zweiter Text", id: "2")
        let whole = Array((first + second).utf8)
        for length in 0...whole.count {
            let text = String(decoding: whole[..<length], as: UTF8.self)
            let found = try records(text, chunk: 9)
            let isGood = found.map { (try? $0.content.get()) != nil }
            // Line breaks after a record are not part of it.
            switch length {
            case 0: #expect(isGood == [])
            case ..<(first.utf8.count - 4): #expect(isGood == [false], "\(length)")
            case ...first.utf8.count: #expect(isGood == [true], "\(length)")
            case ..<(whole.count - 4): #expect(isGood == [true, false], "\(length)")
            default: #expect(isGood == [true, true], "\(length)")
            }
        }
        let cut = try records(String(first.dropLast(7)))
        #expect(cut.first?.content == .failure(.cutOff(found: 6, expected: 11)))
        #expect(cut.first?.identifier == "urn:uuid:1")
    }

    @Test(arguments: [
        "garbage\r\n", "WARC/1.0\r\nWARC-Type: conversion\r\n\r\n",
        "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: -4\r\n\r\nabcd\r\n",
        "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 99999999999999999999\r\n\r\nab\r\n",
    ])
    func marksBadHeadersAndGoesOn(bad: String) throws {
        let found = try records(record("a") + bad + record("b"), chunk: 11)
        try #require(found.count == 3)
        #expect(found[1].content == .failure(.malformed))
        #expect(found[2].content == .success(Array("b".utf8)))
    }

    @Test func leavesLongRecordsOutAndGoesOn() throws {
        let long = String(repeating: "x", count: 2_000)
        let found = try records(record(long) + record("b"), chunk: 64)
        #expect(found.map(\.content) == [.failure(.tooLong(2_000)), .success(Array("b".utf8))])
    }

    @Test func survivesRandomDamage() throws {
        var random = SeededGenerator(seed: 3)
        let whole = Array(bodies.map { record($0) }.joined().utf8)
        for _ in 0..<300 {
            var bytes = whole
            for _ in 0..<3 {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
                    in: 0...255, using: &random)
            }
            let source = PeekedSource(ChunkedSource(bytes, chunk: 17))
            var reader = ArchiveBatchReader(source, longest: 1_000)
            #expect(try reader.all().count <= 1)
        }
    }

    @Test func handsOverTheRecordsBeforeAFailure() throws {
        let source = ChunkedSource(Array((record("a") + record("b").dropLast(9)).utf8), chunk: 7)
        source.failure = SystemFailure(code: 5)
        var reader = ArchiveBatchReader(PeekedSource(source), longest: 1_000)
        #expect(try reader.next()?.archiveTexts == ["a"])
        #expect(throws: SystemFailure(code: 5)) { try reader.next() }
    }
}
