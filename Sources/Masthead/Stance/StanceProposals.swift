import NaiveBayes

/// A wording that annotated documents propose for a term table.
public struct StanceProposedTerm: Sendable, Hashable {
    /// The row it would be.
    public let term: StanceTerm
    /// Occurrences annotated as a marker of the category.
    public let marked: Int
    /// Other occurrences in article text.
    public let unmarked: Int
    /// How much more often it stands among markers of the category than elsewhere.
    public let odds: LogOdds

    static func leads(_ one: StanceProposedTerm, _ two: StanceProposedTerm) -> Bool {
        if one.odds.z != two.odds.z { return one.odds.z > two.odds.z }
        if one.term.category != two.term.category {
            return one.term.category.rawValue < two.term.category.rawValue
        }
        return one.term.term < two.term.term
    }
}

/// Wordings that samples propose for a lexicon. They join it only when they are accepted.
public enum StanceProposals {
    /// The proposals of documents with complete markers, highest z-score first, equal ones by
    /// category and spelling. Documents in other languages are left out. O(tokens).
    public static func ranked(
        _ documents: [AnnotatedDocument], lexicon: StanceLexicon
    ) -> [StanceProposedTerm] {
        let rows = rows(documents, lexicon).filter { !lexicon.finds($0) }
        let wide = lexicon.adding(rows)
        var marked = [Int](repeating: 0, count: rows.count)
        var unmarked = marked
        var markers = [Int](repeating: 0, count: StanceCategory.count)
        var words = 0
        for document in documents {
            guard let sample = StanceSample(document, lexicon: wide) else { continue }
            words += sample.words
            for mark in sample.gold { markers[Int(mark.category.rawValue)] += 1 }
            for (candidate, label) in zip(sample.candidates, sample.classes)
            where !candidate.isCompound && !candidate.isComposed {
                for row in sample.rows[candidate.rows] where wide.isLearnt(row) {
                    let index = Int(row) - wide.learntStart
                    if label == Int(rows[index].category.rawValue) {
                        marked[index] += 1
                    } else {
                        unmarked[index] += 1
                    }
                }
            }
        }
        return rows.indices.map { index in
            let category = markers[Int(rows[index].category.rawValue)]
            return StanceProposedTerm(
                term: rows[index], marked: marked[index], unmarked: unmarked[index],
                odds: LogOdds(
                    count: min(marked[index], category), of: category,
                    against: unmarked[index], of: max(words - category, unmarked[index])))
        }.sorted(by: StanceProposedTerm.leads)
    }

    /// The wordings of the documents' markers that the lexicon does not have in the category,
    /// ordered by category and spelling, each once. O(markers log markers).
    public static func rows(
        _ documents: [AnnotatedDocument], _ lexicon: StanceLexicon
    ) -> [StanceTerm] {
        var known: Set<Key> = []
        for row in 0..<Int32(lexicon.tables.rowCount) {
            known.insert(
                Key(
                    category: lexicon.tables.category(of: row),
                    wording: lexicon.tables.key(of: row)))
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

extension StanceLexicon {
    /// Whether a row of the lexicon matches the whole wording in the category, in whatever form.
    fileprivate func finds(_ term: StanceTerm) -> Bool {
        // Proposed wordings are in lower case; rows may want a capital.
        [term.term, term.term.prefix(1).uppercased() + term.term.dropFirst()].contains { text in
            var scan = StanceScan(text, stemming: stemming)
            return matches(in: &scan).contains {
                $0.tokens == scan.tokens.indices && tables.category(of: $0.row) == term.category
            }
        }
    }
}

extension StanceTerm {
    /// The columns of ``tableRow``.
    public static let tableHeader = "category\tterm\tform\tattributes\talternatives\treference"

    /// The row as a line of a term table, attributes sorted. O(length).
    public var tableRow: String {
        let pairs = attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return [
            category.name, term, form.rawValue, pairs.joined(separator: ";"), alternatives,
            "learnt",
        ].joined(separator: "\t")
    }
}
