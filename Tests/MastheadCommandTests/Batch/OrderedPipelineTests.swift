import Foundation
import Synchronization
import Testing

@testable import MastheadCommand

@Suite struct OrderedPipelineTests {
    /// Pieces that take unequal time, so that later ones are done first.
    private static func slow(_ piece: Int) -> Int {
        var random = SeededGenerator(seed: UInt64(piece))
        var sum: UInt64 = 0
        for _ in 0..<Int.random(in: 0...20_000, using: &random) { sum &+= random.next() }
        return sum == 1 ? -1 : piece * 2
    }

    @Test(arguments: [1, 2, 3, 8])
    func handsOverInOrderAndHoldsFew(threads: Int) async {
        let pipeline = OrderedPipeline<Int, Int>(threads: threads, work: Self.slow)
        var read = 0
        var written: [Int] = []
        var mostInFlight = 0
        await pipeline.run(
            next: {
                if read == 500 { return nil }
                defer { read += 1 }
                return read
            },
            write: { product in
                mostInFlight = max(mostInFlight, read - written.count)
                written.append(product)
            })
        #expect(written == (0..<500).map { $0 * 2 })
        #expect(mostInFlight <= 2 * threads + 1)
    }

    /// A thread more would take longer than a page.
    @Test @MainActor func worksOnASinglePieceWhereItStands() async {
        let caller = pthread_self()
        let pipeline = OrderedPipeline<Int, Bool>(threads: 2) { _ in pthread_self() == caller }
        var pieces = [1]
        await pipeline.run(next: { pieces.popLast() }, write: { #expect($0) })
    }

    @Test(arguments: [1, 2])
    func endsWithNothingToDo(threads: Int) async {
        let pipeline = OrderedPipeline<Int, Int>(threads: threads, work: Self.slow)
        await pipeline.run(next: { nil }, write: { _ in Issue.record("nothing to write") })
    }

    @Test(arguments: [1, 2, 4])
    func readsNoFurtherOnceWritingFails(threads: Int) async {
        struct Full: Error, Equatable {}
        let pipeline = OrderedPipeline<Int, Int>(threads: threads, work: Self.slow)
        var read = 0
        var written = 0
        await #expect(throws: Full()) {
            try await pipeline.run(
                next: {
                    read += 1
                    return read
                },
                write: { _ throws(Full) in
                    if written == 10 { throw Full() }
                    written += 1
                })
        }
        #expect(written == 10)
        #expect(read <= 11 + 2 * threads + 1)
    }

    @Test func worksOnSeveralPiecesAtATime() async {
        // Each waits until another has begun, which never happens on one thread.
        let begun = Mutex(0)
        let pipeline = OrderedPipeline<Int, Bool>(threads: 2) { _ in
            begun.withLock { $0 += 1 }
            for _ in 0..<200_000_000 where begun.withLock({ $0 }) > 1 { return true }
            return false
        }
        var left = 2
        var together: [Bool] = []
        await pipeline.run(
            next: {
                left -= 1
                return left >= 0 ? left : nil
            },
            write: { together.append($0) })
        #expect(together.count == 2)
    }
}
