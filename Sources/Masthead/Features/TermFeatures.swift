/// A term of a line: its key in the model's table, and the tokens it is made of.
struct Term {
    /// 32-bit hash; terms of different forms have different keys for the same words.
    let key: UInt32
    let form: Form
    /// The first token, an index into the line's tokens.
    let first: Int32
    /// The number of tokens; for a run of letters, its number within its word.
    let count: Int16

    enum Form: UInt8, Sendable {
        case word, pair, lineStart, lineEnd, gram, wholeLine
    }

    @inline(__always)
    init(_ form: Form, _ hash: UInt64, _ first: Int, _ count: Int) {
        self.init(form, key: TermKey.key(hash, form), first, count)
    }

    @inline(__always)
    init(_ form: Form, key: UInt32, _ first: Int, _ count: Int) {
        self.key = key
        self.form = form
        self.first = Int32(first)
        self.count = Int16(count)
    }

    /// The view that terms of this form belong to.
    var view: View {
        switch form {
        case .word: .words
        case .pair, .lineStart, .lineEnd: .bigrams
        case .gram: .grams
        case .wholeLine: .phrases
        }
    }
}

/// The views of terms: words, pairs of neighbouring words, and runs of four letters inside words.
enum TermFeatures {
    /// How many words from a line's start and from its end are looked up. Words in the middle of
    /// a long paragraph tell hardly more, and this bounds the cost of long ones.
    static let head = 32
    static let tail = 16
    /// How many runs of letters of a word are looked at. No word of the samples has as many; it
    /// bounds the cost of a page whose text is one endless word.
    static let runs = 256

    /// How many tokens a line has at most that is looked at as one phrase.
    static let phrase = 8

    /// The most terms that a line of so many bytes can have: words, their runs, pairs.
    static func most(inLine bytes: Int) -> Int {
        let words = min(bytes, head + tail)
        return words + min(bytes, words * runs) + words + 1
    }
}

extension LineScanner {
    /// Calls `visit` with every term of the line scanned last, view by view in the order of
    /// ``View/terms``. O(1) calls: at most 48 words are looked at, of each at most 256 runs.
    func forEachTerm(of line: LineScan, _ visit: (Term) -> Void) {
        var nothing: Void = ()
        for view in View.terms {
            forEachTerm(view, of: line, into: &nothing) { _, term in visit(term) }
        }
    }

    /// Calls `visit` with the terms of one view and with `result`, to put them there.
    @inline(__always)
    func forEachTerm<Result: ~Copyable & ~Escapable>(
        _ view: View, of line: LineScan, into result: inout Result,
        _ visit: (inout Result, Term) -> Void
    ) {
        if tokenCount == 0 { return }
        let isLong = tokenCount > TermFeatures.head + TermFeatures.tail
        forEachTerm(
            view, of: 0..<(isLong ? TermFeatures.head : tokenCount), into: &result, visit)
        if isLong {
            forEachTerm(
                view, of: (tokenCount - TermFeatures.tail)..<tokenCount, into: &result, visit)
        }
        if view == .bigrams {
            let last = tokenCount - 1
            let end = TermKey.lineEnd(ShapeFeatures.endClass(line))
            let hash = TermKey.joined(tokenBuffer[last].hash, end)
            visit(&result, Term(.lineEnd, hash, last, 1))
        }
    }

    /// Calls `visit` with the terms of each of the tokens `range`.
    @inline(__always)
    private func forEachTerm<Result: ~Copyable & ~Escapable>(
        _ view: View, of range: Range<Int>, into result: inout Result,
        _ visit: (inout Result, Term) -> Void
    ) {
        let tokens = tokenBuffer.span
        switch view {
        case .words:
            for index in range { visit(&result, Term(.word, tokens[index].hash, index, 1)) }
        case .bigrams:
            for index in range {
                let previous = index == 0 ? TermKey.lineStart : tokens[index - 1].hash
                let hash = TermKey.joined(previous, tokens[index].hash)
                visit(&result, Term(index == 0 ? .lineStart : .pair, hash, index, 1))
            }
        case .grams:
            let keys = gramBuffer.span
            for index in range {
                let first = Int(tokens[index].firstGram)
                for number in 0..<min(Int(tokens[index].grams), TermFeatures.runs) {
                    visit(&result, Term(.gram, key: keys[first + number], index, number))
                }
            }
        default: break
        }
    }

    /// The line scanned last as one phrase; nil for a line of no token or more than eight.
    var phrase: Term? {
        if tokenCount == 0 || tokenCount > TermFeatures.phrase { return nil }
        var hash = TermKey.phraseStart
        for index in 0..<tokenCount { hash = TermKey.joined(hash, tokenBuffer[index].hash) }
        return Term(.wholeLine, hash, 0, tokenCount)
    }

    /// The key of ``phrase``, 0 for none.
    var phraseKey: UInt32 { phrase?.key ?? 0 }
}

/// How terms become keys.
enum TermKey {
    /// What stands before a line's first word in a pair.
    static let lineStart: UInt64 = 0x11
    /// What a phrase's hash starts from.
    static let phraseStart: UInt64 = 5

    /// What stands behind a line's last word in a pair: how the line ends.
    static func lineEnd(_ endClass: Int) -> UInt64 { UInt64(endClass) + 0x20 }

    /// The hash of two things in a row.
    @inline(__always)
    static func joined(_ first: UInt64, _ second: UInt64) -> UInt64 {
        (first.rotated(by: 23) ^ second) &* WordHash.multiplier
    }

    /// The 32-bit key; the form keeps a word apart from a phrase of one word.
    @inline(__always)
    static func key(_ hash: UInt64, _ form: Term.Form) -> UInt32 {
        let kind: UInt64 =
            switch form {
            case .word: 1
            case .pair, .lineStart, .lineEnd: 2
            case .gram: 3
            case .wholeLine: 5
            }
        var mixed = (hash ^ (kind &* 0xD6E8_FEB8_6659_FD93)) &* WordHash.multiplier
        mixed ^= mixed >> 32
        mixed = mixed &* 0xD6E8_FEB8_6659_FD93
        return UInt32(truncatingIfNeeded: mixed >> 32)
    }
}
