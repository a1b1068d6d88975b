/// Expands rows of a term table to entries.
struct LexiconBuilder {
    let stemming: StemRule
    let language: String
    private(set) var entries: [LexiconEntry] = []
    /// Rows by the bytes of an affix, in the order in which they are compared: ends from
    /// their last byte on.
    private(set) var suffixes: [[UInt8]: [Int32]] = [:]
    private(set) var prefixes: [[UInt8]: [Int32]] = [:]
    private(set) var reportedForms: Set<UInt32> = []

    /// Shorter heads stand at the end of too many other words ("-rat", "-amt").
    private static let shortestHead = 5
    /// Words between the verb of a clause and its particle: a longer clause is rare and the
    /// particle then more often belongs to another verb.
    private static let particleGap: UInt8 = 24
    /// Words a gap of a phrase may hold.
    private static let phraseGap: UInt8 = 6

    init(stemming: StemRule, language: String) {
        self.stemming = stemming
        self.language = language
    }

    /// Adds all entries of a row. O(forms).
    mutating func add(_ term: StanceTerm, row: Int32) {
        for form in (term.attributes["forms"] ?? "").split(separator: ",") {
            addWords(form, row: row, stemmed: false)
        }
        addSeparated(term, row: row)
        switch term.form {
        case .word: addWords(term.term, row: row, stemmed: false)
        case .phrase: addPhrase(term, row: row)
        case .lemmaVerb: addVerb(term.term, row: row)
        case .lemmaNoun: addNoun(term, row: row)
        case .lemmaAdjective: addStem(term.term, row: row)
        case .prefix: addAffix(term.term, row: row, isSuffix: false)
        case .suffix: addAffix(term.term, row: row, isSuffix: true)
        }
    }

    private func stemsPhrase(_ term: StanceTerm) -> Bool {
        switch term.category {
        case .naming, .loaded, .attitude, .booster: true
        default: false
        }
    }

    private func key(_ word: some StringProtocol, stemmed: Bool) -> UInt32 {
        if stemmed && word.unicodeScalars.count > 4 { return stemming.hash(of: word) }
        return SpellingHash.of(folded: SpellingFold.bytes(of: word))
    }

    /// The words of a phrase with the gap before each, 0 where none is allowed.
    private func words(of phrase: some StringProtocol) -> [(word: String, gap: UInt8)] {
        if !phrase.contains(where: { $0 == " " || $0 == "." || $0 == "'" || $0 == "’" }) {
            let bytes = SpellingFold.bytes(of: phrase)
            if bytes.isEmpty { return [] }
            return [(word: String(decoding: bytes, as: UTF8.self), gap: 0)]
        }
        var words: [(word: String, gap: UInt8)] = []
        var gap: UInt8 = 0
        for part in phrase.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }) {
            if part == "…" || part == "..." {
                gap = Self.phraseGap
                continue
            }
            let scan = StanceScan(String(part))
            for token in scan.tokens where token.isWord || token.kind == .number {
                let spelling = String(decoding: scan.spelling(token), as: UTF8.self)
                words.append((spelling, gap))
                gap = 0
            }
        }
        return words
    }

    private mutating func addWords(_ phrase: some StringProtocol, row: Int32, stemmed: Bool) {
        let words = words(of: phrase)
        guard let first = words.first else { return }
        let rest = words.dropFirst().map {
            LexiconElement(key: key($0.word, stemmed: stemmed), gap: $0.gap)
        }
        entries.append(
            LexiconEntry(
                first: key(first.word, stemmed: stemmed), rest: rest, row: row,
                marksFirst: rest.contains { $0.gap > 0 },
                kind: rest.isEmpty ? .form : .phrase))
    }

    /// A phrase, marked as its row says: whole, or only what stands before the gap (`mark=first`)
    /// or its first word (`mark=1`). Of phrases with a gap both are proposed; the counts tell
    /// them apart.
    private mutating func addPhrase(_ term: StanceTerm, row: Int32) {
        addWords(term.term, row: row, stemmed: stemsPhrase(term))
        guard let entry = entries.last, entry.row == row else { return }
        let mark = term.attributes["mark"]
        if mark == "1" {
            entries[entries.count - 1].marksFirst = true
        } else if mark == "all" {
            entries[entries.count - 1].marksFirst = false
        } else if entry.marksFirst {
            var whole = entry
            whole.marksFirst = false
            entries.append(whole)
        }
    }

    /// Finite forms that stand apart from their particle, where the row lists them.
    private mutating func addSeparated(_ term: StanceTerm, row: Int32) {
        guard let particle = term.attributes["particle"], let finite = term.attributes["finite"]
        else { return }
        for form in finite.split(separator: ",") {
            addParticle(String(form), particle, row: row)
        }
    }

    private mutating func addParticle(_ form: String, _ particle: String, row: Int32) {
        entries.append(
            LexiconEntry(
                first: key(form, stemmed: false),
                rest: [
                    LexiconElement(key: key(particle, stemmed: false), gap: Self.particleGap)
                ], row: row, marksFirst: true, kind: .particle))
    }

    private mutating func addStem(_ word: String, row: Int32) {
        let words = words(of: word)
        if words.count > 1 { return addWords(word, row: row, stemmed: true) }
        let first = stemming.hash(of: word)
        entries.append(
            LexiconEntry(first: first, rest: [], row: row, marksFirst: false, kind: .stem))
    }

    private mutating func addNoun(_ term: StanceTerm, row: Int32) {
        addStem(term.term, row: row)
        guard stemming == .german, term.category == .naming || term.category == .loaded,
            !term.term.contains(" ")
        else { return }
        let bytes = SpellingFold.bytes(of: term.term)
        let stem = bytes[..<stemming.stemEnd(of: bytes[...])]
        if stem.count >= Self.shortestHead { suffixes[stem.reversed(), default: []].append(row) }
    }

    private mutating func addAffix(_ affix: String, row: Int32, isSuffix: Bool) {
        let bytes = SpellingFold.bytes(of: affix.filter { $0 != "-" && $0 != "…" })
        guard bytes.count >= 3 else { return }
        if isSuffix {
            let stem = bytes[..<stemming.stemEnd(of: bytes[...])]
            suffixes[stem.reversed(), default: []].append(row)
        } else {
            prefixes[bytes, default: []].append(row)
        }
    }

    private mutating func addVerb(_ infinitive: String, row: Int32) {
        guard language.hasPrefix("de") else {
            let forms = language.hasPrefix("en") ? EnglishVerb.forms(of: infinitive) : [infinitive]
            for form in forms { addWords(form, row: row, stemmed: false) }
            return
        }
        let verb = GermanVerb(infinitive: infinitive)
        for form in verb.joined { addWords(form, row: row, stemmed: false) }
        for form in verb.separated { addParticle(form, verb.particle, row: row) }
        for form in [verb.reported, verb.reportedSeparated] where !form.isEmpty {
            reportedForms.insert(key(form, stemmed: false))
        }
    }

    /// The entries ordered by their first token, each once. O(n log n).
    func sorted() -> [LexiconEntry] {
        var seen: Set<LexiconEntry> = []
        return entries.filter { seen.insert($0).inserted }
            .sorted { ($0.first, $0.row) < ($1.first, $1.row) }
    }
}
