/// Finds the non-blank lines of a page, each as a paragraph of one line.
///
/// Blank lines are passed over as white space and leave nothing behind, so ten million of them
/// cost their bytes and no memory.
struct LineScanner {
    private let utf8: [UInt8]
    private var inputOffsets: InputOffsets
    /// `codePoints` code points stand before the offset `counted`.
    private var counted = 0
    private var codePoints = 0

    init(_ repaired: RepairedBytes) {
        utf8 = repaired.utf8
        inputOffsets = InputOffsets(repaired.repairs)
    }

    /// A place on the page in its three units.
    private struct Position {
        let utf8: Int
        let input: Int
        let codePoint: Int
    }

    /// The lines of the page, which tile it; none where it is blank. O(n).
    mutating func lines() -> [Paragraph] {
        var lines: [Paragraph] = []
        var start = position(at: 0)
        var content = nextContent(from: 0, lineStart: 0).content
        while content < utf8.count {
            let contentStart = position(at: content)
            let lineEnd = ByteScan.lineEnd(in: utf8, from: content)
            let contentEnd = position(at: trimmedEnd(of: content..<lineEnd))
            let next = nextContent(from: contentEnd.utf8, lineStart: lineEnd)
            let end = position(at: next.content == utf8.count ? utf8.count : next.lineStart)
            lines.append(
                Paragraph(
                    byteRange: start.input..<end.input,
                    codePointRange: start.codePoint..<end.codePoint,
                    contentByteRange: contentStart.input..<contentEnd.input,
                    contentUTF8Range: contentStart.utf8..<contentEnd.utf8,
                    contentCodePointRange: contentStart.codePoint..<contentEnd.codePoint,
                    lineCount: 1))
            start = end
            content = next.content
        }
        return lines
    }

    /// The position at an offset; offsets must come in ascending order.
    private mutating func position(at offset: Int) -> Position {
        if offset == counted + 1 {
            // A line feed, mostly; no place asked for is inside a code point.
            codePoints += 1
        } else if offset > counted {
            codePoints += ByteScan.codePointCount(in: utf8, counted..<offset)
        }
        counted = offset
        let input = inputOffsets.offset(ofUTF8: offset)
        return Position(utf8: offset, input: input, codePoint: codePoints)
    }

    /// The next offset that is not white space, and where its line starts.
    private func nextContent(
        from offset: Int, lineStart: Int
    ) -> (content: Int, lineStart: Int) {
        var offset = offset
        var lineStart = lineStart
        while offset < utf8.count {
            let lineEnd = utf8.lineEndLength(at: offset)
            let length = lineEnd > 0 ? lineEnd : utf8.whiteSpaceLength(at: offset)
            if length == 0 { break }
            offset += length
            if lineEnd > 0 { lineStart = offset }
        }
        return (offset, lineStart)
    }

    /// The end of a line that begins with content, without the white space at its end.
    private func trimmedEnd(of line: Range<Int>) -> Int {
        var end = line.upperBound
        while end > line.lowerBound {
            let start = utf8.scalarStart(endingAt: end)
            if utf8.whiteSpaceLength(at: start) == 0 { break }
            end = start
        }
        return end
    }
}
