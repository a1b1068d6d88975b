import Testing

@testable import MastheadCommand

@Suite struct LineBatchReaderTests {
    private func reader(
        _ text: String, chunk: Int, isEager: Bool = false, longest: Int = ReadSize.record
    ) -> LineBatchReader {
        LineBatchReader(
            PeekedSource(ChunkedSource(Array(text.utf8), chunk: chunk)), isEager: isEager,
            longest: longest)
    }

    /// The lines of all batches with their numbers, line breaks kept.
    private func lines(_ contents: [Batch.Content]) -> [String] {
        contents.flatMap { content -> [String] in
            switch content {
            case .lines(let bytes, let first):
                let pieces = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
                return pieces.enumerated().compactMap { index, line in
                    let text = String(decoding: line, as: UTF8.self)
                    return index == pieces.count - 1 && line.isEmpty
                        ? nil : "\(first + index) \(text)"
                }
            case .longLine(let number): return ["\(number) long"]
            default: return ["?"]
            }
        }
    }

    @Test(arguments: [1, 2, 3, 7, 1 << 16], [false, true])
    func keepsLinesAndNumbersWhateverThePieces(chunk: Int, isEager: Bool) throws {
        let text = "a\n\nbcd\ne\r\n\nlast"
        var reader = reader(text, chunk: chunk, isEager: isEager)
        #expect(lines(try reader.all()) == ["1 a", "2 ", "3 bcd", "4 e\r", "5 ", "6 last"])
    }

    @Test func endsWithoutALineAfterTheLastBreak() throws {
        var reader = reader("a\nb\n", chunk: 2)
        #expect(lines(try reader.all()) == ["1 a", "2 b"])
        var empty = self.reader("", chunk: 2)
        #expect(try empty.all().isEmpty)
    }

    @Test func eagerReaderHandsOverWhatThereIs() throws {
        var reader = reader("one\ntwo\nthree\n", chunk: 4, isEager: true)
        #expect(try reader.next() == .lines(Array("one\n".utf8), first: 1))
        #expect(try reader.next() == .lines(Array("two\n".utf8), first: 2))
        #expect(try reader.next() == .lines(Array("three\n".utf8), first: 3))
        #expect(try reader.next() == nil)
    }

    @Test func batchesAreOfABoundedSize() throws {
        let line = String(repeating: "x", count: 99) + "\n"
        var reader = reader(String(repeating: line, count: 10_000), chunk: 1 << 16)
        let contents = try reader.all()
        #expect(contents.count == 4)
        #expect(lines(contents).count == 10_000)
        #expect(lines(contents).last?.hasPrefix("10000 x") ?? false)
    }

    @Test(arguments: [1, 3, 5, 64], [false, true])
    func marksLongLinesAndGoesOn(chunk: Int, isEager: Bool) throws {
        let long = String(repeating: "x", count: 40)
        var reader = reader(
            "a\n\(long)\nb\nc\n\(long)", chunk: chunk, isEager: isEager, longest: 8)
        let found = lines(try reader.all())
        // A line that came whole with others may be read although it is long.
        try #require(found.count == 5)
        #expect(found.map { $0.prefix(1) } == ["1", "2", "3", "4", "5"])
        #expect(found[2] == "3 b" && found[3] == "4 c")
        if chunk < 8 { #expect(found[1] == "2 long" && found[4] == "5 long") }
    }

    @Test func handsOverTheLinesBeforeAFailure() throws {
        let source = ChunkedSource(Array("a\nb\ncut".utf8), chunk: 3)
        source.failure = SystemFailure(code: 5)
        var reader = LineBatchReader(PeekedSource(source), isEager: false)
        #expect(try reader.next() == .lines(Array("a\nb\n".utf8), first: 1))
        #expect(throws: SystemFailure(code: 5)) { try reader.next() }
    }
}
