import NaiveBayes

/// Frequent words of languages with their rates, and words that mark a variety.
///
/// A language's words are its function words: they are a third of any running text, whatever it
/// is about, so that a hundred of them tell languages apart (Ingle 1976; Cavnar and Trenkle
/// 1994 for the same idea with character n-grams).
public struct LanguageTable: Sendable, Hashable {
    /// Languages in the order of the table; varieties such as `de-CH` are not among them.
    public private(set) var languages: [String] = []
    /// Varieties, each after its language and a hyphen.
    public private(set) var varieties: [String] = []
    /// The place of each word in ``ends``, by the hash of the word.
    private var words = HashedEdges()
    /// One bit for some bits of a word's hash: most words of a text are in no list.
    private var filter = [UInt64](repeating: 0, count: 1 << 10)
    /// The rates of all words, one word's behind the other's.
    private(set) var rates: [Rate] = []
    /// Where the rates of each word end, which begin where the ones before end.
    private var ends: [Int] = [0]
    private var rows: [Row] = []

    /// Tables of the same rows are equal.
    public static func == (first: LanguageTable, second: LanguageTable) -> Bool {
        first.rows == second.rows
    }

    /// Hashes the rows.
    public func hash(into hasher: inout Hasher) { hasher.combine(rows) }

    private struct Row: Sendable, Hashable {
        let language: String
        let word: String
        let rate: UInt32
    }

    /// What a word says for a language or a variety.
    struct Rate: Sendable, Hashable {
        /// Index among languages, or among varieties.
        let index: Int
        /// Whether it speaks for a variety.
        let isVariety: Bool
        /// The evidence of one occurrence: for a language log(rate + 1), which is what naive
        /// Bayes adds for a word of that rate against one that is not in the language's list;
        /// for a variety its weight.
        let evidence: Float
    }

    /// A table with the columns `language`, `word` and `rate`: occurrences in 10,000 words of the
    /// language, or tenths of the weight of one occurrence for a variety. Throws where a line is
    /// not of that shape. O(size).
    public init(
        _ text: String, table: String = "languages.tsv"
    ) throws(OutletTableError) {
        let columns = ["language", "word", "rate"]
        let lines = try TableLines(text, name: table, columns: columns)
        var lists: [[Rate]] = []
        for (line, fields) in lines.rows {
            guard !fields[0].isEmpty else { throw lines.error(line, .empty(column: "language")) }
            let tokens = TokenText(fields[1]).tokens
            guard tokens.count == 1 else {
                throw lines.error(line, .unmatchable(wording: fields[1], longest: 1))
            }
            guard let rate = UInt32(fields[2]), rate > 0 else {
                throw lines.error(line, .notANumber(column: "rate", value: fields[2]))
            }
            add(Row(language: fields[0], word: fields[1], rate: rate), to: &lists)
        }
        flatten(lists)
    }

    /// Notes a row, and its rate for the word at some place.
    private mutating func add(_ row: Row, to lists: inout [[Rate]]) {
        let isVariety = row.language.contains("-")
        let index: Int
        if isVariety {
            index = varieties.firstIndex(of: row.language) ?? varieties.count
            if index == varieties.count { varieties.append(row.language) }
        } else {
            index = languages.firstIndex(of: row.language) ?? languages.count
            if index == languages.count { languages.append(row.language) }
        }
        rows.append(row)
        guard let token = TokenText(row.word).tokens.first else { return }
        let place = words.child(of: 0, by: token.folded, addingAs: UInt32(lists.count))
        if Int(place) == lists.count { lists.append([]) }
        let bit = Self.bit(token.folded)
        filter[bit >> 6] |= 1 << UInt64(bit & 63)
        lists[Int(place)].append(
            Rate(
                index: index, isVariety: isVariety,
                evidence: isVariety ? Float(row.rate) / 10 : log32(Float(row.rate) + 1)))
    }

    /// Puts the rates of all words behind each other.
    private mutating func flatten(_ lists: [[Rate]]) {
        for list in lists {
            rates += list
            ends.append(rates.count)
        }
    }

    @inline(__always)
    private static func bit(_ hash: UInt64) -> Int {
        Int((hash &* 0x9E37_79B9_7F4A_7C15) >> 48)
    }

    /// The rates of a token in languages and varieties, as a range of ``rates``. O(1).
    @inline(__always)
    func rates(of token: TokenText.Token) -> Range<Int> {
        let bit = Self.bit(token.folded)
        guard filter[bit >> 6] >> UInt64(bit & 63) & 1 != 0,
            let place = words.child(of: 0, by: token.folded)
        else { return 0..<0 }
        return ends[Int(place)]..<ends[Int(place) + 1]
    }

    /// Writes the table.
    func encode(into writer: inout ByteWriter) {
        writer.write(varint: UInt64(rows.count))
        for row in rows {
            writer.write(row.language)
            writer.write(row.word)
            writer.write(varint: UInt64(row.rate))
        }
    }

    /// Reads what ``encode(into:)`` wrote.
    init(from reader: inout ByteReader) throws(ModelError) {
        var lists: [[Rate]] = []
        for _ in 0..<(try reader.readCount(width: 3)) {
            let language = try reader.readString()
            let word = try reader.readString()
            guard let rate = UInt32(exactly: try reader.readVarint()), rate > 0 else {
                throw reader.malformed
            }
            add(Row(language: language, word: word, rate: rate), to: &lists)
        }
        flatten(lists)
    }
}
