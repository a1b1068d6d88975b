/// The wordings of a language compiled for matching: every inflected form, phrase and compound
/// head of its term table, found in one pass over the tokens.
public struct StanceLexicon: Sendable {
    /// BCP 47 code of the language.
    public let language: String
    /// The table's rows, then the rows learnt from samples.
    public private(set) var terms: [StanceTerm]
    /// Rows from this index on were learnt from samples.
    public private(set) var learntStart: Int
    /// A key for each row: equal for rows of one wording.
    private(set) var rowKeys: [UInt32] = []
    /// Entries whose first token has a key, and where they are.
    private(set) var index = HashIndex()
    private(set) var entries: [LexiconEntry] = []
    private(set) var suffixes = AffixTrie()
    private(set) var prefixes = AffixTrie()
    let stemming: StemRule
    /// What a row demands of the words it matches.
    private(set) var demands: [RowDemand] = []
    /// A number for the referent of each naming row, 0 for other rows.
    private(set) var referents: [Int32] = []
    /// Polarity of each row, 0 where it has none, else its raw value plus 1.
    private(set) var polarities: [UInt8] = []
    /// Hashes of the Konjunktiv forms of the table's verbs.
    private(set) var reportedForms: Set<UInt32> = []

    /// A lexicon of the rows, those from `learntStart` on learnt. O(forms · log forms).
    public init(terms: [StanceTerm], learntStart: Int? = nil, language: String) {
        self.terms = terms
        self.learntStart = learntStart ?? terms.count
        self.language = language
        stemming = StemRule(language: language)
        var builder = LexiconBuilder(stemming: stemming, language: language)
        for (row, term) in terms.enumerated() {
            rowKeys.append(SpellingHash.of(folded: SpellingFold.bytes(of: term.term)))
            demands.append(RowDemand(term, language: language))
            builder.add(term, row: Int32(row))
        }
        (index, entries) = builder.index()
        numberReferents()
        suffixes = builder.suffixes
        prefixes = builder.prefixes
        reportedForms = builder.reportedForms
    }

    private mutating func numberReferents() {
        var numbers: [String: Int32] = [:]
        for term in terms {
            let polarity = term.attributes["polarity"].flatMap { StancePolarity(name: $0) }
            polarities.append(polarity.map { $0.rawValue + 1 } ?? 0)
            guard term.category == .naming, let name = term.attributes["referent"] else {
                referents.append(0)
                continue
            }
            let number = numbers[name] ?? Int32(numbers.count + 1)
            numbers[name] = number
            referents.append(number)
        }
    }

    /// The lexicon with more rows, marked as learnt. O(all forms).
    public func adding(_ learnt: [StanceTerm]) -> StanceLexicon {
        StanceLexicon(terms: terms + learnt, learntStart: learntStart, language: language)
    }

    /// Keeps the counts of languages apart.
    var salt: UInt32 { SpellingHash.of(folded: language.utf8) }

    func isLearnt(_ row: Int32) -> Bool { Int(row) >= learntStart }
}

/// What a row demands of the words it matches, beyond their spelling.
struct RowDemand: Sendable, Hashable {
    /// The first word begins with a capital, or does not; nil where either will do.
    var isUpper: Bool?
    /// The wording is rarely a marker (`weak=true`).
    var isWeak: Bool
    /// Compounds that end as the affix does but mean something else.
    var exceptions: Set<UInt32> = []

    init(_ term: StanceTerm, language: String) {
        isUpper = term.attributes["case"].map { $0 == "upper" }
        if language.hasPrefix("de"), term.form == .lemmaNoun { isUpper = true }
        isWeak = term.attributes["weak"] == "true"
        for word in (term.attributes["except"] ?? "").split(separator: ",") {
            exceptions.insert(SpellingHash.of(folded: SpellingFold.bytes(of: word)))
        }
    }

    /// Whether a token may be the first of the row's wording. In headlines and at the start of
    /// a sentence a capital says nothing.
    func accepts(_ token: StanceToken) -> Bool {
        if !exceptions.isEmpty && exceptions.contains(token.hash) { return false }
        guard let isUpper else { return true }
        return token.startsSentence && !isUpper ? true : token.isCapitalized == isUpper
    }
}

/// One token of an entry after the first.
struct LexiconElement: Sendable, Hashable {
    /// Hash of a spelling, or salted hash of a stem.
    let key: UInt32
    /// The most words that may stand before it.
    let gap: UInt8
}

/// One way in which a row's wording may stand in a text.
struct LexiconEntry: Sendable, Hashable {
    let first: UInt32
    let rest: [LexiconElement]
    let row: Int32
    /// Only the first token is marked; the rest is the condition.
    var marksFirst: Bool
    /// The other tokens may stand in another order or stay away.
    let kind: Kind

    enum Kind: UInt8, Sendable { case form, stem, particle, phrase }
}

/// Positions by 32-bit key: open addressing, at most half full.
struct HashIndex: Sendable {
    private var keys: [UInt32] = []
    private var ranges: [UInt64] = []
    private var mask = 0

    init() {}

    /// An index of sorted keys: equal keys are neighbours.
    init(sorted keysInOrder: [UInt32]) {
        var size = 16
        while size < keysInOrder.count * 2 { size *= 2 }
        keys = Array(repeating: 0, count: size)
        ranges = Array(repeating: 0, count: size)
        mask = size - 1
        var start = 0
        while start < keysInOrder.count {
            var end = start + 1
            while end < keysInOrder.count, keysInOrder[end] == keysInOrder[start] { end += 1 }
            insert(keysInOrder[start], UInt64(start) << 32 | UInt64(end))
            start = end
        }
    }

    private mutating func insert(_ key: UInt32, _ range: UInt64) {
        var slot = Int(key) & mask
        while ranges[slot] != 0 { slot = (slot + 1) & mask }
        keys[slot] = key
        ranges[slot] = range
    }

    /// Where the key's entries are; empty where it has none. O(1).
    @inline(__always)
    subscript(key: UInt32) -> Range<Int> {
        if mask == 0 { return 0..<0 }
        var slot = Int(key) & mask
        while ranges[slot] != 0 {
            if keys[slot] == key {
                return Int(ranges[slot] >> 32)..<Int(ranges[slot] & 0xFFFF_FFFF)
            }
            slot = (slot + 1) & mask
        }
        return 0..<0
    }
}

/// Beginnings or ends of words as a tree of bytes.
struct AffixTrie: Sendable {
    private var children: [[UInt8: Int32]] = [[:]]
    private var rows: [[Int32]] = [[]]

    /// Whether the tree holds nothing.
    var isEmpty: Bool { children.count == 1 && children[0].isEmpty }

    /// Adds a row's affix, in the order in which it will be walked.
    mutating func insert(_ bytes: some Sequence<UInt8>, row: Int32) {
        var node = 0
        for byte in bytes {
            if let next = children[node][byte] {
                node = Int(next)
            } else {
                children[node][byte] = Int32(children.count)
                node = children.count
                children.append([:])
                rows.append([])
            }
        }
        rows[node].append(row)
    }

    /// The rows of the longest affix that leaves at least `spare` bytes. O(length).
    func match(_ bytes: some BidirectionalCollection<UInt8>, sparing spare: Int) -> [Int32] {
        var node = 0
        var best: [Int32] = []
        var left = bytes.count
        for byte in bytes {
            guard let next = children[node][byte] else { break }
            node = Int(next)
            left -= 1
            if left < spare { break }
            if !rows[node].isEmpty { best = rows[node] }
        }
        return best
    }
}
