import Testing

@testable import Masthead

/// What the README shows of learning, on the built-in model.
@Suite("Learning")
struct TrainingLearnTests {
    /// A page of an invented outlet whose share lines no other outlet has. Only that line has a
    /// label, as in a correction.
    private func correction(_ topic: String) -> AnnotatedDocument {
        let lines = [
            "\(topic): Rat vertagt den Beschluss", "Von Silke Ahrend",
            "Der Rat hat am Abend über das Thema \(topic) gesprochen und sich vertagt.",
            Self.prompt, "Im Herbst soll es weitergehen, wenn die Gutachten vorliegen, hieß es.",
        ]
        return AnnotatedDocument(
            id: "uferblatt-\(topic)",
            paragraphs: lines.map {
                AnnotatedParagraph(text: $0, label: $0 == Self.prompt ? .label(.share) : .none)
            })
    }

    private static let prompt = "Reich’s rüber ans andere Ufer"

    @Test("a share line that the built-in model gets wrong is right after three samples")
    func shareLine() throws {
        let text = correction("Fähre").paragraphs.map(\.text).joined(separator: "\n\n")
        let before = Analyzer().analyze(text).paragraphs.map(\.label)
        #expect(before[3] != .share)

        var trainer = try Trainer(.builtIn)
        let samples = ["Deich", "Hafen", "Schleuse"].map(correction)
        for sample in samples { trainer.add(sample) }
        let learnt = try Analyzer(model: trainer.makeModel(), finding: [])
        let after = learnt.analyze(text).paragraphs.map(\.label)
        #expect(after[3] == .share)
        #expect(after[0...2] == before[0...2] && after[4] == before[4])
        try expectLittleChange(by: learnt)

        for sample in samples { try trainer.remove(sample) }
        #expect(try trainer.counts == Model.builtIn.labelCounts())
        #expect(trainer.facts == Model.builtIn.facts)
    }

    /// Nothing else changes on the golden pages, but lines on the very border of two labels:
    /// three samples move every label's share a little.
    private func expectLittleChange(by learnt: Analyzer) throws {
        var changed = 0
        for page in try AnalyzedGoldenPage.all.get() {
            let again = learnt.analyze(page.golden.input).paragraphs
            for (new, old) in zip(again, page.page.paragraphs) where new.label != old.label {
                let best = Array(old.probabilities.sorted().suffix(2))
                #expect(best[1] - best[0] < 0.03, "\(page.golden.slug): \(old.text)")
                changed += 1
            }
        }
        #expect(changed <= 12)
    }
}
