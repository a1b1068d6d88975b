/// A term of a line: its view, its key in the model's table, and the tokens it is made of.
package struct Term: Sendable {
    package let view: View
    /// 32-bit hash; terms of different views have different keys for the same words.
    package let key: UInt32
    let form: Form
    /// The first token, an index into the page's tokens.
    let first: Int32
    /// The number of tokens; for a run of letters, its number within its word.
    let count: Int16

    enum Form: UInt8, Sendable {
        case word, pair, lineStart, lineEnd, gram, wholeLine, firstThree, lastThree
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

    /// Calls `visit` with every term of a line. O(1) calls: at most 48 words are looked at, of each
    /// at most 256 runs.
    func visit(_ line: LineScan, _ visit: (Term) -> Void) {
        let range = line.tokens
        if range.isEmpty { return }
        visitPhrases(line, visit)
        var previous = TermKey.lineStart
        var index = range.lowerBound
        while index < range.upperBound {
            if index == range.lowerBound + Self.head && index < range.upperBound - Self.tail {
                index = range.upperBound - Self.tail
                previous = tokens[index - 1].hash
            }
            let token = tokens[index]
            let pair: Term.Form = index == range.lowerBound ? .lineStart : .pair
            visit(term(.words, .word, token.hash, index, 1))
            visit(term(.bigrams, pair, TermKey.joined(previous, token.hash), index, 1))
            for (number, gram) in token.grams.prefix(Self.runs).enumerated() {
                let hash = grams[Int(gram)]
                visit(term(.grams, .gram, hash, index, number))
            }
            previous = token.hash
            index += 1
        }
        let end = TermKey.joined(previous, TermKey.lineEnd(ShapeFeatures.endClass(line)))
        visit(term(.bigrams, .lineEnd, end, range.upperBound - 1, 1))
    }

    /// The whole line where it has at most eight tokens, and its first and last three.
    private func visitPhrases(_ line: LineScan, _ visit: (Term) -> Void) {
        let range = line.tokens
        func phrase(_ part: Range<Int>, _ form: Term.Form) {
            var hash = TermKey.phraseStart
            for token in tokens[part] { hash = TermKey.joined(hash, token.hash) }
            visit(term(.phrases, form, hash, part.lowerBound, part.count))
        }
        if range.count <= 8 { phrase(range, .wholeLine) }
        if range.count >= 3 {
            phrase(range.lowerBound..<(range.lowerBound + 3), .firstThree)
            phrase((range.upperBound - 3)..<range.upperBound, .lastThree)
        }
    }

    private func term(
        _ view: View, _ form: Term.Form, _ hash: UInt64, _ first: Int, _ count: Int
    ) -> Term {
        Term(
            view: view, key: TermKey.key(hash, form), form: form, first: Int32(first),
            count: Int16(count))
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
    static func joined(_ first: UInt64, _ second: UInt64) -> UInt64 {
        (first.rotated(by: 23) ^ second) &* WordHash.multiplier
    }

    /// The 32-bit key; the form keeps a word apart from a phrase of one word.
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
