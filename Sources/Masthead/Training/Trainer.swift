import NaiveBayes

/// Collects samples and makes models of them.
///
/// A trainer is the mutable memory of a model: counts that samples are added to and taken from.
/// The same samples in any order make the same model, byte for byte.
public struct Trainer: Sendable {
    package var counts: LabelCounts
    package var weights: LabelWeights
    /// What the outlet profile and stance marking have learnt.
    package var profile = ProfileMemory()
    /// Facts about the model, shown by `masthead model`.
    package var facts: ModelFacts

    /// A trainer without samples whose weights are those of the built-in model.
    public init() {
        counts = LabelCounts()
        weights = Model.builtIn.weights
        facts = ModelFacts()
    }

    /// A trainer of given counts and weights.
    package init(counts: LabelCounts, weights: LabelWeights) {
        self.counts = counts
        self.weights = weights
        facts = ModelFacts()
    }

    /// A trainer that goes on from a model's samples. Throws ``ModelError`` where the model's
    /// counts are damaged. O(model).
    public init(_ model: Model) throws(ModelError) {
        counts = try model.labelCounts()
        profile = try ProfileMemory(model.file)
        weights = model.weights
        facts = model.facts
    }

    /// Adds an annotated document. O(text).
    public mutating func add(_ document: AnnotatedDocument) {
        let sample = LabelSample(document)
        counts.add(sample)
        profile.add(document, sample)
        facts.count(document, sign: 1)
    }

    /// Takes a document away that was added before; afterwards all is as if it had never been
    /// added. Throws ``TrainingError/notLearnt(id:)``, and leaves the trainer as it was, where
    /// the model can't have seen the document. O(text).
    public mutating func remove(_ document: AnnotatedDocument) throws(TrainingError) {
        let sample = LabelSample(document)
        var own = LabelCounts()
        own.add(sample)
        let language = document.language ?? ModelFacts.unknownLanguage
        guard facts.documents[language] != nil, counts.contains(own),
            profile.remove(document, sample)
        else {
            throw .notLearnt(id: document.id)
        }
        counts.merge(own, sign: -1)
        facts.count(document, sign: -1)
    }

    /// The most terms that a newly trained model remembers, about 2 MB.
    package static let mostTerms = 400_000

    /// Where there are more terms than a limit, drops those that stood in one line only, and
    /// those of styles on one page: they are in no table, and most never come again. Documents
    /// that had them can't be taken away any more. O(terms).
    package mutating func dropRareTerms(over limit: Int = Self.mostTerms) {
        if counts.terms.reduce(0, { $0 + $1.rows.count }) <= limit { return }
        for view in counts.terms.indices {
            for (key, row) in counts.terms[view].rows where row.wrappedSum() < Self.fewestLines {
                counts.terms[view].set(.zero, of: key)
            }
        }
        profile.styles.counts.dropRareTerms()
    }

    /// Fits the weights anew on documents that were added before. O(epochs · lines · inputs).
    public mutating func fitWeights(on documents: [AnnotatedDocument]) {
        weights = LabelWeightFit().weights(
            documents.map { LabelSample($0) }, counts: counts)
    }

    /// The model of the samples added so far. O(terms · log terms).
    public func makeModel() -> Model {
        // The bytes were written by this very program, so they read back.
        guard let model = try? Model(bytes: modelBytes()) else {
            preconditionFailure("a model just written does not read back")
        }
        return model
    }

    /// The bytes of the model of the samples added so far. O(terms · log terms).
    public func modelBytes() -> [UInt8] {
        let evidence = CountedEvidence(counts)
        var sections: [(name: String, bytes: [UInt8])] = []
        func section(_ name: String, _ write: (inout ByteWriter) -> Void) {
            var writer = ByteWriter()
            write(&writer)
            sections.append((name, writer.bytes))
        }
        section("facts") { facts.encode(into: &$0) }
        section("weights") { weights.encode(into: &$0) }
        section("gate") { PageGate(counts).encode(into: &$0) }
        sections += FoldedValues.sections(evidence, weights)
        sections += TermTable.sections(compiledTerms(evidence))
        section("counts") { counts.encode(into: &$0) }
        sections += profile.sections()
        return ModelFile.bytes(of: sections)
    }

    /// Terms that stood in fewer lines than this are left out of the table.
    ///
    /// One line is chance; the evidence of two pays (`Documentation/training.md`).
    private static let fewestLines = 2 * LabelCounts.unit

    private func compiledTerms(
        _ evidence: CountedEvidence
    ) -> [(key: UInt32, row: ClassVector)] {
        var rows: [(key: UInt32, row: ClassVector)] = []
        for view in View.terms {
            let terms = counts.terms[view.termIndex].rows
            rows.reserveCapacity(rows.count + terms.count)
            for (key, count) in terms where count.wrappedSum() >= Self.fewestLines {
                rows.append((key, evidence.evidence(term: key, view: view)))
            }
        }
        return rows
    }
}

/// Why a sample could not be learnt or forgotten.
public enum TrainingError: Error, Sendable, Hashable {
    /// The model's counts do not contain the document's.
    case notLearnt(id: String)
}
