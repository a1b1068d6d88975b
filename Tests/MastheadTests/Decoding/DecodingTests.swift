import Foundation
import NaiveBayes
import Testing

@testable import Masthead

@Suite("Decoding")
struct DecodingTests {
    private func small() throws -> SmallModel { try ReferenceDecoder.small.get() }

    /// A page as a document's, cut so that debug builds keep up.
    private func page(_ document: AnnotatedDocument, lines: Int = 24) -> PageEvidence {
        PageEvidence(paragraphs: document.paragraphs.prefix(lines).map(\.text))
    }

    @Test("the decoder equals the slow reference on training documents")
    func reference() throws {
        let small = try small()
        let reference = small.reference
        var differences: [Double] = []
        for document in small.documents.prefix(14) {
            let page = page(document)
            let expected = reference.probabilities(page)
            let found = small.model.decoder.probabilities(page)
            for (expected, found) in zip(expected, found) {
                for label in 0..<ParagraphLabel.count {
                    differences.append(abs(expected[label] - Double(found[label])))
                }
            }
        }
        // Rows are rounded to 1/256: some sixty of them move a log-odd by a few hundredths.
        #expect(differences.max() ?? 1 < 0.03)
        #expect(differences.reduce(0, +) / Double(differences.count) < 0.001)
    }

    @Test("an explanation's weights add up to the reference's difference of log-odds")
    func explanation() throws {
        let small = try small()
        let reference = small.reference
        for document in small.documents.prefix(6) {
            let page = page(document)
            let inputs = reference.secondInputs(page)
            let residue = reference.gate.residue(page.traits)
            for line in 0..<page.count {
                let names = PageEvidence.names(of: document.paragraphs[line].text).terms
                let found = small.model.decoder.explanation(page, line: line, names: names)
                let logits = reference.logits(inputs[line], regime: residue > 0.5 ? 1 : 0)
                let expected =
                    logits[Int(found.label.rawValue)] - logits[Int(found.runnerUp.rawValue)]
                #expect(abs(Double(found.margin) - expected) < 0.15)
            }
        }
    }

    @Test("where one regime decides alone, the margin is the log of the probabilities' ratio")
    func margin() throws {
        let decoder = try small().model.decoder
        var checked = 0
        for document in try small().documents {
            let page = page(document)
            guard decoder.experts(page).count == 1 else { continue }
            for line in stride(from: 0, to: page.count, by: 2) {
                let names = PageEvidence.names(of: document.paragraphs[line].text).terms
                let found = decoder.explanation(page, line: line, names: names)
                let (label, runnerUp) = found.probability
                #expect(label >= runnerUp)
                // Below that, single precision holds no ratio.
                if runnerUp < 1e-5 { continue }
                let expected = Foundation.log(Double(label) / Double(runnerUp))
                #expect(abs(Double(found.margin) - expected) < 0.02)
                checked += 1
            }
            if checked > 60 { break }
        }
        #expect(checked > 20)
    }

    @Test("an explanation names its evidence, strongest first")
    func explanationNames() throws {
        let analyzer = Analyzer()
        let page = analyzer.analyze("Politik\nSport\nKommentare (12)\nJetzt teilen\n")
        let explanation = analyzer.explanation(ofParagraph: 3, in: page)
        #expect(explanation.label == page.paragraphs[3].label)
        #expect(explanation.probability.label == page.paragraphs[3].confidence)
        let weights = explanation.evidence.map { abs($0.weight) }
        #expect(weights == weights.sorted(by: >) && !weights.contains(0))
        let views = Set(explanation.evidence.map(\.view))
        let known = View.allCases.map { "\($0)" } + ["context", "bias"]
        #expect(views.isSubset(of: known) && views.isSuperset(of: ["words", "shape", "context"]))
        #expect(explanation.evidence.contains { $0.view == "words" && $0.feature == "teilen" })
        #expect(explanation.evidence.contains { $0.feature.hasPrefix("start=") })
    }

    @Test("the parts of the context follow the inputs of the second layer")
    func contextParts() {
        let labels = ParagraphLabel.count
        let parts = (0..<PageContext.inputs).map(PageContext.part)
        #expect(parts.count { $0 == "edge of the page" } == 2)
        for part in Set(parts).subtracting(["edge of the page"]) {
            #expect(parts.count { $0 == part } == labels, "\(part)")
        }
        var inputs: [Float] = []
        var vector = ClassVector.zero
        vector[3] = 1
        let context = PageContext([.zero, vector, .zero, .zero])
        context.append(line: 2, to: &inputs)
        #expect(inputs.count == PageContext.inputs)
        let places = inputs.indices.filter { parts[$0] == "line before" }
        #expect(places.map { inputs[$0] } == (0..<labels).map { $0 == 3 ? 1 : 0 })
        let before = inputs.indices.filter { parts[$0] == "eight lines before" }
        #expect(before.map { inputs[$0] }[3] == 0.125)
    }

    @Test("probabilities are probabilities on any text", arguments: 0..<12)
    func probabilities(seed: UInt64) throws {
        let page = PageEvidence(paragraphs: RandomText.page(seed: seed, lines: 0...20))
        let found = try small().model.decoder.probabilities(page)
        #expect(found.count == page.count)
        for vector in found {
            #expect(abs(vector.sum() - 1) < 1e-4)
            for lane in 0..<classLimit {
                #expect(lane < ParagraphLabel.count ? vector[lane] >= 0 : vector[lane] == 0)
            }
        }
    }

    @Test("an empty page has no lines")
    func emptyPage() {
        #expect(Analyzer().analyze("").paragraphs.isEmpty)
        #expect(Analyzer().analyze(" \n\u{FEFF}\n\t").paragraphs.isEmpty)
    }

    @Test("the gate lies between 0 and 1 for every combination of traits tried")
    func gate() throws {
        let gate = PageGate(try small().trainer.counts)
        var random = SplitMix(seed: 61)
        for _ in 0..<200 {
            let traits = PageGate.slots.map {
                UInt8.random(in: 0..<UInt8($0.values), using: &random)
            }
            #expect((0...1).contains(gate.residue(traits)))
        }
        let none = PageGate(LabelCounts())
        #expect(abs(none.residue(PageGate.slots.map { _ in 0 }) - 0.5) < 1e-6)
    }

    @Test("the gate tells most whole pages from residue")
    func gateAccuracy() throws {
        let documents = try small().documents
        let gate = PageGate(try small().trainer.counts)
        let right = documents.count { document in
            let sample = LabelSample(document)
            return (gate.residue(sample.evidence.traits) > 0.5) == (sample.regime == .residue)
        }
        #expect(Double(right) >= 0.75 * Double(documents.count))
    }

    @Test("the experts' say sums to 1")
    func experts() throws {
        for document in try small().documents.prefix(12) {
            let experts = try small().model.decoder.experts(page(document))
            #expect(abs(experts.reduce(0) { $0 + $1.share } - 1) < 1e-6)
            #expect(experts.allSatisfy { $0.share >= 0.02 && (0...1).contains($0.regime) })
        }
    }
}
