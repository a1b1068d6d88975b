/// Cuts UTF-8 into words, numbers and marks, folding and hashing the words on the way.
struct WordCutter {
    /// The next byte, and the code points before it.
    private(set) var byte = 0
    private var point: Int32 = 0
    /// Folded bytes written.
    private var foldedCount = 0
    private let stemming: StemRule
    /// The hashes of the last spelling up to each of its last bytes, by their places: the hash
    /// of the stem is one of them.
    private var hashes = InlineArray<8, SpellingHash>(repeating: SpellingHash())

    init(stemming: StemRule) { self.stemming = stemming }

    /// The word that is being read.
    private struct Word {
        var hash = SpellingHash()
        var letters = 0
        var uppers = 0
        var last: UInt32 = 0
    }

    /// Reads on to the end of the next token; nil where only space follows. `bytes` are
    /// well-formed and not yet at their end. O(token).
    @inline(__always)
    mutating func next(_ bytes: Span<UInt8>, _ folded: inout MutableSpan<UInt8>) -> StanceToken? {
        while byte < bytes.count, bytes[byte] <= 0x20 { step(1) }
        guard byte < bytes.count else { return nil }
        let (scalar, width) = Self.scalar(bytes, byte)
        if SpellingFold.isLetter(scalar) || scalar &- 0x30 < 10 {
            return word(bytes, isUpper: SpellingFold.isUpper(scalar), &folded)
        }
        step(width)
        if scalar == 0xA0 || scalar == 0xAD || scalar == 0x200B { return nil }
        return StanceToken(
            start: point - 1, end: point, foldedStart: Int32(foldedCount),
            foldedEnd: Int32(foldedCount), hash: scalar, kind: .mark)
    }

    @inline(__always)
    private mutating func step(_ width: Int) {
        byte += width
        point += 1
    }

    @inline(__always)
    private mutating func word(
        _ bytes: Span<UInt8>, isUpper: Bool, _ folded: inout MutableSpan<UInt8>
    ) -> StanceToken {
        let start = point
        let foldedStart = foldedCount
        var word = Word()
        while byte < bytes.count {
            let next = bytes[byte]
            if (next | 0x20) &- 0x61 < 26 {
                word.letters += 1
                if next < 0x60 { word.uppers += 1 }
                word.last = UInt32(next)
                append(next | 0x20, &word, &folded)
                step(1)
            } else if next &- 0x30 < 10 {
                word.last = UInt32(next)
                append(next, &word, &folded)
                step(1)
            } else if next <= 0x20 || !extend(&word, bytes, &folded) {
                break
            }
        }
        var token = StanceToken(
            start: start, end: point, foldedStart: Int32(foldedStart),
            foldedEnd: Int32(foldedCount), hash: word.hash.value,
            kind: word.letters > 0 ? .word : .number, isCapitalized: isUpper,
            isAllCapitals: word.letters > 1 && word.uppers == word.letters)
        let stemEnd = stemming.stemEnd(in: folded.span, foldedStart..<foldedCount)
        token.stemEnd = Int32(stemEnd)
        token.stem = StemRule.salted(
            stemEnd == foldedCount ? token.hash : hashes[stemEnd & 7].value)
        return token
    }

    @inline(__always)
    private mutating func append(
        _ letter: UInt8, _ word: inout Word, _ folded: inout MutableSpan<UInt8>
    ) {
        folded[foldedCount] = letter
        foldedCount += 1
        word.hash.add(letter)
        hashes[foldedCount & 7] = word.hash
    }

    /// Takes a letter above ASCII or a mark within a word; false where the word ends.
    private mutating func extend(
        _ word: inout Word, _ bytes: Span<UInt8>, _ folded: inout MutableSpan<UInt8>
    ) -> Bool {
        let (scalar, width) = Self.scalar(bytes, byte)
        if scalar >= 0x80, SpellingFold.isLetter(scalar) {
            word.letters += 1
            if SpellingFold.isUpper(scalar) { word.uppers += 1 }
            SpellingFold.fold(scalar) { append($0, &word, &folded) }
        } else if scalar == 0xAD {
            step(width)
            return true
        } else if !continues(scalar, after: word.last, bytes, width) {
            return false
        } else if scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011 {
            append(0x2D, &word, &folded)
        }
        word.last = scalar
        step(width)
        return true
    }

    /// Whether a character that is neither letter nor digit belongs to the word around it:
    /// hyphens and apostrophes between letters, separators between digits, and the points of
    /// initials as in `F.A.Z.`
    private func continues(
        _ scalar: UInt32, after last: UInt32, _ bytes: Span<UInt8>, _ width: Int
    ) -> Bool {
        switch scalar {
        case 0x2D, 0x2010, 0x2011, 0x27, 0x2019, 0x2E, 0x2C: break
        default: return false
        }
        let after = byte + width
        guard after < bytes.count else { return scalar == 0x2E && endsInitials(bytes, last) }
        let (next, nextWidth) = Self.scalar(bytes, after)
        switch scalar {
        case 0x27, 0x2019:
            guard SpellingFold.isLetter(next), SpellingFold.isLetter(last) else { return false }
            // The genitive's s is not part of the name.
            let end = after + nextWidth
            let third = end < bytes.count ? Self.scalar(bytes, end).0 : 0x20
            return !(next | 0x20 == 0x73 && !SpellingFold.isLetter(third))
        case 0x2E, 0x2C:
            if last &- 0x30 < 10 && next &- 0x30 < 10 { return true }
            guard scalar == 0x2E else { return false }
            if SpellingFold.isUpper(last), SpellingFold.isUpper(next), isInitial(bytes, last) {
                let end = after + nextWidth
                return end < bytes.count && bytes[end] == 0x2E
            }
            return endsInitials(bytes, last)
        default: return SpellingFold.isLetter(next) || next &- 0x30 < 10
        }
    }

    /// Whether no letter stands before the last one.
    private func isInitial(_ bytes: Span<UInt8>, _ last: UInt32) -> Bool {
        let start = byte - Self.width(last)
        return start <= 0 || !SpellingFold.isLetter(Self.scalar(before: start, bytes))
    }

    /// Whether a capital, a point and a capital stand before the cursor.
    private func endsInitials(_ bytes: Span<UInt8>, _ last: UInt32) -> Bool {
        let start = byte - Self.width(last)
        guard SpellingFold.isUpper(last), start > 1, bytes[start - 1] == 0x2E else { return false }
        return SpellingFold.isUpper(Self.scalar(before: start - 1, bytes))
    }

    private static func width(_ scalar: UInt32) -> Int {
        scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    }

    /// The code point before a byte that begins one, not the first.
    private static func scalar(before byte: Int, _ bytes: Span<UInt8>) -> UInt32 {
        var start = byte - 1
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return scalar(bytes, start).0
    }

    /// The code point at a byte of well-formed UTF-8, and its width.
    @inline(__always)
    private static func scalar(_ bytes: Span<UInt8>, _ index: Int) -> (UInt32, Int) {
        let first = UInt32(bytes[index])
        if first < 0x80 { return (first, 1) }
        let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var code = first & (0x7F >> UInt32(width))
        for offset in 1..<width where index + offset < bytes.count {
            code = code << 6 | UInt32(bytes[index + offset] & 0x3F)
        }
        return (code, width)
    }
}
