/// What is known of single words without a term table, one bit each.
struct WordFlag: OptionSet, Sendable, Hashable {
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
    /// The first word of a phrase of the lexicon.
    static let startsPhrase = WordFlag(rawValue: 64)
    /// What a sentence is described by.
    static let traits: WordFlag = [.konjunktiv, .condition, .complement]

    /// The words every lexicon knows, by their hash.
    static let common: [UInt32: WordFlag] = {
        var flags: [UInt32: WordFlag] = [:]
        func add(_ flag: WordFlag, _ words: String) {
            for word in words.split(whereSeparator: \.isWhitespace) {
                let hash = SpellingHash.of(folded: SpellingFold.bytes(of: word))
                flags[hash, default: []].insert(flag)
            }
        }
        add(.konjunktiv, "sei seien habe werde könne wolle müsse solle dürfe gebe gehe stehe")
        add(.condition, "wenn falls sofern if unless")
        add(.complement, "dass ob that whether")
        add(.joining, "und oder sowie als wie aber dass doch")
        add(.reported, GermanKonjunktiv.common)
        add(.noVerb, GermanKonjunktiv.neverVerbs)
        return flags
    }()
}
