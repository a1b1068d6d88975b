import NaiveBayes
import Testing

@testable import Masthead

/// Mutated model files: whatever the bytes, loading throws or gives a model that can be used.
/// A trap would end the test run.
@Suite("Attacks on the model file")
struct ModelAttackTests {
    /// A model of two short documents: the smaller the file, the more mutations a second.
    private static let original: [UInt8] = {
        var trainer = Trainer()
        for document in TrainingSamples.random(2, seed: 71) { trainer.add(document) }
        return trainer.modelBytes()
    }()

    private static let text = """
        Start | Politik
        Der Bericht kam spät. Das war gut, sagte er, und bestellte den Newsletter.
        Teilen
        12:30 Kommentare
        """

    /// Loads a mutation and, if it loads, uses it. Returns whether it loaded.
    @discardableResult
    private func survive(_ bytes: [UInt8], learning: Bool = false) -> Bool {
        guard let model = try? Model(bytes: bytes), let analyzer = try? Analyzer(model: model)
        else { return false }
        let page = analyzer.analyze(Self.text)
        #expect(page.paragraphs.count == 4)
        for paragraph in page.paragraphs {
            #expect(paragraph.probabilities.allSatisfy { (0...1.001).contains($0) })
        }
        _ = analyzer.explanation(ofParagraph: 1, in: page)
        if learning, var trainer = try? Trainer(model) {
            trainer.add(TrainingSamples.document([(.share, "Teilen")]))
            _ = trainer.modelBytes()
        }
        return true
    }

    @Test("files cut anywhere", arguments: 0..<4)
    func truncations(part: UInt64) {
        var random = SplitMix(seed: part)
        for _ in 0..<30 {
            let length = Int.random(in: 0..<Self.original.count, using: &random)
            #expect(!survive(Array(Self.original.prefix(length))))
        }
    }

    @Test("files cut anywhere whose header was made to fit", arguments: 0..<4)
    func fittedTruncations(part: UInt64) {
        var random = SplitMix(seed: 10 + part)
        for _ in 0..<10 {
            let length = Int.random(in: 64..<Self.original.count, using: &random)
            var table = ModelBytes(Array(Self.original.prefix(length)))
            table.fixChecksum()
            survive(table.bytes)
        }
    }

    @Test("flipped bits", arguments: 0..<4)
    func bitFlips(part: UInt64) {
        var random = SplitMix(seed: 20 + part)
        for _ in 0..<15 {
            var bytes = Self.original
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            }
            #expect(!survive(bytes))
        }
    }

    /// A section and a place in it, the small ones as often as the large.
    private func place(_ table: ModelBytes, _ random: inout SplitMix) -> Int {
        guard let section = table.sections.randomElement(using: &random) else { return 64 }
        return section.offset + Int.random(in: 0..<max(section.length, 1), using: &random)
    }

    @Test("flipped bits under a checksum that fits", arguments: 0..<8)
    func fittedBitFlips(part: UInt64) {
        var random = SplitMix(seed: 30 + part)
        for _ in 0..<15 {
            var table = ModelBytes(Self.original)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = place(table, &random)
                table.bytes[min(place, table.bytes.count - 1)] ^=
                    1 << UInt8.random(in: 0..<8, using: &random)
            }
            table.fixChecksum()
            survive(table.bytes)
        }
    }

    @Test("absurd numbers anywhere in the header and the table of sections", arguments: 0..<4)
    func absurdLengths(part: UInt64) {
        var random = SplitMix(seed: 40 + part)
        let absurd: [UInt64] = [
            0, 1, 31, 63, 64, 1 << 31, 1 << 32, 1 << 62, 1 << 63, .max, .max - 63, .max - 1,
        ]
        for _ in 0..<15 {
            var table = ModelBytes(Self.original)
            let count = table.sections.count
            let section = 64 + 32 * Int.random(in: 0..<count, using: &random)
            let place =
                [8, 12, 16, 24, section, section + 16, section + 24]
                .randomElement(using: &random) ?? 24
            table.set(absurd.randomElement(using: &random) ?? 0, at: place)
            if place == 24 {
                survive(table.bytes)
                continue
            }
            table.fixChecksum()
            survive(table.bytes)
        }
    }

    @Test("absurd numbers inside sections", arguments: 0..<4)
    func absurdContent(part: UInt64) {
        var random = SplitMix(seed: 50 + part)
        let absurd: [UInt32] = [
            0, .max, 0x7F80_0000, 0x7FC0_0000, 0x7F7F_FFFF, 0xFF7F_FFFF, 0x8080_8080, 1 << 31,
        ]
        for _ in 0..<15 {
            var table = ModelBytes(Self.original)
            let value = absurd.randomElement(using: &random) ?? 0
            let start = place(table, &random) & ~3
            for index in 0..<Int.random(in: 1...24, using: &random) {
                table.set(value, at: start + 4 * index)
            }
            table.fixChecksum()
            survive(table.bytes)
        }
    }

    @Test("swapped sections")
    func swappedSections() {
        let count = ModelBytes(Self.original).sections.count
        for first in 0..<count {
            for second in (first + 1)..<count {
                var table = ModelBytes(Self.original)
                for offset in 16..<32 {
                    table.bytes.swapAt(64 + 32 * first + offset, 64 + 32 * second + offset)
                }
                table.fixChecksum()
                #expect(!survive(table.bytes))
                // Their names instead of their places: the table stays in order.
                table = ModelBytes(Self.original)
                for offset in 0..<16 {
                    table.bytes.swapAt(64 + 32 * first + offset, 64 + 32 * second + offset)
                }
                table.fixChecksum()
                survive(table.bytes)
            }
        }
    }

    @Test("weights of absurd size, which would make probabilities that are none, are refused")
    func absurdWeights() throws {
        for value: Float in [3e38, -3e38, 1e20] {
            var table = ModelBytes(Self.original)
            let section = try #require(table.sections.first { $0.name == "weights" })
            for offset in stride(from: 0, to: section.length, by: 4) {
                let sign: Float = offset % 8 == 0 ? 1 : -1
                table.set((value * sign).bitPattern, at: section.offset + offset)
            }
            table.fixChecksum()
            #expect(!survive(table.bytes))
        }
    }

    @Test("counts of absurd size, and what is learnt on top of them")
    func absurdCounts() throws {
        let model = try Model(bytes: Self.original)
        var counts = try model.labelCounts()
        counts.lines = counts.lines.map { _ in ClassCounts(repeating: .max) }
        counts.traits = counts.traits.map { $0.map { _ in .max } }
        for lane in ParagraphLabel.count..<classLimit {
            for regime in counts.lines.indices { counts.lines[regime][lane] = 0 }
        }
        var writer = ByteWriter()
        counts.encode(into: &writer)
        var sections: [(name: String, bytes: [UInt8])] = []
        for section in ModelBytes(Self.original).sections {
            let range = section.offset..<(section.offset + section.length)
            sections.append(
                (
                    section.name,
                    section.name == "counts" ? writer.bytes : Array(Self.original[range])
                ))
        }
        #expect(survive(ModelFile.bytes(of: sections), learning: true))
        #expect(throws: ModelError.malformed(section: "counts")) {
            try Trainer(Model(bytes: ModelFile.bytes(of: sections)))
        }
    }
}
