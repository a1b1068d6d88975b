import NaiveBayes
import Testing

@Suite("Counts")
struct CountsTests {
    /// One count of a term in a class.
    private struct Event {
        var term: UInt32
        var label: Int
        var amount: Int32
    }

    private func events(_ count: Int, seed: UInt64) -> [Event] {
        var random = SplitMix(seed: seed)
        return (0..<count).map { _ in
            Event(
                term: UInt32.random(in: 0..<60, using: &random),
                label: Int.random(in: 0..<13, using: &random),
                amount: Int32.random(in: 1...16, using: &random))
        }
    }

    private func counts(_ events: [Event]) -> TermCounts {
        var counts = TermCounts()
        for event in events { counts.add(event.amount, of: event.term, in: event.label) }
        return counts
    }

    @Test("counts are the sums of what was added")
    func sums() {
        let events = events(2000, seed: 1)
        let counts = counts(events)
        for term in UInt32(0)..<60 {
            for label in 0..<classLimit {
                let expected = events.filter { $0.term == term && $0.label == label }
                    .reduce(0) { $0 + $1.amount }
                #expect(counts[term][label] == expected)
            }
        }
    }

    @Test("taking away what was added, in any order, leaves nothing at all")
    func removal() {
        var random = SplitMix(seed: 2)
        let events = events(500, seed: 3)
        var counts = counts(events)
        for event in events.shuffled(using: &random) {
            counts.add(-event.amount, of: event.term, in: event.label)
        }
        #expect(counts == TermCounts())
        #expect(counts.rows.isEmpty)
    }

    @Test("the order of adding does not matter")
    func order() {
        var random = SplitMix(seed: 4)
        let events = events(300, seed: 5)
        #expect(counts(events) == counts(events.shuffled(using: &random)))
    }

    @Test("merging equals adding one by one, and subtracting a part restores the rest")
    func merging() {
        let first = events(200, seed: 6)
        let second = events(300, seed: 7)
        var all = counts(first)
        all.merge(counts(second))
        #expect(all == counts(first + second))
        all.merge(counts(first), sign: -1)
        #expect(all == counts(second))
        all.merge(counts(second), sign: -1)
        #expect(all.rows.isEmpty)
    }

    @Test("adding 0, or setting a row of zeros, keeps no row")
    func zeroRows() {
        var counts = TermCounts(capacity: 4)
        counts.add(0, of: 1, in: 2)
        #expect(counts.rows.isEmpty)
        counts.set(ClassCounts(repeating: 1), of: 9)
        #expect(counts[9] == ClassCounts(repeating: 1))
        counts.set(.zero, of: 9)
        #expect(counts == TermCounts())
        #expect(counts[77] == .zero)
    }

    @Test("counts of values add, subtract and merge like those of terms")
    func values() {
        let first = events(200, seed: 8)
        let second = events(200, seed: 9)
        func values(_ events: [Event], sign: Int32 = 1) -> ValueCounts {
            var counts = ValueCounts(values: 60)
            for event in events {
                counts.add(sign * event.amount, of: Int(event.term), in: event.label)
            }
            return counts
        }
        var all = values(first)
        all.merge(values(second))
        #expect(all == values(first + second))
        for term in 0..<60 { #expect(all[term] == counts(first + second)[UInt32(term)]) }
        all.merge(values(first), sign: -1)
        #expect(all == values(second))
    }
}

@Suite("Class vectors")
struct ClassVectorTests {
    @Test("a mask is 1 in the first lanes and 0 behind", arguments: [0, 1, 13, 16])
    func mask(count: Int) {
        let mask = ClassVector.mask(count)
        for lane in 0..<classLimit { #expect(mask[lane] == (lane < count ? 1 : 0)) }
    }

    @Test("the largest of the first lanes is found, the first of equals")
    func largest() {
        var vector = ClassVector.zero
        vector[4] = 3
        vector[7] = 3
        vector[15] = 9
        #expect(vector.indexOfMax(count: 13) == 4)
        #expect(vector.indexOfMax(count: 16) == 15)
        #expect(ClassVector.zero.indexOfMax(count: 13) == 0)
        #expect(ClassVector(repeating: -2).indexOfMax(count: 1) == 0)
    }
}

@Suite("Random numbers")
struct SplitMixTests {
    @Test("the generator gives the numbers published for its seed")
    func published() {
        var random = SplitMix(seed: 1_234_567)
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        #expect((0..<5).map { _ in random.next() } == expected)
    }
}
