import Foundation
import NaiveBayes
import Testing

@testable import Masthead

@Suite("Model file")
struct ModelFileTests {
    private func bytes() throws -> [UInt8] { try ReferenceDecoder.small.get().model.bytes }

    /// Why bytes are not a model; nil where they are one.
    private func fault(_ bytes: [UInt8]) -> ModelError? {
        do throws(ModelError) {
            _ = try Model(bytes: bytes)
            return nil
        } catch { return error }
    }

    @Test("a model read back from its bytes is the same model")
    func roundTrip() throws {
        let small = try ReferenceDecoder.small.get()
        let model = try Model(bytes: small.model.bytes)
        #expect(model.bytes == small.model.bytes)
        #expect(model.facts == small.trainer.facts)
        #expect(model.weights == small.trainer.weights)
        #expect(try model.labelCounts() == small.trainer.counts)
        #expect(model.termCount == small.model.termCount && model.termCount > 1000)
        #expect(try Trainer(model).counts == small.trainer.counts)
        let lines = ["Teilen", "Der Rat tagte am Montag in Lebus.", "Impressum"]
        let text = lines.joined(separator: "\n")
        let pages = try [model, small.model].map { try Analyzer(model: $0).analyze(text) }
        #expect(
            pages[0].paragraphs.map(\.probabilities) == pages[1].paragraphs.map(\.probabilities))
    }

    @Test("the built-in model loads and is the file of the package")
    func builtIn() throws {
        let file = TrainingSamples.package.appending(path: "Models/default.masthead")
        let bytes = Array(try Data(contentsOf: file))
        #expect(Model.builtIn.bytes == bytes)
        #expect(fault(bytes) == nil)
        #expect(bytes.count <= 12_000_000)
        #expect(Model.builtIn.facts.documents["de", default: 0] >= 140)
        let tables = Model.builtIn.facts.tables
        for table in ["counts/labels.tsv", "counts/weights.tsv", "cues.tsv", "stance/de.tsv"] {
            #expect(tables.contains(table), "\(table)")
        }
    }

    @Test("the table of sections says where each lies, in order, aligned, to the end")
    func sections() throws {
        let bytes = try bytes()
        let table = ModelBytes(bytes)
        #expect(
            table.sections.map(\.name) == [
                "facts", "weights", "gate", "value rows", "biases", "term filter", "term rows",
                "counts", "style counts", "style model",
            ])
        var free = 64 + 32 * table.sections.count
        for section in table.sections {
            #expect(section.offset % 64 == 0 && section.offset >= free)
            #expect(section.offset - free < 64, "a gap before \(section.name)")
            free = section.offset + section.length
        }
        #expect(free == bytes.count)
        let file = try ModelFile(ModelMemory(copying: bytes), verifying: true)
        for section in table.sections {
            let range = section.offset..<(section.offset + section.length)
            #expect(try file.bytes(section.name) == bytes[range])
        }
    }

    @Test("the header reads as documented")
    func header() throws {
        let bytes = try bytes()
        #expect(Array(bytes[0..<8]) == Array("MASTHEAD".utf8))
        let table = ModelBytes(bytes)
        #expect(table.integer(UInt32.self, at: 8) == ModelFile.formatVersion)
        #expect(table.integer(UInt32.self, at: 12) == ModelFile.featureVersion)
        #expect(table.integer(UInt32.self, at: 20) == 0)
        #expect(table.integer(UInt64.self, at: 24) == UInt64(bytes.count))
        #expect(
            table.integer(UInt64.self, at: 32)
                == ModelMemory(copying: bytes).checksum(from: 40))
        #expect(bytes[40..<64].allSatisfy { $0 == 0 })
    }

    @Test(
        "what does not begin as a model is none",
        arguments: [
            [], Array("MASTHEA".utf8), Array("masthead".utf8), [UInt8](repeating: 0, count: 4096),
            Array("{\"paragraphs\": []}".utf8),
            Array("MASTHEAX".utf8) + [UInt8](repeating: 1, count: 99),
        ])
    func notAModel(bytes: [UInt8]) { #expect(fault(bytes) == .notAModel) }

    @Test("a model that is cut is truncated", arguments: [8, 9, 40, 63, 64, 65, 200, 5000])
    func truncated(length: Int) throws {
        #expect(fault(Array(try bytes().prefix(length))) == .truncated)
    }

    @Test("a model of a newer format says its version, also where the rest is unknown")
    func tooNew() throws {
        var table = ModelBytes(try bytes())
        table.set(UInt32(2), at: 8)
        #expect(fault(table.bytes) == .tooNew(version: 2))
        table.set(UInt32.max, at: 8)
        #expect(fault(Array(table.bytes.prefix(70))) == .tooNew(version: Int(UInt32.max)))
    }

    @Test("a model of other features, or of the format before the first, is refused")
    func otherFeatures() throws {
        for offset in [12, 8] {
            var table = ModelBytes(try bytes())
            table.set(UInt32(offset == 12 ? 77 : 0), at: offset)
            #expect(fault(table.bytes) == .otherFeatures)
        }
    }

    @Test("one changed bit anywhere is noticed, and so are bytes at the end")
    func altered() throws {
        let bytes = try bytes()
        var random = SplitMix(seed: 51)
        for _ in 0..<12 {
            var changed = bytes
            let place = Int.random(in: 32..<bytes.count, using: &random)
            changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            #expect(fault(changed) == .altered, "byte \(place)")
        }
        #expect(fault(bytes + [0]) == .altered)
    }

    @Test("a section that is missing, or not what its name says, is named")
    func malformed() throws {
        let bytes = try bytes()
        for (index, section) in ModelBytes(bytes).sections.enumerated()
        where !["counts", "style counts", "style model"].contains(section.name) {
            // Those three are read only by what needs them: training and the outlet profile.
            var table = ModelBytes(bytes)
            table.bytes[64 + 32 * index] = UInt8(ascii: "X")
            table.fixChecksum()
            // Biases and rows are one table; each names the first.
            #expect(fault(table.bytes) == .malformed(section: section.name), "\(section.name)")
        }
        var table = ModelBytes(bytes)
        let facts = try #require(table.sections.first { $0.name == "facts" })
        table.set(UInt64(facts.length + 1), at: 64 + 24)
        table.fixChecksum()
        #expect(fault(table.bytes) == .malformed(section: "facts"))
    }

    @Test("a model without counts works, but can't learn")
    func withoutCounts() throws {
        var table = ModelBytes(try bytes())
        let index = try #require(table.sections.firstIndex { $0.name == "counts" })
        table.bytes[64 + 32 * index] = UInt8(ascii: "X")
        table.fixChecksum()
        let model = try Model(bytes: table.bytes)
        #expect(try Analyzer(model: model).analyze("Teilen").paragraphs.count == 1)
        #expect(throws: ModelError.malformed(section: "counts")) { try Trainer(model) }
    }
}

/// The bytes of a model, to be read and changed by offset.
struct ModelBytes {
    var bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func integer<T: FixedWidthInteger>(_: T.Type, at offset: Int) -> T {
        (0..<(T.bitWidth / 8)).reduce(0) { $0 | T(bytes[offset + $1]) << T(8 * $1) }
    }

    mutating func set<T: FixedWidthInteger>(_ value: T, at offset: Int) {
        for index in 0..<(T.bitWidth / 8) where offset + index < bytes.count {
            bytes[offset + index] = UInt8(truncatingIfNeeded: value >> T(8 * index))
        }
    }

    /// The table of sections, as it stands in the bytes.
    var sections: [(name: String, offset: Int, length: Int)] {
        (0..<Int(integer(UInt32.self, at: 16))).map { index in
            let start = 64 + 32 * index
            let name = bytes[start..<(start + 16)].prefix { $0 != 0 }
            return (
                String(decoding: name, as: UTF8.self),
                Int(integer(UInt64.self, at: start + 16)),
                Int(integer(UInt64.self, at: start + 24))
            )
        }
    }

    /// Makes length and checksum fit again, so that only the content is at fault.
    mutating func fixChecksum() {
        set(UInt64(bytes.count), at: 24)
        set(ModelMemory(copying: bytes).checksum(from: 40), at: 32)
    }
}
