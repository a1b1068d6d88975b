import NaiveBayes

/// The wordings of a language compiled for matching: every inflected form, phrase and compound
/// head of its term table, found in one pass over the tokens.
///
/// A lexicon is a pack of flat tables (``LexiconTables``) that a model file holds as it is and
/// that is read in place.
public struct StanceLexicon: Sendable {
    /// BCP 47 code of the language.
    public let language: String
    /// Rows from this index on were learnt from samples.
    public let learntStart: Int
    let tables: LexiconTables
    let stemming: StemRule
    /// Keeps the counts of languages apart.
    let salt: UInt32
    /// Learnt rows by category.
    let learntRows: ClassVector
    /// The pack's bytes in the memory.
    let range: Range<Int>
    let memory: ModelMemory

    /// A lexicon of the rows, those from `learntStart` on learnt. O(forms · log forms).
    public init(terms: [StanceTerm], learntStart: Int? = nil, language: String) {
        let compiler = LexiconCompiler(
            terms, learntStart: learntStart ?? terms.count, language: language)
        let memory = ModelMemory(copying: TablePack.bytes(of: compiler.tables()))
        // The bytes were written by this very program, so they read back.
        guard let lexicon = try? StanceLexicon(memory, 0..<memory.count) else {
            preconditionFailure("a lexicon just compiled does not read back")
        }
        self = lexicon
    }

    /// The lexicon in a range of a model's memory. Throws ``ModelError``. O(learnt rows).
    init(_ memory: ModelMemory, _ range: Range<Int>) throws(ModelError) {
        self.memory = memory
        self.range = range
        tables = try LexiconTables(memory, range)
        language = tables.language
        learntStart = min(tables.learntStart, tables.rowCount)
        stemming = StemRule(language: language)
        salt = SpellingHash.of(folded: language.utf8)
        var learnt = ClassVector.zero
        for row in learntStart..<tables.rowCount {
            learnt[Int(tables.category(of: Int32(row)).rawValue)] += 1
        }
        learntRows = learnt
    }

    /// The table's rows, then the rows learnt from samples. O(rows).
    public var terms: [StanceTerm] { (0..<tables.rowCount).map { tables.term(Int32($0)) } }

    /// The lexicon with more rows, marked as learnt. O(all forms).
    public func adding(_ learnt: [StanceTerm]) -> StanceLexicon {
        StanceLexicon(terms: terms + learnt, learntStart: learntStart, language: language)
    }

    func isLearnt(_ row: Int32) -> Bool { Int(row) >= learntStart }
}
