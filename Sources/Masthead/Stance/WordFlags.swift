/// What is known of single words without a term table, one bit each.
struct WordFlag: OptionSet, Sendable {
    let rawValue: UInt16

    /// A form that only the Konjunktiv I has.
    static let konjunktiv = WordFlag(rawValue: 1)
    /// "wenn", "if".
    static let condition = WordFlag(rawValue: 2)
    /// "dass", "ob", "that".
    static let complement = WordFlag(rawValue: 4)
    /// A form of reported speech of a common verb, or of a verb of the lexicon.
    static let reported = WordFlag(rawValue: 8)
    /// Ends as the Konjunktiv I does but is no verb.
    static let noVerb = WordFlag(rawValue: 16)
    /// Joins clauses or parts of them.
    static let joining = WordFlag(rawValue: 32)
}

/// The flags of words by their hash: open addressing, at most half full.
struct WordFlags: Sendable {
    private var keys: [UInt32] = Array(repeating: 0, count: 2048)
    private var flags: [UInt16] = Array(repeating: 0, count: 2048)
    private var count = 0

    /// The words every lexicon knows.
    init() {
        add(.konjunktiv, "sei seien habe werde könne wolle müsse solle dürfe gebe gehe stehe")
        add(.condition, "wenn falls sofern if unless")
        add(.complement, "dass ob that whether")
        add(.joining, "und oder sowie als wie aber dass doch")
        add(.reported, GermanKonjunktiv.common)
        add(.noVerb, GermanKonjunktiv.neverVerbs)
    }

    private mutating func add(_ flag: WordFlag, _ words: String) {
        for word in words.split(whereSeparator: \.isWhitespace) {
            insert(flag, SpellingHash.of(folded: SpellingFold.bytes(of: word)))
        }
    }

    /// Sets a flag of a word. Amortised O(1).
    mutating func insert(_ flag: WordFlag, _ hash: UInt32) {
        if count * 2 >= keys.count { grow() }
        var slot = Int(hash) & (keys.count - 1)
        while flags[slot] != 0 && keys[slot] != hash { slot = (slot + 1) & (keys.count - 1) }
        if flags[slot] == 0 { count += 1 }
        keys[slot] = hash
        flags[slot] |= flag.rawValue
    }

    private mutating func grow() {
        let old = zip(keys, flags).filter { $0.1 != 0 }
        keys = Array(repeating: 0, count: keys.count * 2)
        flags = Array(repeating: 0, count: keys.count)
        count = 0
        for (hash, flag) in old { insert(WordFlag(rawValue: flag), hash) }
    }

    /// The flags of a word. O(1).
    @inline(__always)
    subscript(hash: UInt32) -> WordFlag {
        var slot = Int(hash) & (keys.count - 1)
        while flags[slot] != 0 {
            if keys[slot] == hash { return WordFlag(rawValue: flags[slot]) }
            slot = (slot + 1) & (keys.count - 1)
        }
        return []
    }
}
