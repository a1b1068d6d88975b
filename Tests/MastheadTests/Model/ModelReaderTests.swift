import NaiveBayes
import Testing

@testable import Masthead

@Suite("Reading and writing bytes")
struct ModelReaderTests {
    private func reader(_ writer: ByteWriter) -> ByteReader {
        ByteReader(writer.bytes[...], section: "test")
    }

    @Test("what was written is read back")
    func roundTrip() throws {
        var random = SplitMix(seed: 81)
        for _ in 0..<100 {
            let shift = UInt64.random(in: 0..<64, using: &random)
            let number = random.next() >> shift
            let float = Float.random(in: -1e9...1e9, using: &random)
            let text = RandomText.line(9, &random)
            var writer = ByteWriter()
            writer.write(varint: number)
            writer.write(float)
            writer.write(text)
            writer.write(UInt16(truncatingIfNeeded: number))
            writer.write(Int8(truncatingIfNeeded: number))
            writer.write(raw: [1, 2, 3])
            var reader = reader(writer)
            #expect(try reader.readVarint() == number)
            #expect(try reader.readFloat() == float)
            #expect(try reader.readString() == text)
            #expect(try reader.read(UInt16.self) == UInt16(truncatingIfNeeded: number))
            #expect(try reader.read(Int8.self) == Int8(truncatingIfNeeded: number))
            #expect(try reader.readBytes(3) == [1, 2, 3])
            #expect(reader.remaining == 0)
        }
    }

    @Test("integers are little-endian")
    func order() {
        var writer = ByteWriter()
        writer.write(UInt32(0x0102_0304))
        writer.write(varint: 300)
        #expect(writer.bytes == [4, 3, 2, 1, 0xAC, 0x02])
    }

    @Test("reading beyond the end is a truncation, whatever is read")
    func beyondTheEnd() {
        var empty = ByteReader([], section: "test")
        #expect(throws: ModelError.truncated) { try empty.read(UInt8.self) }
        #expect(throws: ModelError.truncated) { try empty.readVarint() }
        #expect(throws: ModelError.truncated) { try empty.readFloat() }
        #expect(throws: ModelError.truncated) { try empty.readString() }
        #expect(throws: ModelError.truncated) { try empty.readBytes(1) }
        #expect(throws: ModelError.truncated) { try empty.readBytes(-1) }
        var short = ByteReader([0x80, 0x80], section: "test")
        #expect(throws: ModelError.truncated) { try short.readVarint() }
    }

    @Test("a count that the rest can't hold is refused before anything is allocated")
    func absurdCounts() {
        var writer = ByteWriter()
        writer.write(varint: .max)
        writer.write(raw: [0, 0, 0])
        var reader = reader(writer)
        #expect(throws: ModelError.truncated) { try reader.readCount(width: 3) }
        var fitting = ByteReader([2, 9, 9, 9, 9], section: "test")
        #expect(throws: Never.self) { try fitting.readCount(width: 2) }
    }

    @Test("numbers and texts that no writer makes are malformed and name the section")
    func malformed() {
        let malformed = ModelError.malformed(section: "test")
        var long = ByteReader([UInt8](repeating: 0xFF, count: 12)[...], section: "test")
        #expect(throws: malformed) { try long.readVarint() }
        for pattern: UInt32 in [0x7F80_0000, 0x7FC0_0001, 0xFF80_0000] {
            var writer = ByteWriter()
            writer.write(pattern)
            var reader = reader(writer)
            #expect(throws: malformed) { try reader.readFloat() }
        }
        var text = ByteReader([2, 0xC3, 0x28], section: "test")
        #expect(throws: malformed) { try text.readString() }
    }

    @Test("a table is given only where its range lies in the memory, aligned and whole")
    func tables() throws {
        let memory = ModelMemory(copying: (0..<64).map { UInt8($0) })
        let table = try #require(memory.table(8..<24, of: UInt32.self))
        #expect(table.count == 4 && table[0] == 0x0B0A_0908)
        #expect(memory.table(6..<22, of: UInt32.self) == nil)
        #expect(memory.table(8..<23, of: UInt32.self) == nil)
        #expect(memory.table(56..<72, of: UInt32.self) == nil)
        #expect(memory.table(64..<64, of: UInt32.self)?.count == 0)
        #expect(ModelMemory(copying: []).bytes.isEmpty)
    }

    @Test("the checksum changes with every byte, with their order and their number")
    func checksum() {
        let bytes = (0..<100).map { UInt8($0) }
        func checksum(_ bytes: [UInt8]) -> UInt64 { ModelMemory(copying: bytes).checksum(from: 0) }
        var sums: Set<UInt64> = [checksum(bytes)]
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0x10
            sums.insert(checksum(changed))
        }
        sums.insert(checksum(bytes.reversed()))
        sums.insert(checksum(bytes + [0]))
        sums.insert(checksum(Array(bytes.dropLast())))
        #expect(sums.count == 104)
    }
}
