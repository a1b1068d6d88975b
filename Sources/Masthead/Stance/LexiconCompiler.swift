/// Compiles rows of a term table into the tables of ``LexiconTables``.
struct LexiconCompiler {
    private let terms: [StanceTerm]
    private let learntStart: Int
    private let language: String
    private var builder: LexiconBuilder
    private let strings: [String]
    private let numbers: [String: Int]

    init(_ terms: [StanceTerm], learntStart: Int, language: String) {
        self.terms = terms
        self.learntStart = learntStart
        self.language = language
        builder = LexiconBuilder(stemming: StemRule(language: language), language: language)
        for (row, term) in terms.enumerated() { builder.add(term, row: Int32(row)) }
        var all: Set<String> = []
        for term in terms {
            all.insert(term.term)
            all.insert(term.alternatives)
            for (key, value) in term.attributes {
                all.insert(key)
                all.insert(value)
            }
        }
        strings = all.sorted()
        numbers = Dictionary(uniqueKeysWithValues: strings.enumerated().map { ($1, $0) })
    }

    /// The tables in the order in which ``LexiconTables`` reads them. O(forms · log forms).
    func tables() -> [[UInt8]] {
        let demands = terms.map { Self.demand($0, language: language) }
        var matching = MatchingTables(demands)
        matching.add(builder.sorted())
        matching.addFlags(builder.reportedForms)
        let suffixes = matching.affixes(builder.suffixes)
        let prefixes = matching.affixes(builder.prefixes)
        var text: [UInt8] = []
        var starts: [UInt32] = [0]
        for string in strings {
            text += Array(string.utf8)
            starts.append(UInt32(text.count))
        }
        var words: [[UInt8]] = FlatIndex.tables(matching.words)
        words += FlatIndex.tables(matching.pairs) + suffixes + prefixes
        words += [
            TablePack.bytes(of: matching.entries), TablePack.bytes(of: matching.elements),
            TablePack.bytes(of: matching.affixRows),
        ]
        return words + rowTables(demands) + [
            TablePack.bytes(of: starts), text, TablePack.bytes(of: [UInt32(learntStart)]),
            Array(language.utf8),
        ]
    }

    /// The rows' records, attributes and exceptions.
    private func rowTables(_ demands: [UInt32]) -> [[UInt8]] {
        var rows: [UInt32] = []
        var attributes: [UInt32] = []
        var exceptions: [UInt32] = []
        var referents: [String: UInt32] = [:]
        for (row, term) in terms.enumerated() {
            let polarity = term.attributes["polarity"].flatMap { StancePolarity(name: $0) }
            let referent = term.category == .naming ? term.attributes["referent"] : nil
            var number: UInt32 = 0
            if let referent {
                number = referents[referent] ?? UInt32(referents.count + 1)
                referents[referent] = number
            }
            var bits = UInt32(term.category.rawValue) | demands[row]
            bits |= UInt32(StanceTerm.Form.allCases.firstIndex(of: term.form) ?? 0) << 4
            bits |= UInt32(polarity.map { $0.rawValue + 1 } ?? 0) << 8
            if term.attributes["anonymous"] == "true" { bits |= LexiconFlag.anonymous }
            if term.attributes["weak"] == "true" { bits |= LexiconFlag.weak }
            rows += [
                self.number(of: term.term), self.number(of: term.alternatives),
                UInt32(attributes.count / 2), UInt32(term.attributes.count),
                SpellingHash.of(folded: SpellingFold.bytes(of: term.term)), number,
                referent.map { self.number(of: $0) + 1 } ?? 0, bits,
            ]
            for (key, value) in term.attributes.sorted(by: { $0.key < $1.key }) {
                attributes += [self.number(of: key), self.number(of: value)]
            }
            for word in Self.exceptions(term) { exceptions += [UInt32(row), word] }
        }
        return [rows, attributes, exceptions].map { TablePack.bytes(of: $0) }
    }

    private func number(of string: String) -> UInt32 { UInt32(numbers[string] ?? 0) }

    private static func exceptions(_ term: StanceTerm) -> [UInt32] {
        (term.attributes["except"] ?? "").split(separator: ",").map {
            SpellingHash.of(folded: SpellingFold.bytes(of: $0))
        }
    }

    /// What a row demands of the words it matches, beyond their spelling.
    private static func demand(_ term: StanceTerm, language: String) -> UInt32 {
        var demand: UInt32 = exceptions(term).isEmpty ? 0 : LexiconFlag.exceptions
        if language.hasPrefix("de"), term.form == .lemmaNoun {
            demand |= LexiconFlag.upper
        } else if let wanted = term.attributes["case"] {
            demand |= wanted == "upper" ? LexiconFlag.upper : LexiconFlag.lower
        }
        return demand
    }
}

/// The tables that matching walks through, as they are filled.
private struct MatchingTables {
    private(set) var words: [(key: UInt32, value: UInt64)] = []
    private(set) var pairs: [(key: UInt32, value: UInt64)] = []
    private(set) var entries: [UInt32] = []
    private(set) var elements: [UInt32] = []
    private(set) var affixRows: [UInt32] = []
    private let demands: [UInt32]
    private var places: [UInt32: Int] = [:]

    init(_ demands: [UInt32]) { self.demands = demands }

    /// Adds entries, sorted by their first token. Phrases whose second word follows at once are
    /// found by their first two words, so that a frequent first word costs no walk through all
    /// phrases that begin with it.
    mutating func add(_ sorted: [LexiconEntry]) {
        var byFirst: [UInt32: [LexiconEntry]] = [:]
        var byPair: [UInt32: [LexiconEntry]] = [:]
        for entry in sorted {
            if let second = entry.rest.first, second.gap == 0 {
                byPair[SpellingHash.pair(entry.first, second.key), default: []].append(entry)
                byFirst[entry.first, default: []] += []
            } else {
                byFirst[entry.first, default: []].append(entry)
            }
        }
        let phraseStarts = Set(sorted.filter { $0.rest.first?.gap == 0 }.map(\.first))
        for (key, group) in byFirst.sorted(by: { $0.key < $1.key }) {
            let start = entries.count / 4
            for entry in group { append(entry, skipping: 0) }
            var flags: WordFlag = []
            if phraseStarts.contains(key) { flags.insert(.startsPhrase) }
            places[key] = words.count
            words.append(
                (key, PackedRun(start: start, count: group.count, flags: flags.rawValue).bits))
        }
        for (key, group) in byPair.sorted(by: { $0.key < $1.key }) {
            let start = entries.count / 4
            for entry in group { append(entry, skipping: 1) }
            pairs.append((key, PackedRun(start: start, count: group.count).bits))
        }
    }

    private mutating func append(_ entry: LexiconEntry, skipping known: Int) {
        let rest = entry.rest.dropFirst(known)
        var bits = demands[Int(entry.row)] | UInt32(rest.count)
        if entry.marksFirst { bits |= LexiconFlag.marksFirst }
        if entry.kind == .particle { bits |= LexiconFlag.particle }
        entries += [UInt32(entry.row), UInt32(elements.count / 2), bits, 0]
        for element in rest { elements += [element.key, UInt32(element.gap)] }
    }

    /// Adds what is known of single words.
    mutating func addFlags(_ reported: Set<UInt32>) {
        var flags = WordFlag.common
        for hash in reported { flags[hash, default: []].insert(.reported) }
        for (hash, flag) in flags.sorted(by: { $0.key < $1.key }) {
            if let place = places[hash] {
                words[place].value |= UInt64(flag.rawValue)
            } else {
                words.append((hash, PackedRun(start: 0, count: 0, flags: flag.rawValue).bits))
            }
        }
    }

    /// The index of affixes, each with all its beginnings.
    mutating func affixes(_ affixes: [[UInt8]: [Int32]]) -> [[UInt8]] {
        var runs: [UInt32: UInt64] = [:]
        for (bytes, rows) in affixes.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            var hash = SpellingHash()
            for byte in bytes {
                hash.add(byte)
                runs[hash.value, default: 0] |= 0
            }
            runs[hash.value] = PackedRun(start: affixRows.count, count: rows.count).bits
            affixRows += rows.map { UInt32($0) }
        }
        return FlatIndex.tables(runs.map { (key: $0.key, value: $0.value) })
    }
}
