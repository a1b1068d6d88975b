/// Which inflectional endings a language's words lose before they are compared.
///
/// Light stemming: it need not be right about words, only the same for the forms of one.
enum StemRule: UInt8, Sendable {
    /// -e, -en, -em, -er, -es, -n, -s, up to three times.
    case german
    /// -s, -es.
    case english
    /// Nothing.
    case none

    /// The rule of a language by its BCP 47 code.
    init(language: String) {
        switch language.prefix(2) {
        case "de": self = .german
        case "en", "fr": self = .english
        default: self = .none
        }
    }

    /// Where the stem of folded bytes ends. At least four bytes are left. O(1).
    func stemEnd(of word: ArraySlice<UInt8>) -> Int {
        word.startIndex + stemEnd(in: word.span, 0..<word.count)
    }

    /// Where the stem of the word in a range of folded bytes ends: at most six bytes before the
    /// word does. O(1).
    @inline(__always)
    func stemEnd(in word: Span<UInt8>, _ range: Range<Int>) -> Int {
        let start = range.lowerBound
        var end = range.upperBound
        switch self {
        case .none: break
        case .english:
            guard end - start > 4, word[end - 1] == Self.s, word[end - 2] != Self.s else { break }
            end -= 1
            if end - start > 4, word[end - 1] == Self.e { end -= 1 }
        case .german:
            for _ in 0..<3 {
                guard end - start > 4 else { break }
                let last = word[end - 1]
                guard last == Self.e || Self.isEnding(last) else { break }
                let before = word[end - 2]
                if last == Self.e {
                    end -= 1
                } else if before == Self.e, end - start > 5 {
                    end -= 2
                } else if last == Self.n && before == Self.r || last == Self.s && before != Self.s {
                    end -= 1
                } else {
                    break
                }
            }
        }
        if self == .english, end - start > 4, word[end - 1] == Self.e { end -= 1 }
        return end
    }

    /// The stem's hash, kept apart from the hash of the same spelling as a word.
    @inline(__always)
    static func salted(_ hash: UInt32) -> UInt32 { hash ^ 0x5A17_C0DE }

    /// The salted hash of the stem of a spelling. O(length).
    func hash(of text: some StringProtocol) -> UInt32 {
        let bytes = SpellingFold.bytes(of: text)
        let end = stemEnd(of: bytes[...])
        return Self.salted(SpellingHash.of(folded: bytes[..<end]))
    }

    private static let e = UInt8(ascii: "e")
    private static let n = UInt8(ascii: "n")
    private static let r = UInt8(ascii: "r")
    private static let s = UInt8(ascii: "s")
    private static let m = UInt8(ascii: "m")

    @inline(__always)
    private static func isEnding(_ byte: UInt8) -> Bool {
        byte == n || byte == m || byte == r || byte == s
    }
}
