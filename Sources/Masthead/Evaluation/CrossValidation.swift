/// Folds of documents in which a group (a site, a family of sites) is never split.
///
/// Each document is scored once, by what was learnt from the folds that hold none of its
/// group. Groups are dealt out from the one with most paragraphs to the one with fewest (equal
/// sizes by name), each into the fold with the fewest paragraphs so far (the first of equals):
/// folds come out about equal (Graham 1969), and the same documents in any order give the
/// same folds.
public struct CrossValidation: Sendable, Hashable {
    /// The key whose values are the groups.
    public let key: String
    /// The number of folds.
    public let count: Int
    /// The group of each document.
    public let groups: [String]
    /// The fold of each document, 0 to below `count`.
    public let folds: [Int]

    /// Folds of documents by the groups of a key, which falls back as
    /// ``AnnotatedDocument/group(by:)`` does: documents that tell nothing of where they come
    /// from are one group.
    ///
    /// Throws ``CrossValidationError`` for fewer than two folds, and where there are fewer
    /// groups than folds. O(documents · log documents + groups · folds).
    public init(
        of documents: [AnnotatedDocument], by key: String = "family", folds count: Int
    ) throws(CrossValidationError) {
        if count < 2 { throw .tooFewFolds(count) }
        let groups = documents.map { $0.group(by: key) }
        var sizes: [String: Int] = [:]
        for (group, document) in zip(groups, documents) {
            sizes[group, default: 0] += document.paragraphs.count
        }
        if sizes.count < count { throw .fewerGroups(sizes.count, folds: count) }
        var paragraphs = [Int](repeating: 0, count: count)
        var filled = [Int](repeating: 0, count: count)
        var foldOfGroup: [String: Int] = [:]
        for (group, size) in sizes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            // Fewer groups decides between equals, so that groups without paragraphs spread.
            let fold = (0..<count).min {
                (paragraphs[$0], filled[$0]) < (paragraphs[$1], filled[$1])
            }
            foldOfGroup[group] = fold ?? 0
            paragraphs[fold ?? 0] += size
            filled[fold ?? 0] += 1
        }
        self.key = key
        self.count = count
        self.groups = groups
        folds = groups.map { foldOfGroup[$0] ?? 0 }
    }

    /// Indices of the documents that a fold scores.
    public func test(_ fold: Int) -> [Int] { folds.indices.filter { folds[$0] == fold } }

    /// Indices of the documents that a fold learns from: those of all other folds.
    public func training(_ fold: Int) -> [Int] { folds.indices.filter { folds[$0] != fold } }

    /// Scores a document without seeing its labels.
    public typealias Scorer = (AnnotatedDocument) throws -> ParagraphScores

    /// Every document scored by a scorer that learnt from the other folds, in input order.
    ///
    /// `scorer` is called once a fold with the documents to learn from, and what it returns once
    /// for each document of the fold. That document comes blind: without annotations, without
    /// outlet, address, markers and unknown keys, so that nothing but text, identifier and
    /// language can decide.
    ///
    /// Throws what the scorer throws; ``CrossValidationError/otherDocuments`` where the
    /// documents are not those the folds were made of; ``EvaluationError`` where the scores
    /// don't fit a document.
    public func scores(
        of documents: [AnnotatedDocument], scorer: ([AnnotatedDocument]) throws -> Scorer
    ) throws -> [ScoredDocument] {
        try scores(of: documents, training: training, scorer: scorer)
    }

    /// As ``scores(of:scorer:)``, learning from the given documents of each fold.
    func scores(
        of documents: [AnnotatedDocument], training: (Int) -> [Int],
        scorer: ([AnnotatedDocument]) throws -> Scorer
    ) throws -> [ScoredDocument] {
        guard documents.map({ $0.group(by: key) }) == groups else {
            throw CrossValidationError.otherDocuments
        }
        var scored = [ScoredDocument?](repeating: nil, count: documents.count)
        for fold in 0..<count {
            let score = try scorer(training(fold).map { documents[$0] })
            for index in test(fold) {
                let document = documents[index]
                scored[index] = try ScoredDocument(
                    document: document, scores: try score(document.blind))
            }
        }
        return scored.compactMap { $0 }
    }
}

extension AnnotatedDocument {
    /// The document without what annotators know of it.
    var blind: AnnotatedDocument {
        var document = AnnotatedDocument(
            id: id, paragraphs: paragraphs.map { AnnotatedParagraph(text: $0.text, label: .none) })
        document.language = language
        return document
    }
}

/// Why documents can't be cross-validated.
public enum CrossValidationError: Error, Sendable, Hashable {
    /// Fewer than two folds.
    case tooFewFolds(Int)
    /// There are fewer groups than folds.
    case fewerGroups(Int, folds: Int)
    /// The documents are not those the folds were made of.
    case otherDocuments
    /// A share of a learning curve is not above 0 and at most 1.
    case badShare(Double)
}

extension CrossValidationError: CustomStringConvertible {
    /// One sentence for the reader of the tool's messages.
    public var description: String {
        switch self {
        case .tooFewFolds(let count): "expected at least 2 folds, found '\(count)'"
        case .fewerGroups(let groups, let folds):
            "expected at least \(folds) groups for \(folds) folds, found \(groups)"
        case .otherDocuments: "expected the documents that the folds were made of, in their order"
        case .badShare(let share): "expected a share above 0 and at most 1, found '\(share)'"
        }
    }
}
