import NaiveBayes
import Testing

@testable import Masthead

@Suite("Adding and removing samples")
struct TrainingMemoryTests {
    private func trainer(_ documents: [AnnotatedDocument]) -> Trainer {
        var trainer = Trainer(counts: LabelCounts(), weights: LabelWeights())
        for document in documents { trainer.add(document) }
        return trainer
    }

    private let extra = TrainingSamples.document(
        id: "extra",
        [(.share, "Weitersagen per Brieftaube"), (.body, "Der Rat tagte. Es regnete.")])

    @Test("adding a document and removing it again gives back the same bytes")
    func roundTrip() throws {
        var trainer = trainer(TrainingSamples.random(12, seed: 1))
        let before = trainer.modelBytes()
        trainer.add(extra)
        #expect(trainer.modelBytes() != before)
        try trainer.remove(extra)
        #expect(trainer.modelBytes() == before)
    }

    @Test("removing every document, in any order, leaves an empty memory")
    func removeAll() throws {
        var random = SplitMix(seed: 2)
        let documents = TrainingSamples.random(20, seed: 3) + [extra]
        var trainer = trainer(documents)
        for document in documents.shuffled(using: &random) { try trainer.remove(document) }
        #expect(trainer.counts == LabelCounts())
        #expect(trainer.facts == ModelFacts())
    }

    @Test("counts of real documents subtract exactly too")
    func realDocuments() throws {
        let documents = Array(try TrainingSamples.some.get().prefix(8))
        var trainer = trainer(documents)
        for document in documents.suffix(4) { try trainer.remove(document) }
        #expect(trainer.counts == self.trainer(Array(documents.prefix(4))).counts)
    }

    @Test("a memory that grows too large drops what stood in one line only, and nothing else")
    func rareTerms() {
        var trainer = trainer(TrainingSamples.random(20, seed: 8) + [extra])
        let whole = trainer
        let terms = whole.counts.terms.reduce(0) { $0 + $1.rows.count }
        trainer.dropRareTerms(over: terms)
        #expect(trainer.counts == whole.counts)
        trainer.dropRareTerms(over: terms - 1)
        for (kept, all) in zip(trainer.counts.terms, whole.counts.terms) {
            #expect(kept.rows == all.rows.filter { $0.value.wrappedSum() > LabelCounts.unit })
        }
        // What labels is the same; only the memory is smaller.
        #expect(trainer.makeModel().decoder.terms.count == whole.makeModel().decoder.terms.count)
        #expect(throws: TrainingError.self) { try trainer.remove(extra) }
    }

    @Test("the order of adding does not matter to the bytes")
    func order() {
        var random = SplitMix(seed: 4)
        let documents = TrainingSamples.random(15, seed: 5)
        let first = trainer(documents)
        let second = trainer(documents.shuffled(using: &random))
        #expect(first.counts == second.counts && first.facts == second.facts)
        #expect(first.modelBytes() == second.modelBytes())
    }

    @Test("a document learnt twice is remembered twice")
    func twice() throws {
        var trainer = trainer([extra, extra])
        try trainer.remove(extra)
        #expect(trainer.counts == self.trainer([extra]).counts)
        try trainer.remove(extra)
        #expect(trainer.counts == LabelCounts())
    }

    @Test("removing what was never learnt fails and leaves all as it was")
    func unknown() {
        var trainer = trainer(TrainingSamples.random(10, seed: 6))
        let counts = trainer.counts
        let facts = trainer.facts
        #expect(throws: TrainingError.notLearnt(id: "extra")) { try trainer.remove(extra) }
        #expect(trainer.counts == counts && trainer.facts == facts)
    }

    @Test("a document with another label, regime or number of lines is not the one learnt")
    func nearlyKnown() {
        var trainer = trainer([extra])
        var relabelled = extra
        relabelled.paragraphs[0].label = .label(.related)
        var residue = extra
        residue.other["regime"] = .string("residue")
        var longer = extra
        longer.paragraphs.append(extra.paragraphs[0])
        for document in [relabelled, residue, longer] {
            #expect(throws: TrainingError.self) { try trainer.remove(document) }
        }
        #expect(trainer.counts == self.trainer([extra]).counts)
    }

    @Test("a document of a language that was never learnt can't be removed")
    func otherLanguage() {
        var german = extra
        german.language = "de"
        var trainer = trainer([german])
        var english = extra
        english.language = "en"
        #expect(throws: TrainingError.notLearnt(id: "extra")) { try trainer.remove(english) }
        #expect(trainer.facts == self.trainer([german]).facts)
    }

    @Test("coarse, missing and voted labels count for nothing, trusted ones by their weight")
    func weights() {
        var document = TrainingSamples.document([(.body, "eins zwei"), (.share, "teilen")])
        document.paragraphs[1].label = .boilerplate
        #expect(LabelSample(document).labels == [.body, nil])
        document.paragraphs[1].label = .none
        #expect(LabelSample(document).weights == [16, 0])
        document.paragraphs[1].label = .label(.share)
        document.paragraphs[1].weight = 0.25
        #expect(LabelSample(document).weights == [16, 4])
        document.paragraphs[0].other["evidence"] = .string("silver")
        #expect(LabelSample(document).weights == [0, 4])
        #expect(LabelSample(document).fitWeight == 0)
        var counts = LabelCounts()
        counts.add(LabelSample(document))
        #expect(counts.lines[0][Int(ParagraphLabel.share.rawValue)] == 4)
        #expect(counts.lines[0].wrappedSum() == 4)
    }

    @Test("facts count documents by language, and their digest is the sum of the documents'")
    func facts() {
        var german = extra
        german.language = "de"
        let facts = trainer([extra, german, german]).facts
        #expect(facts.documents == ["und": 1, "de": 2])
        #expect(facts.digest == extra.digest &* 3)
        #expect(
            TrainingSamples.document([(.body, "a")]).digest
                != TrainingSamples.document([(.share, "a")]).digest)
    }

    @Test("the same page reduced is the same every time, and its terms are not counted again")
    func reduced() throws {
        let pages = try TrainingSamples.some.get().filter {
            $0.other["regime"]?.string != "residue"
        }
        var found = 0
        for document in pages.prefix(8) {
            guard let first = ReducedPage.sample(of: document, group: "family"),
                let second = ReducedPage.sample(of: document, group: "family")
            else { continue }
            found += 1
            #expect(Fingerprint(first.evidence) == Fingerprint(second.evidence))
            #expect(first.evidence.count < document.paragraphs.count && first.regime == .residue)
            var counts = LabelCounts()
            counts.add(first)
            #expect(counts.termTotals == LabelCounts().termTotals)
            #expect(counts.lines[1].wrappedSum() > 0)
        }
        #expect(found > 0)
    }
}
