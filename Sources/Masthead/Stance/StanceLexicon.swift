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
    private(set) var entries: [CompiledEntry] = []
    private(set) var elements: [LexiconElement] = []
    private(set) var suffixes = AffixTrie()
    private(set) var prefixes = AffixTrie()
    let stemming: StemRule
    /// What a row demands of the words it matches.
    private(set) var demands: [RowDemand] = []
    /// A number for the referent of each naming row, 0 for other rows.
    private(set) var referents: [Int32] = []
    /// Polarity of each row, 0 where it has none, else its raw value plus 1.
    private(set) var polarities: [UInt8] = []
    /// What is known of single words, the Konjunktiv forms of the table's verbs among it.
    private(set) var flags = WordFlags()

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
        compile(builder.sorted())
        numberReferents()
        suffixes = builder.suffixes
        prefixes = builder.prefixes
        for form in builder.reportedForms { flags.insert(.reported, form) }
    }

    private mutating func compile(_ sorted: [LexiconEntry]) {
        index = HashIndex(sorted: sorted.map(\.first))
        for entry in sorted {
            let start = Int32(elements.count)
            elements += entry.rest
            entries.append(
                CompiledEntry(
                    row: entry.row, start: start, end: Int32(elements.count),
                    marksFirst: entry.marksFirst, isParticle: entry.kind == .particle))
        }
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
