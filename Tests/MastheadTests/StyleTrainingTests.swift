import NaiveBayes
import Testing

@testable import Masthead

@Suite struct StyleTrainingTests {
    private func training(_ documents: [AnnotatedDocument]) -> StyleTraining {
        StyleTraining(
            documents, labels: documents.map { Self.labels(of: $0) }, own: [], group: "site")
    }

    private static func labels(of document: AnnotatedDocument) -> [ParagraphLabel] {
        document.paragraphs.map { paragraph in
            if case .label(let label) = paragraph.label { label } else { .debris }
        }
    }

    private let documents = (0..<24).map { StyleSamples.document($0) }

    @Test func everyPageIsTestedOnceByOthers() {
        let training = training(documents)
        #expect(training.documents == Array(0..<24))
        let vectors = training.crossValidated(parts: 3, seed: 1)
        #expect(vectors.count == 24)
        var evaluation = StyleEvaluation()
        for (vector, sample) in zip(vectors, training.samples) {
            #expect(abs(vector.sum() - 1) < 1e-4)
            evaluation.add(vector, style: sample.style)
        }
        #expect(evaluation.accuracy > 0.9)
    }

    @Test func aGroupDoesNotTeachItself() {
        // One group: nothing to learn from, so the most that can be got is a guess.
        let documents = documents.map { document in
            var document = document
            document.other["site"] = .string("same")
            return document
        }
        let training = training(documents)
        let vectors = training.crossValidated(parts: 5, seed: 1)
        var evaluation = StyleEvaluation()
        for (vector, sample) in zip(vectors, training.samples) {
            evaluation.add(vector, style: sample.style)
        }
        #expect(evaluation.accuracy < 0.5)
    }

    @Test func ofAPageThatStandsTwiceTheLongerCounts() {
        var short = documents[0]
        short.paragraphs.removeLast()
        var residue = documents[0]
        residue.other["regime"] = .string("residue")
        var unknown = documents[1]
        unknown.outlet = nil
        #expect(training([short, documents[0], residue, unknown]).documents == [1, 2])
        #expect(training([documents[0], short]).documents == [0])
    }

    @Test func withoutAGroupNothingOfItIsLeft() {
        let rest = training(documents).without(["site3", "site5"])
        #expect(rest.documents.count == 22)
        #expect(!rest.documents.contains(3) && !rest.documents.contains(5))
        var counts = StyleCounts(publishing: rest.samples)
        #expect(counts == rest.publishedCounts())
        counts.merge(counts, sign: -1)
        #expect(counts.pages == .zero)
    }
}
