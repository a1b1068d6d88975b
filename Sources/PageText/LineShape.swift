/// What the hard-wrap test needs to know of a line, in four bytes, so that a page of ten million
/// short lines stays cheap.
struct LineShape: Sendable, Equatable {
    /// The column of the right edge, indentation included; 255 stands for that much or more.
    let edge: UInt8
    /// The columns of white space before the content, a tab reaching to the next multiple of 8.
    let indentation: UInt8
    /// The code points of the first word: what would have had to fit on the line before.
    let firstWord: UInt8
    let traits: Traits

    struct Traits: OptionSet, Sendable, Equatable {
        let rawValue: UInt8

        /// A blank line, a form feed or U+2029 stands before the line, or it is the first.
        static let opensBlock = Traits(rawValue: 1 << 0)
        /// The first letter is not upper case, and no figure stands before it.
        static let continues = Traits(rawValue: 1 << 1)
        /// The line ends as a sentence does, or with a colon.
        static let endsSentence = Traits(rawValue: 1 << 2)
        static let endsWithColon = Traits(rawValue: 1 << 3)
        /// A tab, two bars, or columns of spaces stand inside the line.
        static let isTabular = Traits(rawValue: 1 << 4)
        static let isSingleWord = Traits(rawValue: 1 << 5)
        /// The two marker bits: a dash, a numeral, or (both) a bullet or quotation mark of mail.
        static let dash = Traits(rawValue: 1 << 6)
        static let numeral = Traits(rawValue: 1 << 7)
        static let bullet: Traits = [.dash, .numeral]
    }

    /// The list marker at the start of the line, empty without one.
    var marker: Traits { traits.intersection(.bullet) }

    /// The shapes of the lines of a page. O(n) in the lines and the white space between them.
    static func shapes(of lines: [Paragraph], in utf8: [UInt8]) -> [LineShape] {
        var end = 0
        return lines.map { line in
            defer { end = line.contentUTF8Range.upperBound }
            return LineShape(
                content: line.contentUTF8Range, columns: line.contentCodePointRange.count,
                gap: end..<line.contentUTF8Range.lowerBound, of: utf8, isFirst: end == 0)
        }
    }
}

extension LineShape {
    /// Measures a line whose content stands at `content`, with the white space in `gap` between it
    /// and the content before. O(n) in the gap and the first code points.
    init(content: Range<Int>, columns: Int, gap: Range<Int>, of utf8: [UInt8], isFirst: Bool) {
        let space = Space(gap, of: utf8)
        var traits: Traits = isFirst || space.endsBlock ? [.opensBlock] : []
        let edge = space.indentation + columns
        indentation = UInt8(clamping: space.indentation)
        self.edge = UInt8(clamping: edge)
        let word = Self.firstWord(of: content, of: utf8)
        firstWord = UInt8(clamping: word.columns)
        if word.end == content.upperBound { traits.insert(.isSingleWord) }
        if Self.continues(content, of: utf8) { traits.insert(.continues) }
        // A line beyond every width is never joined: its inside and its end need no look.
        if edge <= HardWrap.widths.upperBound {
            if Self.isTabular(content, of: utf8) { traits.insert(.isTabular) }
            traits.formUnion(Self.ending(of: content, of: utf8))
        }
        traits.formUnion(Self.marker(content.lowerBound..<word.end, of: utf8))
        self.traits = traits
    }

    /// The white space between two contents.
    private struct Space {
        var indentation = 0
        var endsBlock = false

        init(_ gap: Range<Int>, of utf8: [UInt8]) {
            var lineEnds = 0
            var offset = gap.lowerBound
            while offset < gap.upperBound {
                let lineEnd = utf8.lineEndLength(at: offset)
                if lineEnd > 0 {
                    lineEnds += 1
                    indentation = 0
                    if utf8[offset] == 0x0C || utf8[offset + lineEnd - 1] == 0xA9 {
                        endsBlock = true
                    }
                    offset += lineEnd
                } else {
                    let length = utf8.whiteSpaceLength(at: offset)
                    if utf8[offset] == 0x09 { indentation |= 7 }
                    indentation += Self.takesNoRoom(utf8[offset..<offset + length]) ? 0 : 1
                    offset += length
                }
            }
            endsBlock = endsBlock || lineEnds > 1
        }

        /// Whether a white space is U+200B, U+2060 or U+FEFF.
        private static func takesNoRoom(_ bytes: ArraySlice<UInt8>) -> Bool {
            bytes.first == 0xEF || bytes.first == 0xE2 && (bytes.last == 0x8B || bytes.last == 0xA0)
        }
    }

    /// The first word up to a space or tab, looked at for 64 code points at most.
    private static func firstWord(
        of content: Range<Int>, of utf8: [UInt8]
    ) -> (columns: Int, end: Int) {
        var offset = content.lowerBound
        var columns = 0
        while offset < content.upperBound, utf8[offset] > 0x20 || utf8[offset] < 9 {
            if utf8[offset] & 0xC0 != 0x80 {
                if columns == 64 { break }
                columns += 1
            }
            offset += 1
        }
        return (columns, offset)
    }

    /// Whether the line is a row of a table. Wide gaps alone do not make one: justified lines of
    /// few words have them too, but all of one width or two.
    private static func isTabular(_ content: Range<Int>, of utf8: [UInt8]) -> Bool {
        // Most lines have neither tabs nor bars nor two spaces in a row.
        guard ByteScan.hasColumns(in: utf8, content) else { return false }
        var bars = 0
        var gaps = 0
        var gap = 0
        var narrowest = Int.max
        var widest = 0
        for offset in content {
            let byte = utf8[offset]
            if byte == 0x20 {
                gap += 1
                continue
            }
            bars += byte == UInt8(ascii: "|") ? 1 : 0
            if byte == 0x09 || bars == 2 { return true }
            if gap == 0 { continue }
            gaps += 1
            narrowest = min(narrowest, gap)
            widest = max(widest, gap)
            gap = 0
        }
        return widest >= 4 && (gaps < 3 || widest > narrowest + 1)
    }

    /// Whether the line reads on from the one before, judged by its first eight code points.
    private static func continues(_ content: Range<Int>, of utf8: [UInt8]) -> Bool {
        var offset = content.lowerBound
        for _ in 0..<8 where offset < content.upperBound {
            switch utf8[offset] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): return true
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                return false
            case 0..<0x80:
                offset += 1
                continue
            default: break
            }
            let (scalar, length) = utf8.scalar(at: offset)
            if scalar.properties.numericType != nil { return false }
            // Letters of scripts without case read on as lower-case letters do, but for those
            // from U+2E80 on, which are mostly written without spaces.
            if scalar.properties.isAlphabetic {
                return !scalar.properties.isUppercase && scalar.value < 0x2E80
            }
            offset += length
        }
        return false
    }

    /// How the line ends, behind closing quotation marks and brackets.
    private static func ending(of content: Range<Int>, of utf8: [UInt8]) -> Traits {
        var end = content.upperBound
        while end > content.lowerBound {
            let start = utf8.scalarStart(endingAt: end)
            switch utf8.scalar(at: start).scalar {
            case "\"", "'", ")", "]", "»", "«", "›", "‹", "”", "“", "’", "‘", "」", "』":
                end = start
            case ".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।": return .endsSentence
            case ":", "：": return [.endsSentence, .endsWithColon]
            default: return []
            }
        }
        return []
    }

    /// The list marker that the first word is, or begins with.
    private static func marker(_ word: Range<Int>, of utf8: [UInt8]) -> Traits {
        let (scalar, length) = utf8.scalar(at: word.lowerBound)
        switch scalar {
        case ">", "•", "▪", "‣", "◦", "■", "●", "►", "·", "✓": return .bullet
        case "*", "+": return word.count == length ? .bullet : []
        case "-", "–", "—": return word.count == length ? .dash : []
        default: break
        }
        guard word.count >= 2, word.count <= 4 else { return [] }
        let last = utf8[word.upperBound - 1]
        let body = utf8[word.dropLast()]
        let isNumber = body.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        let isLetter = body.count == 1 && body.allSatisfy { ($0 | 0x20) >= 0x61 && $0 < 0x7B }
        if last == UInt8(ascii: ")"), isNumber || isLetter { return .numeral }
        return last == UInt8(ascii: ".") && isNumber ? .numeral : []
    }
}
