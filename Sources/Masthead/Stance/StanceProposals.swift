/// Wordings that samples propose for a lexicon.
public enum StanceProposals {
    /// The wordings of the documents' markers that the lexicon does not have in the category,
    /// ordered by category and spelling, each once. O(markers log markers).
    public static func rows(
        _ documents: [AnnotatedDocument], _ lexicon: StanceLexicon
    ) -> [StanceTerm] {
        var known: Set<Key> = []
        for (row, term) in lexicon.terms.enumerated() {
            known.insert(Key(category: term.category, wording: lexicon.rowKeys[row]))
        }
        var rows: [StanceTerm] = []
        for document in documents
        where document.language?.prefix(2) == lexicon.language.prefix(2) {
            let input = StanceInput(document)
            let gold = (document.markers ?? []).compactMap(StanceMark.init).filter {
                input.paragraphs[$0.paragraph].isArticle
            }
            for term in StanceSample.wordings(of: gold, in: input) {
                let wording = SpellingHash.of(folded: SpellingFold.bytes(of: term.term))
                let key = Key(category: term.category, wording: wording)
                if known.insert(key).inserted { rows.append(term) }
            }
        }
        return rows.sorted { ($0.category.rawValue, $0.term) < ($1.category.rawValue, $1.term) }
    }

    private struct Key: Hashable {
        let category: StanceCategory
        let wording: UInt32
    }
}
