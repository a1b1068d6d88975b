extension PageText {
    /// The content of a paragraph as a reader sees it.
    ///
    /// A line break inside a rejoined paragraph, with the white space around it, becomes one space.
    /// Nothing stands in its place behind a hyphen that ends the line: U+00AD goes with the break,
    /// and so does `-` between lower-case letters on a page that splits words; otherwise `-` stays
    /// ("US-" before "Präsident"). It keeps its space before a conjunction ("Vor-" before "und").
    /// `paragraph` must be of this page. O(n) in the content.
    public func text(of paragraph: Paragraph) -> String {
        let content = paragraph.contentUTF8Range
        precondition(content.upperBound <= utf8.count, "paragraph of another page")
        guard paragraph.lineCount > 1 else { return String(decoding: utf8[content], as: UTF8.self) }
        var text: [UInt8] = []
        text.reserveCapacity(content.count)
        append(paragraph, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends the text of a paragraph as ``text(of:)`` gives it. O(n) in the content.
    package func append(_ paragraph: Paragraph, to text: inout [UInt8]) {
        let content = paragraph.contentUTF8Range
        precondition(content.upperBound <= utf8.count, "paragraph of another page")
        guard paragraph.lineCount > 1 else {
            text += utf8[content]
            return
        }
        var copied = content.lowerBound
        for lineBreak in LineBreaks(in: content, of: utf8) {
            let hyphen = LineEndHyphen(before: lineBreak, of: utf8)
            let dropsHyphen = hyphen.kind == .soft || hyphen.kind == .lowerCase && splitsWords
            text += utf8[copied..<lineBreak.lowerBound - (dropsHyphen ? hyphen.length : 0)]
            if hyphen.kind == .none { text.append(UInt8(ascii: " ")) }
            copied = lineBreak.upperBound
        }
        text += utf8[copied..<content.upperBound]
    }
}

/// The line breaks inside a content, each with the white space around it.
struct LineBreaks: Sequence, IteratorProtocol {
    private let utf8: [UInt8]
    private var offset: Int
    private let end: Int

    init(in content: Range<Int>, of utf8: [UInt8]) {
        self.utf8 = utf8
        offset = content.lowerBound
        end = content.upperBound
    }

    mutating func next() -> Range<Int>? {
        let lineEnd = ByteScan.lineEnd(in: utf8, from: offset)
        guard lineEnd < end else { return nil }
        // Content neither begins nor ends with white space, so both loops stop inside it.
        var start = lineEnd
        while start > offset {
            let before = utf8.scalarStart(endingAt: start)
            if utf8.whiteSpaceLength(at: before) == 0 { break }
            start = before
        }
        var next = lineEnd
        while next < end {
            let length = utf8.whiteSpaceLength(at: next)
            if length == 0 { break }
            next += length
        }
        offset = next
        return start..<next
    }
}

/// The hyphen, if any, that ends a line before a break.
struct LineEndHyphen {
    enum Kind {
        /// No hyphen that belongs to a word: the break stands for a space.
        case none
        /// U+00AD, which shows only where a line ends.
        case soft
        /// `-` between lower-case letters: a split word or a compound.
        case lowerCase
        /// `-` between other letters or figures: a compound.
        case compound
    }

    let kind: Kind
    let length: Int

    /// Words before which a hyphen stands for the rest of a compound ("Vor- und Nachteile",
    /// "two- or threefold"); as the rest of a split word none of them is likely.
    private static let conjunctions: [[UInt8]] = [
        "und", "oder", "bzw", "bis", "sowie", "and", "or", "to",
    ].map { Array($0.utf8) }

    init(before lineBreak: Range<Int>, of utf8: [UInt8]) {
        let start = utf8.scalarStart(endingAt: lineBreak.lowerBound)
        let hyphen = utf8.scalar(at: start)
        length = hyphen.length
        guard start > 0, lineBreak.upperBound < utf8.count else {
            kind = .none
            return
        }
        let before = utf8.scalar(at: utf8.scalarStart(endingAt: start)).scalar.properties
        let after = utf8.scalar(at: lineBreak.upperBound).scalar.properties
        switch hyphen.scalar {
        case "\u{AD}": kind = .soft
        case "-", "\u{2010}":
            let joins =
                (before.isAlphabetic || before.numericType != nil)
                && (after.isAlphabetic || after.numericType != nil)
            if !joins || Self.isConjunction(at: lineBreak.upperBound, of: utf8) {
                kind = .none
            } else {
                kind = before.isLowercase && after.isLowercase ? .lowerCase : .compound
            }
        default: kind = .none
        }
    }

    private static func isConjunction(at offset: Int, of utf8: [UInt8]) -> Bool {
        conjunctions.contains { word in
            guard utf8[offset...].starts(with: word) else { return false }
            let end = offset + word.count
            return end == utf8.count || !utf8.scalar(at: end).scalar.properties.isAlphabetic
        }
    }
}

/// How often a wrapped page has hyphens between lower-case letters at line ends and inside lines.
struct LineEndHyphens {
    private var lineBreaks = 0
    private var atLineEnds = 0
    private var insideLines = 0

    /// Whether a hyphen at a line end splits a word.
    ///
    /// Where only compounds are broken, one hyphen in about ten stands at a line end; where words
    /// are split, most do, and one break in 20 or more has one. A third is between the two.
    var splitWords: Bool { 3 * atLineEnds > insideLines && 20 * atLineEnds >= lineBreaks }

    init(of paragraphs: [Paragraph], in utf8: [UInt8]) {
        for paragraph in paragraphs where paragraph.lineCount > 1 {
            let content = paragraph.contentUTF8Range
            lineBreaks += paragraph.lineCount - 1
            for lineBreak in LineBreaks(in: content, of: utf8)
            where LineEndHyphen(before: lineBreak, of: utf8).kind == .lowerCase {
                atLineEnds += 1
            }
            for offset in content.dropFirst().dropLast() where utf8[offset] == UInt8(ascii: "-") {
                let before = utf8.scalar(at: utf8.scalarStart(endingAt: offset)).scalar
                let after = utf8.scalar(at: offset + 1).scalar
                if before.properties.isLowercase, after.properties.isLowercase { insideLines += 1 }
            }
        }
    }
}
