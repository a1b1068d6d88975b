import NaiveBayes
import Testing

@testable import Masthead

@Suite struct StyleCountsTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func removingInAnyOrderRestoresTheCounts(seed: UInt64) {
        let samples = StyleSamples.samples(12, seed: seed)
        var counts = StyleCounts()
        counts.add(samples[0].page, style: samples[0].style)
        let before = counts
        var random = SplitMix(seed: seed)
        for sample in samples[1...] { counts.add(sample.page, style: sample.style) }
        #expect(counts != before)
        for sample in samples[1...].shuffled(using: &random) {
            counts.add(sample.page, style: sample.style, sign: -1)
        }
        #expect(counts == before)
    }

    @Test func whatStoodOnOnePageIsForgottenAndChangesNoModel() {
        let trainer = StyleSamples.trainer(StyleSamples.samples(12))
        var counts = trainer.counts
        counts.dropRareTerms()
        for (kept, all) in zip(counts.terms, trainer.counts.terms) {
            #expect(kept.rows == all.rows.filter { $0.value.wrappedSum() > 1 })
        }
        #expect(counts != trainer.counts)
        let model = StyleModel(counts, weights: trainer.weights)
        #expect(model == StyleModel(trainer.counts, weights: trainer.weights))
    }

    @Test func mergingIsAddingOneByOne() {
        let samples = StyleSamples.samples(9)
        let whole = StyleSamples.trainer(samples).counts
        var merged = StyleSamples.trainer(Array(samples[..<4])).counts
        merged.merge(StyleSamples.trainer(Array(samples[4...])).counts)
        #expect(merged == whole)
        merged.merge(whole, sign: -1)
        #expect(merged == StyleCounts())
    }

    @Test func onlyWhatWasAddedCanBeRemoved() {
        let samples = StyleSamples.samples(6)
        var trainer = StyleSamples.trainer(Array(samples[..<5]))
        let before = trainer.counts
        let other = StyleSample(
            page: samples[0].page, style: .tabloid, group: "other", language: "de")
        let removedOther = trainer.remove(other)
        #expect(!removedOther)
        #expect(trainer.counts == before)
        let removedOwn = trainer.remove(samples[4])
        #expect(removedOwn)
        #expect(trainer.counts == StyleSamples.trainer(Array(samples[..<4])).counts)
    }

    @Test func aTermCountsOnceAPage() throws {
        let text = Array(repeating: "Jetzt abonnieren", count: 5)
        let page = StylePage(
            PageEvidence(paragraphs: text),
            labels: Array(repeating: .subscription, count: text.count))
        let key = try #require(TermName.key(.phrases, "^ jetzt abonnieren $"))
        let view = Int(StyleView.boilerplatePhrases.rawValue)
        #expect(page.terms[view] == [key])
    }

    @Test func bytesReadBack() throws {
        let counts = StyleSamples.trainer(StyleSamples.samples(10)).counts
        var writer = ByteWriter()
        counts.encode(into: &writer)
        var reader = ByteReader(writer.bytes[...], section: "styles")
        #expect(try StyleCounts(from: &reader) == counts)
        for length in stride(from: 0, to: writer.bytes.count, by: 997) {
            var cut = ByteReader(writer.bytes[..<length], section: "styles")
            #expect(throws: ModelError.self) { try StyleCounts(from: &cut) }
        }
    }

    @Test func theTableReadsBack() throws {
        let samples = StyleSamples.samples(12)
        let published = StyleCounts(publishing: samples)
        var names = TermNames(for: published)
        for number in 0..<12 { names.add(StyleSamples.document(number)) }
        let text = StyleCountTable.text(published, names: names.names)
        #expect(text.contains("boilerplate phrases\t^ blogroll $\tblog=3"))
        #expect(try StyleCountTable.counts("# note\n" + text) == published)
    }

    @Test func rareTermsAreNotPublished() {
        let samples = StyleSamples.samples(12)
        let published = StyleCounts(publishing: samples)
        for view in published.terms {
            #expect(view.rows.values.allSatisfy { $0.wrappedSum() >= 3 })
        }
        let oneGroup = samples.map {
            StyleSample(page: $0.page, style: $0.style, group: "same", language: $0.language)
        }
        #expect(StyleCounts(publishing: oneGroup).terms.allSatisfy { $0.rows.isEmpty })
        #expect(StyleCounts(publishing: oneGroup).pages.wrappedSum() == 12)
    }

    @Test(
        arguments: [
            "cues\te-paper, lines=1", "words\tx\tblog=1", "notice words\ttwo words\tblog=1",
            "notice words\tx\tblog=0", "notice words\tx\tgazette=1", "cues\te-paper=99\tblog=1",
            "total\tcues\tblog=1",
        ])
    func badLinesAreNamed(line: String) {
        #expect {
            try StyleCountTable.counts("# note\n" + line)
        } throws: { error in
            guard case CountTable.Fault.line(2, _)? = error as? CountTable.Fault else {
                return false
            }
            return true
        }
    }
}
