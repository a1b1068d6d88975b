import NaiveBayes
import Testing

@testable import Masthead

@Suite("Fitting the weights")
struct TrainingFitTests {
    private let documents = TrainingSamples.random(18, seed: 41, families: 4)

    private func counts(_ samples: [LabelSample]) -> LabelCounts {
        var counts = LabelCounts()
        for sample in samples { counts.add(sample) }
        return counts
    }

    @Test("a group's evidence is that of counts which never saw the group")
    func leaveOneOut() {
        let samples = documents.map { LabelSample($0) }
        let evidence = LabelWeightFit().evidence(samples, counts: counts(samples))
        for group in Set(samples.map(\.group)) {
            let source = CountedEvidence(counts(samples.filter { $0.group != group }))
            for index in samples.indices where samples[index].group == group {
                let page = samples[index].evidence
                #expect(evidence[index].count == page.count)
                for line in 0..<page.count {
                    #expect(evidence[index][line] == source.groups(of: line, in: page))
                }
            }
        }
    }

    @Test("subtraction equals retraining on real documents as well")
    func realDocuments() throws {
        let samples = try TrainingSamples.some.get().prefix(5).map { LabelSample($0) }
        let all = counts(samples)
        let without = CountedEvidence(all, without: counts([samples[0]]))
        let retrained = CountedEvidence(counts(Array(samples.dropFirst())))
        let page = samples[0].evidence
        for line in 0..<min(page.count, 12) {
            #expect(without.groups(of: line, in: page) == retrained.groups(of: line, in: page))
        }
    }

    @Test("a sample without fit weight is taken out of its group's evidence, and has none")
    func unfitted() {
        var samples = documents.map { LabelSample($0) }
        samples[0].fitWeight = 0
        let evidence = LabelWeightFit().evidence(samples, counts: counts(samples))
        #expect(evidence[0].isEmpty && !evidence[1].isEmpty)
    }

    /// Documents whose labels are told by their words.
    private var learnable: [AnnotatedDocument] {
        (0..<10).map { number in
            TrainingSamples.document(
                id: "page-\(number)", family: "family \(number)",
                [
                    (.navigation, "Start Politik"), (.navigation, "Sport Kultur"),
                    (.headline, "Rat tagt in Stadt \(number)"),
                    (.body, "Der Rat hat am Montag getagt. Es ging um die Brücke, sagte er."),
                    (.body, "Danach kam es zu einer Abstimmung, die der Rat knapp gewann."),
                    (.share, "Beitrag teilen"), (.share, "Auf Facebook teilen"),
                ])
        }
    }

    @Test("fitted weights label lines that the fit has not seen")
    func learns() throws {
        var trainer = Trainer(counts: LabelCounts(), weights: LabelWeights())
        for document in learnable { trainer.add(document) }
        var fit = LabelWeightFit()
        fit.fit.epochs = 40
        fit.navigationStep = 1
        trainer.weights = fit.weights(
            learnable.map { LabelSample($0) }, counts: trainer.counts)
        let page = try Analyzer(model: trainer.makeModel()).analyze(
            """
            Politik Sport
            Rat tagt wieder in Stadt
            Der Rat hat am Dienstag getagt. Es kam zu einer Abstimmung, sagte er.
            Auf Facebook teilen
            """)
        #expect(page.paragraphs.map(\.label) == [.navigation, .headline, .body, .share])
    }

    @Test("the same samples give the same weights to the last bit")
    func deterministic() {
        let samples = Array(learnable.prefix(5)).map { LabelSample($0) }
        let counts = counts(samples)
        let first = LabelWeightFit().weights(samples, counts: counts)
        #expect(first == LabelWeightFit().weights(samples, counts: counts))
        #expect(first != LabelWeights())
    }

    @Test("only the bias of residue's second layer follows the pages that count as typical")
    func calibration() {
        var samples = documents.map { LabelSample($0) }
        for index in samples.indices { samples[index].isTypical = false }
        let plain = LabelWeightFit().weights(samples, counts: counts(samples))
        // Pages of the other regime do not calibrate.
        for index in samples.indices where samples[index].regime == .page {
            samples[index].isTypical = true
        }
        #expect(plain == LabelWeightFit().weights(samples, counts: counts(samples)))
        for index in samples.indices { samples[index].isTypical = true }
        let calibrated = LabelWeightFit().weights(samples, counts: counts(samples))
        #expect(calibrated.first == plain.first && calibrated.second[0] == plain.second[0])
        let (layer, other) = (calibrated.second[1].weights, plain.second[1].weights)
        #expect(layer.dropLast() == other.dropLast() && layer.last != other.last)
    }

    @Test("training on outside samples counts a page once and skips the groups left out")
    func groups() {
        let twice = LabelTraining(documents + [documents[0]], own: [])
        let once = LabelTraining(documents, own: [])
        #expect(twice.publishedCounts() == once.publishedCounts())
        let group = documents[0].group()
        let rest = LabelTraining(documents.filter { $0.group() != group }, own: [])
        #expect(once.without([group]).publishedCounts() == rest.publishedCounts())
    }
}
