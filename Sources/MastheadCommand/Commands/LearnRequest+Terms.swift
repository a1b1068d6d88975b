import Masthead

/// Rows of stance terms by language, as `learn` prints and takes them.
struct StanceTermList {
    /// The rows by BCP 47 code of their language.
    let byLanguage: [String: [StanceTerm]]

    /// Number of rows.
    var count: Int { byLanguage.values.reduce(0) { $0 + $1.count } }

    /// Reads a table of terms with a column `language`.
    init(file name: String, in environment: Environment) throws(CommandFailure) {
        let text = String(decoding: try environment.wholeFile(name), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
            .filter { !$0.hasPrefix("#") }
        guard let header = lines.first,
            let column = header.split(separator: "\t", omittingEmptySubsequences: false)
                .firstIndex(of: "language")
        else { throw CommandFailure("\(name): expected the column 'language'") }
        var tables: [String: [Substring]] = [:]
        for line in lines.dropFirst() {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.indices.contains(column), !cells[column].isEmpty else {
                throw CommandFailure("\(name): expected a language in each row")
            }
            tables[String(cells[column]), default: [header]].append(line)
        }
        var rows: [String: [StanceTerm]] = [:]
        for (language, table) in tables {
            do throws(StanceTermError) {
                rows[language] = try StanceTerm.table(table.joined(separator: "\n"))
            } catch {
                throw CommandFailure("\(name): \(error.message)")
            }
        }
        byLanguage = rows
    }

    /// Proposed terms as a table: the columns of a table of terms, then language, z-score and
    /// how often the wording was marked and was not.
    static func table(_ proposals: [(language: String, term: StanceProposedTerm)]) -> String {
        let header = StanceTerm.tableHeader + "\tlanguage\tz\tmarked\tunmarked\n"
        return header
            + proposals.map { language, proposed in
                let z = (proposed.odds.z * 100).rounded() / 100
                return "\(proposed.term.tableRow)\t\(language)\t\(z)\t\(proposed.marked)\t"
                    + "\(proposed.unmarked)\n"
            }.joined()
    }
}

extension StanceTermError {
    /// The error in words.
    fileprivate var message: String {
        switch self {
        case .missingColumn(let name): "expected the column '\(name)'"
        case .unknownValue(let value, let column, _): "unknown \(column) '\(value)'"
        }
    }
}

extension LearnRequest {
    /// The wordings of the documents' markers that the model has no term for, by language,
    /// highest z-score first.
    func proposals(
        from documents: [AnnotatedDocument], _ trainer: Trainer
    ) -> [(language: String, term: StanceProposedTerm)] {
        let marked = documents.filter { $0.markers != nil }
        guard !marked.isEmpty, let stance = trainer.profile.stance else { return [] }
        return stance.lexicons.flatMap { lexicon in
            StanceProposals.ranked(marked, lexicon: lexicon).map { (lexicon.language, $0) }
        }
    }

    /// Adds the terms to the model's lexicons.
    func accept(_ terms: StanceTermList, in trainer: inout Trainer) throws(CommandFailure) {
        for (language, rows) in terms.byLanguage {
            guard trainer.profile.stance?.accept(rows, language: language) == true else {
                throw noLexicon(language)
            }
        }
    }

    /// Takes the terms out of the model's lexicons.
    func drop(_ terms: StanceTermList, from trainer: inout Trainer) throws(CommandFailure) {
        for (language, rows) in terms.byLanguage {
            guard trainer.profile.stance?.lexicon(of: language) != nil else {
                throw noLexicon(language)
            }
            if let missing = trainer.profile.stance?.drop(rows, language: language) {
                throw CommandFailure(
                    "\(model ?? "built-in model"): has no term '\(missing.term)'; "
                        + "nothing was changed")
            }
        }
    }

    private func noLexicon(_ language: String) -> CommandFailure {
        CommandFailure(
            "\(model ?? "built-in model"): has no stance terms of language '\(language)'")
    }
}
