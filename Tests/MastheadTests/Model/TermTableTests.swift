import NaiveBayes
import Testing

@testable import Masthead

@Suite("The table of terms")
struct TermTableTests {
    private typealias Evidence = [UInt32: ClassVector]

    private func table(_ evidence: Evidence) throws -> TermTable {
        let sections = TermTable.sections(evidence.map { (key: $0.key, row: $0.value) })
        let bytes = ModelFile.bytes(of: sections)
        return try TermTable(ModelFile(ModelMemory(copying: bytes), verifying: true))
    }

    private func row(_ random: inout SplitMix) -> ClassVector {
        var row = ClassVector.zero
        row[Int.random(in: 0..<13, using: &random)] = Float.random(in: -9...9, using: &random)
        return row
    }

    private func labels(_ row: SIMD16<Int8>) -> [Float] {
        (0..<ParagraphLabel.count).map { Float(row[$0]) }
    }

    private func expected(_ row: ClassVector) -> [Float] {
        (0..<ParagraphLabel.count).map { label in
            max(-127, min(127, (row[label] * TermTable.unit).rounded()))
        }
    }

    /// Keys of few buckets, so that many overflow into the next ones.
    private func key(_ random: inout SplitMix) -> UInt32 {
        UInt32.random(in: 0..<150, using: &random) << 16 | UInt32(random.next() & 0xFFFF)
    }

    @Test("every term of a table is found, and no other", arguments: 82..<90)
    func found(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        var evidence: Evidence = [:]
        for _ in 0..<500 { evidence[key(&random)] = row(&random) }
        for key in [UInt32.max, 0xFFFF_0000, 0xFFFF_0001] { evidence[key] = row(&random) }
        let table = try table(evidence)
        #expect(table.count == evidence.count)
        for (key, row) in evidence { #expect(labels(table.row(key)) == expected(row)) }
        for _ in 0..<5000 {
            let key = key(&random)
            if evidence[key] == nil { #expect(labels(table.row(key)).allSatisfy { $0 == 0 }) }
        }
    }

    @Test("terms that share their tag are told apart by their bucket")
    func sharedTag() throws {
        var random = SplitMix(seed: 91)
        var evidence: Evidence = [:]
        for upper in 0..<200 { evidence[UInt32(upper) << 24 | 0x123456] = row(&random) }
        let table = try table(evidence)
        for (key, row) in evidence { #expect(labels(table.row(key)) == expected(row)) }
        #expect(labels(table.row(0xFF12_3456)).allSatisfy { $0 == 0 })
    }

    @Test("a term that finds no place is left out, and so is one whose tag is that of free rows")
    func leftOut() throws {
        var random = SplitMix(seed: 92)
        var evidence: Evidence = [:]
        for lower in 0..<100 { evidence[0xFFFF_0000 | UInt32(lower)] = row(&random) }
        let full = try table(evidence)
        #expect(full.count == 32)
        let found = evidence.count { labels(full.row($0.key)) == expected($0.value) }
        #expect(found >= 32)
        let free = try table([0x0500_0000: row(&random), 0x0500_0001: row(&random)])
        #expect(free.count == 1)
        #expect(labels(free.row(0x0500_0000)).allSatisfy { $0 == 0 })
    }

    @Test("a table of another size is refused")
    func otherSize() {
        let sections = TermTable.sections([])
        for index in sections.indices {
            var cut = sections
            cut[index].bytes.removeLast(64)
            let bytes = ModelFile.bytes(of: cut)
            #expect(throws: ModelError.malformed(section: "term rows")) {
                try TermTable(ModelFile(ModelMemory(copying: bytes), verifying: true))
            }
        }
    }
}
