import Testing

@testable import PageText

@Suite("What holds for every page")
struct PropertyTests {
    static let pages: [[UInt8]] = (0..<300 as Range<UInt64>).map { seed in
        var generator = SeededGenerator(seed: seed)
        if seed % 3 == 0 {
            let length = Int.random(in: 0...200, using: &generator)
            return (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
        }
        return randomPage(pieces: Int.random(in: 0...80, using: &generator), using: &generator)
    }

    @Test("byte and code point ranges tile the page")
    func tiling() {
        for bytes in Self.pages {
            let page = PageText(bytes: bytes)
            guard let last = page.paragraphs.last else { continue }
            var byte = 0
            var codePoint = 0
            for paragraph in page.paragraphs {
                #expect(paragraph.byteRange.lowerBound == byte)
                #expect(paragraph.codePointRange.lowerBound == codePoint)
                #expect(!paragraph.contentUTF8Range.isEmpty)
                byte = paragraph.byteRange.upperBound
                codePoint = paragraph.codePointRange.upperBound
            }
            let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
            #expect(last.byteRange.upperBound == bytes.count)
            #expect(last.codePointRange.upperBound == scalars.count)
        }
    }

    @Test("the three content ranges name the same characters, inside the paragraph")
    func contents() {
        for bytes in Self.pages {
            let page = PageText(bytes: bytes)
            let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
            for paragraph in page.paragraphs where paragraph.lineCount == 1 {
                let text = page.text(of: paragraph)
                let codePoints = scalars[paragraph.contentCodePointRange]
                #expect(Array(text.unicodeScalars) == Array(codePoints))
                let input = bytes[paragraph.contentByteRange]
                #expect(String(decoding: input, as: UTF8.self) == text)
                let whole = scalars[paragraph.codePointRange]
                let slice = bytes[paragraph.byteRange]
                #expect(
                    Array(String(decoding: slice, as: UTF8.self).unicodeScalars) == Array(whole))
                #expect(paragraph.byteRange.lowerBound <= paragraph.contentByteRange.lowerBound)
                #expect(paragraph.byteRange.upperBound >= paragraph.contentByteRange.upperBound)
            }
        }
    }

    @Test("the repaired text is what the standard library makes of the bytes")
    func repairs() {
        for bytes in Self.pages {
            let page = PageText(bytes: bytes)
            #expect(page.utf8 == Array(String(decoding: bytes, as: UTF8.self).utf8))
            var rebuilt: [UInt8] = []
            var copied = 0
            for repair in page.repairs {
                #expect((1...3).contains(repair.byteRange.count))
                rebuilt += bytes[copied..<repair.byteRange.lowerBound] + [0xEF, 0xBF, 0xBD]
                copied = repair.byteRange.upperBound
            }
            #expect(rebuilt + bytes[copied...] == page.utf8)
        }
    }

    @Test("the paragraphs are the trimmed lines of the text")
    func plainSplit() {
        let lineEnds = "\n\r\u{0C}\u{85}\u{2028}\u{2029}".unicodeScalars
        for bytes in Self.pages {
            let page = PageText(bytes: bytes)
            let lines = String(decoding: bytes, as: UTF8.self).unicodeScalars
                .split { lineEnds.contains($0) }
                .map { trimmed(Array($0)) }
                .filter { !$0.isEmpty }
            #expect(page.paragraphs.reduce(0) { $0 + $1.lineCount } == lines.count)
            if page.paragraphs.allSatisfy({ $0.lineCount == 1 }) {
                #expect(texts(of: page).map { Array($0.unicodeScalars) } == lines)
            }
        }
    }

    private func trimmed(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
        func isSpace(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isWhitespace
                || "\u{180E}\u{200B}\u{2060}\u{FEFF}".unicodeScalars.contains(scalar)
        }
        guard let first = line.firstIndex(where: { !isSpace($0) }),
            let last = line.lastIndex(where: { !isSpace($0) })
        else { return [] }
        return Array(line[first...last])
    }

    @Test("reading the joined paragraphs again changes nothing")
    func idempotence() {
        for bytes in Self.pages {
            let once = texts(of: PageText(bytes: bytes))
            #expect(texts(of: once.joined(separator: "\n\n")) == once)
        }
        for seed: UInt64 in 0..<20 {
            var generator = SeededGenerator(seed: seed)
            let prose = (0..<5).map { _ in randomProse(words: 60, using: &generator) }
            let page = prose.map { wrapped($0, to: 72) }.joined(separator: "\n\n")
            let once = texts(of: page)
            #expect(once == prose)
            #expect(texts(of: once.joined(separator: "\n\n")) == once)
            #expect(texts(of: once.joined(separator: "\n")) == once)
        }
    }
}
