/// A term of a line: its key in the model's table, and the tokens it is made of.
struct Term {
    /// 32-bit hash; terms of different forms have different keys for the same words.
    let key: UInt32
    let form: Form
    /// The first token, an index into the page's tokens.
    let first: Int32
    /// The number of tokens; for a run of letters, its number within its word.
    let count: Int16

    enum Form: UInt8, Sendable {
        case word, pair, lineStart, lineEnd, gram, wholeLine, firstThree, lastThree
    }

    @inline(__always)
    init(_ form: Form, _ hash: UInt64, _ first: Int, _ count: Int) {
        key = TermKey.key(hash, form)
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
        case .wholeLine, .firstThree, .lastThree: .phrases
        }
    }
}

/// The views of terms: words, pairs of neighbouring words, runs of four letters inside words, and
/// whole phrases.
struct TermFeatures {
    /// How many words from a line's start and from its end are looked up. Words in the middle of
    /// a long paragraph tell hardly more, and this bounds the cost of long ones.
    static let head = 32
    static let tail = 16
    /// How many runs of letters of a word are looked at. No word of the samples has as many; it
    /// bounds the cost of a page whose text is one endless word.
    static let runs = 256

    private let tokens: [Token]
    private let grams: [UInt64]

    init(_ scanner: LineScanner) {
        tokens = scanner.tokens
        grams = scanner.grams
    }

    /// Calls `visit` with every term of a line, view by view in the order of ``View/terms``.
    /// O(1) calls: at most 48 words are looked at, of each at most 256 runs.
    func visit(_ line: LineScan, _ visit: (Term) -> Void) {
        for view in View.terms { self.visit(view, of: line, visit) }
    }

    /// Calls `visit` with the terms of one view.
    @inline(__always)
    func visit(_ view: View, of line: LineScan, _ visit: (Term) -> Void) {
        let range = line.tokens
        if range.isEmpty { return }
        switch view {
        case .words:
            forEachToken(in: range) { visit(Term(.word, tokens[$0].hash, $0, 1)) }
        case .bigrams:
            forEachToken(in: range) { index in
                let isFirst = index == range.lowerBound
                let previous = isFirst ? TermKey.lineStart : tokens[index - 1].hash
                let hash = TermKey.joined(previous, tokens[index].hash)
                visit(Term(isFirst ? .lineStart : .pair, hash, index, 1))
            }
            let last = range.upperBound - 1
            let end = TermKey.lineEnd(ShapeFeatures.endClass(line))
            visit(Term(.lineEnd, TermKey.joined(tokens[last].hash, end), last, 1))
        case .grams:
            forEachToken(in: range) { index in
                for (number, gram) in tokens[index].grams.prefix(Self.runs).enumerated() {
                    visit(Term(.gram, grams[Int(gram)], index, number))
                }
            }
        case .phrases: visitPhrases(range, visit)
        default: break
        }
    }

    /// Calls `body` with the index of each token that is looked at.
    @inline(__always)
    private func forEachToken(in range: Range<Int>, _ body: (Int) -> Void) {
        let isLong = range.count > Self.head + Self.tail
        let head = isLong ? range.lowerBound + Self.head : range.upperBound
        for index in range.lowerBound..<head { body(index) }
        if isLong {
            for index in (range.upperBound - Self.tail)..<range.upperBound { body(index) }
        }
    }

    /// The whole line where it has at most eight tokens, and its first and last three.
    @inline(__always)
    private func visitPhrases(_ range: Range<Int>, _ visit: (Term) -> Void) {
        func phrase(_ part: Range<Int>, _ form: Term.Form) {
            var hash = TermKey.phraseStart
            for index in part { hash = TermKey.joined(hash, tokens[index].hash) }
            visit(Term(form, hash, part.lowerBound, part.count))
        }
        if range.count <= 8 { phrase(range, .wholeLine) }
        if range.count >= 3 {
            phrase(range.lowerBound..<(range.lowerBound + 3), .firstThree)
            phrase((range.upperBound - 3)..<range.upperBound, .lastThree)
        }
    }
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
            case .firstThree: 6
            case .lastThree: 7
            }
        var mixed = (hash ^ (kind &* 0xD6E8_FEB8_6659_FD93)) &* WordHash.multiplier
        mixed ^= mixed >> 32
        mixed = mixed &* 0xD6E8_FEB8_6659_FD93
        return UInt32(truncatingIfNeeded: mixed >> 32)
    }
}
