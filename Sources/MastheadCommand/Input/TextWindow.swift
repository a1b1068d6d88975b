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

    /// The length of the first window of a text, all of it where it fits.
    ///
    /// The cut is after the last blank line in the window's second half, else after the last line
    /// end, else after the last space in the second half, else between two code points. Line
    /// ends are LF, CR LF and CR. Only the first `size + 1` bytes decide. O(window).
    static func length(of text: ArraySlice<UInt8>) -> Int {
        // A text cannot have more lines than bytes.
        if text.count <= mostLines { return text.count }
        let start = text.startIndex
        let limit = start + min(size, text.count)
        var position = start
        var lines = 0
        var lineEnd: Int?
        var blankEnd: Int?
        var isBlank = false
        while position < limit, lines < mostLines {
            let byte = text[position]
            position += 1
            if byte == 0x0A || (byte == 0x0D && !isLineFeed(text, position)) {
                lines += 1
                lineEnd = position
                if isBlank { blankEnd = position }
                isBlank = true
            } else if byte != 0x20, byte != 0x09, byte != 0x0D {
                isBlank = false
            }
        }
        if position == text.endIndex { return text.count }
        let half = start + (position - start) / 2
        if let blankEnd, blankEnd >= half { return blankEnd - start }
        if let lineEnd { return lineEnd - start }
        if let space = text[half..<position].lastIndex(of: 0x20) { return space + 1 - start }
        return boundary(of: text, before: position) - start
    }

    /// The lengths of all windows of a text. O(text).
    static func lengths(of text: [UInt8]) -> [Int] {
        // Most texts need no look for a place to cut.
        if text.count <= size,
            ByteScan.lineEndByteCount(in: text, text.indices) < mostLines
        {
            return [text.count]
        }
        var lengths: [Int] = []
        var rest = text[...]
        repeat {
            lengths.append(length(of: rest))
            rest = rest.dropFirst(lengths[lengths.count - 1])
        } while !rest.isEmpty
        return lengths
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

    private static func isLineFeed(_ text: ArraySlice<UInt8>, _ position: Int) -> Bool {
        position < text.endIndex && text[position] == 0x0A
    }

    /// The last place up to `limit` that is not inside a code point: of well-formed UTF-8, at most
    /// three bytes before.
    private static func boundary(of text: ArraySlice<UInt8>, before limit: Int) -> Int {
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
