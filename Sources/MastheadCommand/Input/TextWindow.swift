import PageText

/// How long texts are cut into windows that are analysed one by one, so that memory does not grow
/// with the text.
///
/// A text that fits one window is one page. No news page comes near the size of a window, so what
/// is longer is a file of many pages, a book or a log, and loses nothing but the view across the
/// cut.
enum TextWindow {
    /// The most bytes of a window. Analysing takes about fifty times as much memory, on each
    /// thread.
    static let size = 1 << 19
    /// The most lines of a window: each takes about a kilobyte of memory, however short it is.
    static let mostLines = 1 << 14

    /// The length of the window of a text that begins at `start`, all that is left where it fits.
    ///
    /// The cut is after the last blank line in the window's second half, else after the last line
    /// end, else after the last space in the second half, else between two code points. Line
    /// ends are LF, CR LF and CR. Only the first `size + 1` bytes decide. O(window).
    static func length(of text: [UInt8], from start: Int = 0) -> Int {
        // A text cannot have more lines than bytes.
        if text.count - start <= mostLines { return text.count - start }
        var end = min(start + size, text.count)
        if ByteScan.lineEndByteCount(in: text, start..<end) >= mostLines {
            end = endOfLines(text, start..<end)
        }
        if end == text.count { return end - start }
        return cut(text, start..<end) - start
    }

    /// The lengths of all windows of a text. O(text).
    static func lengths(of text: [UInt8]) -> [Int] {
        var lengths: [Int] = []
        var start = 0
        repeat {
            lengths.append(length(of: text, from: start))
            start += lengths[lengths.count - 1]
        } while start < text.count
        return lengths
    }

    /// The end of the last line that a window may have, or of the range where it has fewer.
    private static func endOfLines(_ text: [UInt8], _ range: Range<Int>) -> Int {
        var lines = 0
        for index in range where isLineEnd(text, index) {
            lines += 1
            if lines == mostLines { return index + 1 }
        }
        return range.upperBound
    }

    /// Where a window is cut that can't hold the whole text. Looks backwards, for the place is
    /// nearly always near the end.
    private static func cut(_ text: [UInt8], _ range: Range<Int>) -> Int {
        let half = range.lowerBound + range.count / 2
        var lineEnd: Int?
        for index in range.reversed() where isLineEnd(text, index) {
            if index + 1 < half, lineEnd != nil { break }
            lineEnd = lineEnd ?? index + 1
            if index + 1 >= half, isBlank(text, range.lowerBound..<index) { return index + 1 }
        }
        if let lineEnd { return lineEnd }
        let space = text[half..<range.upperBound].lastIndex(of: 0x20)
        return space.map { $0 + 1 } ?? boundary(of: text, before: range.upperBound)
    }

    /// Whether the last line of the range, which ends behind it, is blank; not the first line,
    /// which may have begun before.
    private static func isBlank(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        for index in range.reversed() {
            if isLineEnd(text, index) { return true }
            let byte = text[index]
            if byte != 0x20, byte != 0x09, byte != 0x0D { return false }
        }
        return false
    }

    private static func isLineEnd(_ text: [UInt8], _ index: Int) -> Bool {
        let byte = text[index]
        if byte == 0x0D { return index + 1 == text.count || text[index + 1] != 0x0A }
        return byte == 0x0A
    }

    /// The numbers of paragraphs of all windows of a page whose paragraphs are told apart already.
    static func counts(of paragraphs: [String]) -> [Int] {
        var counts = [0]
        var size = 0
        for paragraph in paragraphs {
            let length = paragraph.utf8.count + 1
            let last = counts.count - 1
            if counts[last] > 0, size + length > Self.size || counts[last] == mostLines {
                counts.append(1)
                size = length
            } else {
                counts[last] += 1
                size += length
            }
        }
        return counts
    }

    /// The last place up to `limit` that is not inside a code point: of well-formed UTF-8, at most
    /// three bytes before.
    private static func boundary(of text: [UInt8], before limit: Int) -> Int {
        for position in (limit - 3...limit).reversed() where text[position] & 0xC0 != 0x80 {
            return position
        }
        return limit
    }
}

/// Where in the whole text a window stands.
struct TextOffset: Sendable, Equatable {
    /// Bytes of the input before it.
    var bytes = 0
    /// Code points of the repaired text before it.
    var codePoints = 0

    /// Moves behind a window.
    mutating func pass(_ window: [UInt8]) {
        bytes += window.count
        // Counted in the repaired text, as the offsets inside a window are.
        codePoints += ByteScan.codePointCount(repairing: window)
    }
}
