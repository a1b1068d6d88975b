/// The tables of a lexicon, read in place.
///
/// Any number may stand in a damaged table, so whatever is out of bounds is read as nothing.
final class LexiconTables: Sendable {
    /// Words and stems: a run of ``entries`` and the word's flags.
    private let words: FlatIndex<UInt64>
    /// One bit for the upper seventeen bits of a hash: most words of a text are in no lexicon.
    private let filter: [UInt64]
    /// The first two words of phrases without a gap between them: a run of ``entries``.
    let pairs: FlatIndex<UInt64>
    let entries: TableView<SIMD4<UInt32>>
    /// Tokens after the entry's first, or first two: key and gap.
    let elements: TableView<SIMD2<UInt32>>
    /// Ends and beginnings of compounds by hash of their bytes in walking order: a run of
    /// ``affixRows``, empty for what only leads to longer ones.
    let suffixes: FlatIndex<UInt64>
    let prefixes: FlatIndex<UInt64>
    let affixRows: TableView<UInt32>
    private let rows: TableView<SIMD8<UInt32>>
    /// Names and values of the rows' attributes, as numbers of strings.
    private let attributes: TableView<SIMD2<UInt32>>
    /// Rows with the compounds they leave out.
    private let exceptions: TableView<SIMD2<UInt32>>
    private let strings: TableView<UInt32>
    private let text: Range<Int>
    private let memory: ModelMemory
    let language: String
    let learntStart: Int

    init(_ memory: ModelMemory, _ range: Range<Int>) throws(ModelError) {
        let pack = try TablePack(memory, range)
        func index(_ first: Int) throws(ModelError) -> FlatIndex<UInt64> {
            try FlatIndex(
                keys: pack.table(first, of: UInt32.self),
                values: pack.table(first + 1, of: UInt64.self))
        }
        words = try index(0)
        var filter = [UInt64](repeating: 0, count: 1 << 11)
        words.forEachKey { filter[Int($0 >> 21)] |= 1 << UInt64($0 >> 15 & 63) }
        self.filter = filter
        pairs = try index(2)
        suffixes = try index(4)
        prefixes = try index(6)
        entries = try pack.table(8, of: SIMD4<UInt32>.self)
        elements = try pack.table(9, of: SIMD2<UInt32>.self)
        affixRows = try pack.table(10, of: UInt32.self)
        rows = try pack.table(11, of: SIMD8<UInt32>.self)
        attributes = try pack.table(12, of: SIMD2<UInt32>.self)
        exceptions = try pack.table(13, of: SIMD2<UInt32>.self)
        strings = try pack.table(14, of: UInt32.self)
        text = try pack.range(15)
        self.memory = memory
        learntStart = Int(try pack.table(16, of: UInt32.self).at(0, else: 0))
        language = memory.string(try pack.range(17))
    }

    var rowCount: Int { rows.count }

    /// What stands under the hash of a word or of a stem; nil where nothing does. O(1).
    @inline(__always)
    func run(of hash: UInt32) -> UInt64? {
        if filter[Int(hash >> 21)] >> UInt64(hash >> 15 & 63) & 1 == 0 { return nil }
        return words[hash]
    }

    @inline(__always)
    private func record(_ row: Int32) -> SIMD8<UInt32> { rows.at(Int(row), else: .zero) }

    /// The category a row proposes.
    @inline(__always)
    func category(of row: Int32) -> StanceCategory {
        StanceCategory(rawValue: UInt8(record(row)[7] & 15)) ?? .naming
    }

    /// A row's polarity, 0 where it has none, else its raw value plus 1.
    @inline(__always)
    func polarity(of row: Int32) -> UInt8 { UInt8(record(row)[7] >> 8 & 7) }

    func isAnonymous(_ row: Int32) -> Bool { record(row)[7] & LexiconFlag.anonymous != 0 }

    @inline(__always)
    func isWeak(_ row: Int32) -> Bool { record(row)[7] & LexiconFlag.weak != 0 }

    /// What a row demands of the first word, as ``LexiconFlag``.
    @inline(__always)
    func demand(of row: Int32) -> UInt32 { record(row)[7] & LexiconFlag.demands }

    /// Equal for rows of one wording.
    @inline(__always)
    func key(of row: Int32) -> UInt32 { record(row)[4] }

    /// A number for the referent of a naming row, 0 for other rows.
    @inline(__always)
    func referent(of row: Int32) -> UInt32 { record(row)[5] }

    func wording(of row: Int32) -> String { string(record(row)[0]) }

    func alternatives(of row: Int32) -> String { string(record(row)[1]) }

    func referentName(of row: Int32) -> String? {
        let number = record(row)[6]
        return number == 0 ? nil : string(number - 1)
    }

    /// Whether a row leaves out a compound of that hash. O(rows with exceptions).
    func excludes(_ hash: UInt32, from row: Int32) -> Bool {
        (0..<exceptions.count).contains { exceptions[$0] == SIMD2(UInt32(row), hash) }
    }

    private func string(_ number: UInt32) -> String {
        let start = text.lowerBound + Int(strings.at(Int(number), else: 0))
        let end = text.lowerBound + Int(strings.at(Int(number) + 1, else: 0))
        guard start <= end, end <= text.upperBound else { return "" }
        return memory.string(start..<end)
    }

    /// The row as it stood in the term table. O(attributes).
    func term(_ row: Int32) -> StanceTerm {
        let record = record(row)
        let forms = StanceTerm.Form.allCases
        var term = StanceTerm(
            category: category(of: row), term: wording(of: row),
            form: forms[min(Int(record[7] >> 4 & 15), forms.count - 1)])
        term.alternatives = alternatives(of: row)
        for index in 0..<Int(min(record[3], 64)) {
            let pair = attributes.at(Int(record[2]) + index, else: .zero)
            term.attributes[string(pair[0])] = string(pair[1])
        }
        return term
    }
}

/// Bits of an entry and of a row.
enum LexiconFlag {
    /// The first word begins with a capital.
    static let upper: UInt32 = 1 << 16
    /// The first word begins with no capital.
    static let lower: UInt32 = 1 << 17
    /// Some compounds are left out.
    static let exceptions: UInt32 = 1 << 18
    /// What a row demands of its first word.
    static let demands = upper | lower | exceptions
    /// Only the first token is marked.
    static let marksFirst: UInt32 = 1 << 19
    /// The last token must end its clause.
    static let particle: UInt32 = 1 << 20
    /// The wording is rarely a marker.
    static let weak: UInt32 = 1 << 21
    /// The source is not named.
    static let anonymous: UInt32 = 1 << 22
}
