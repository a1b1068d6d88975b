import NaiveBayes
import Testing

@testable import Masthead

@Suite struct StyleModelTests {
    private func model(_ count: Int = 18) -> StyleModel {
        let samples = StyleSamples.samples(count)
        var trainer = StyleSamples.trainer(samples)
        trainer.fitWeights(on: samples, settings: StyleSamples.fit)
        return StyleModel(trainer.counts, weights: trainer.weights)
    }

    @Test func pagesNeverSeenAreRankedRight() throws {
        let model = model()
        for sample in StyleSamples.samples(9, seed: 77) {
            let ranked = model.rank(sample.page)
            #expect(ranked[0].style == sample.style)
            #expect(ranked.count == OutletStyle.count)
            #expect(abs(ranked.reduce(0) { $0 + $1.probability } - 1) < 1e-4)
            #expect(zip(ranked, ranked.dropFirst()).allSatisfy { $0.probability >= $1.probability })
            #expect(model.style(of: sample.page) == sample.style)
        }
    }

    @Test func withoutEvidenceTheStyleIsUnknown() {
        let samples = StyleSamples.samples(18)
        var weights = StyleWeights()
        for index in weights.layers.indices {
            weights.layers[index].views = weights.layers[index].views.map { _ in 0 }
        }
        let model = StyleModel(StyleSamples.trainer(samples).counts, weights: weights)
        #expect(model.style(of: samples[0].page) == nil)
    }

    @Test func theCompiledModelAgreesWithItsCounts() {
        let samples = StyleSamples.samples(12)
        var trainer = StyleSamples.trainer(samples)
        trainer.fitWeights(on: samples, settings: StyleSamples.fit)
        let model = StyleModel(trainer.counts, weights: trainer.weights)
        for sample in samples {
            let counted = trainer.probabilities(sample.page)
            let compiled = model.probabilities(sample.page)
            // Evidence is rounded to sixteenths, and terms of one page are left out.
            for lane in 0..<OutletStyle.count {
                #expect(abs(counted[lane] - compiled[lane]) < 0.1)
            }
        }
    }

    @Test func termsThatTheModelDoesNotKnowDecideNothing() {
        let model = model()
        for number in 0..<6 {
            var document = StyleSamples.document(number, seed: 9)
            for text in ["Gurkenregal Ponyhof", "Mondscheintarif"] {
                document.paragraphs.append(
                    AnnotatedParagraph(text: text, label: .label(.navigation)))
            }
            let evidence = PageEvidence(paragraphs: document.paragraphs.map(\.text))
            let labels = document.paragraphs.map { paragraph -> ParagraphLabel? in
                if case .label(let label) = paragraph.label { label } else { nil }
            }
            let whole = StylePage(evidence, labels: labels)
            let known = StylePage(evidence, labels: labels, knownTo: model)
            #expect(known.terms.joined().count < whole.terms.joined().count)
            #expect(model.probabilities(known) == model.probabilities(whole))
        }
    }

    @Test func residueHasWeightsOfItsOwn() {
        let lines = ["Titel", "Ein Satz steht hier.", "Noch einer steht hier.", "Menü"]
        let evidence = PageEvidence(paragraphs: lines)
        let residue = StylePage(evidence, labels: [.headline, .body, .body, .navigation])
        let page = StylePage(evidence, labels: [.share, .body, .related, .navigation])
        #expect(residue.regime == .residue)
        #expect(page.regime == .page)
        var weights = StyleWeights()
        weights.layers[1].bias[3] = 2
        let sums = [ClassVector](repeating: .zero, count: StyleView.allCases.count)
        #expect(weights.logits(sums, of: residue)[3] == 2)
        #expect(weights.logits(sums, of: page)[3] == 0)
    }

    @Test func bytesReadBack() throws {
        let model = model()
        var writer = ByteWriter()
        model.encode(into: &writer)
        var reader = ByteReader(writer.bytes[...], section: "style")
        #expect(try StyleModel(from: &reader) == model)
        for length in stride(from: 0, to: writer.bytes.count, by: 1511) {
            var cut = ByteReader(writer.bytes[..<length], section: "style")
            #expect(throws: ModelError.self) { try StyleModel(from: &cut) }
        }
    }

    @Test func trainingRepeatsByteForByte() {
        var first = ByteWriter()
        var second = ByteWriter()
        model().encode(into: &first)
        let samples = StyleSamples.samples(18)
        var trainer = StyleSamples.trainer(samples.reversed())
        trainer.fitWeights(on: samples, settings: StyleSamples.fit)
        StyleModel(trainer.counts, weights: trainer.weights).encode(into: &second)
        #expect(first.bytes == second.bytes)
    }

    @Test func weightsReadBackAsText() throws {
        let samples = StyleSamples.samples(18)
        var trainer = StyleSamples.trainer(samples)
        trainer.fitWeights(on: samples, settings: StyleSamples.fit)
        let read = try StyleWeights(text: "# note\n" + trainer.weights.text)
        #expect(read.text == trainer.weights.text)
        #expect(throws: CountTable.Fault.line(1, expected: "a view, a slot or the bias")) {
            try StyleWeights(text: "page\tview\tno such view\t1")
        }
        #expect(throws: CountTable.Fault.self) { try StyleWeights(text: "residue\tbias\t\tnan") }
    }

    @Test func theExplanationNamesWhatDecides() throws {
        let model = model()
        let document = StyleSamples.document(0, seed: 5)
        let sample = try #require(StyleSample(document))
        var names = TermNames(for: StyleSamples.trainer([sample]).counts)
        names.add(document)
        let explanation = model.explanation(of: sample.page, names: names.names, limit: 8)
        #expect(explanation.style == .blog)
        #expect(explanation.runnerUp != .blog)
        #expect(explanation.margin > 0)
        #expect(explanation.reasons.count == 8)
        #expect(explanation.reasons.contains { $0.weight > 0 && $0.name.contains("blog") })
    }

    @Test func theEstimateIsTheFormula() {
        var totals = ClassVector.zero
        totals[0] = 100
        totals[8] = 300
        var counts = ClassVector.zero
        counts[0] = 5
        counts[8] = 1
        let row = DirichletEstimate(totals: totals, strength: 50).evidence(counts)
        let q: Float = 6.0 / 400
        for (lane, count, total) in [(0, 5, 100), (8, 1, 300), (3, 0, 0)] as [(Int, Float, Float)] {
            let expected = log32((count + 50 * q) / (total + 50)) - log32(q)
            #expect(abs(row[lane] - expected) < 1e-4)
        }
        #expect(DirichletEstimate(totals: totals, strength: 50).evidence(.zero) == .zero)
    }

    @Test func lanesHaveTheLogarithm() {
        var random = SplitMix(seed: 4)
        for _ in 0..<200 {
            let x = Float.random(in: 1e-6...1e6, using: &random)
            #expect(abs(log32(lanes: ClassVector(repeating: x))[3] - log32(x)) < 4e-6)
        }
    }
}
