import Masthead

/// A table of a training directory, known by the end of its path.
enum TrainingTable: Hashable {
    case labelCounts, labelWeights, styleCounts, styleWeights
    case signatures, sources, cues, languages
    /// Stance terms of a language.
    case stance(language: String)

    private static let ends: [(end: String, table: TrainingTable)] = [
        ("counts/labels.tsv", .labelCounts), ("counts/weights.tsv", .labelWeights),
        ("counts/styles.tsv", .styleCounts), ("counts/style-weights.tsv", .styleWeights),
        ("signatures.tsv", .signatures), ("sources.tsv", .sources), ("cues.tsv", .cues),
        ("languages.tsv", .languages),
    ]

    /// The table at a path; nil where it is none that is known.
    init?(path: String) {
        let parts = path.split(separator: "/")
        if parts.dropLast().last == "stance", let name = parts.last, name.hasSuffix(".tsv") {
            self = .stance(language: String(name.dropLast(4)))
            return
        }
        guard let found = Self.ends.first(where: { path.hasSuffix("/" + $0.end) }) else {
            return nil
        }
        self = found.table
    }

    /// The name by which a model says that it was made of the table.
    var name: String {
        if case .stance(let language) = self { return "stance/\(language).tsv" }
        return Self.ends.first { $0.table == self }?.end ?? ""
    }
}

extension Trainer {
    /// Adds the tables of a training directory.
    mutating func addTables(
        _ tables: [TrainingTable: String], in environment: Environment
    ) throws(CommandFailure) {
        var texts: [TrainingTable: String] = [:]
        for (table, path) in tables {
            texts[table] = String(decoding: try environment.wholeFile(path), as: UTF8.self)
        }
        var lexicons: [String: String] = [:]
        for (table, text) in texts {
            if case .stance(let language) = table { lexicons[language] = text }
            note(table: table.name, text)
        }
        do {
            if let text = texts[.labelCounts] { try addLabelCounts(text) }
            if let text = texts[.labelWeights] { try setLabelWeights(text) }
            if let text = texts[.styleCounts] { try addStyleCounts(text) }
            if let text = texts[.styleWeights] { try setStyleWeights(text) }
            if let signatures = texts[.signatures], let sources = texts[.sources],
                let cues = texts[.cues], let languages = texts[.languages]
            {
                try setOutletTables(
                    signatures: signatures, sources: sources, cues: cues, languages: languages)
            }
            try setLexicons(lexicons)
        } catch {
            throw CommandFailure("\(error)")
        }
    }
}
