/// Measures over all lines of a page.
struct PageMeasures {
    /// Words of the whole page.
    private(set) var words = 0
    /// Words before each line.
    private(set) var wordsBefore: [Int] = []
    /// How many earlier and later lines equal each line.
    private(set) var repeats: [Int] = []
    /// The densest run of prose.
    private(set) var segment = 0..<0
    /// Prose words before each line, and their sum at the end.
    private(set) var proseBefore: [Int] = [0]
    /// What tells a whole page from residue, one value for each of ``PageGate/slots``.
    private(set) var traits: [UInt8] = []

    /// Measures the page. O(lines).
    init(_ lines: [PageLine]) {
        wordsBefore = Array(repeating: 0, count: lines.count)
        proseBefore = Array(repeating: 0, count: lines.count + 1)
        var proseWords = 0
        for (index, line) in lines.enumerated() {
            wordsBefore[index] = words
            words += line.words
            proseWords += line.isProse ? line.words : 0
            proseBefore[index + 1] = proseWords
        }
        measureRepeats(lines)
        segment = Self.densestSegment(lines)
        traits = PageGate.traits(lines, self)
    }

    private mutating func measureRepeats(_ lines: [PageLine]) {
        let texts = HashNumbers(lines.map { $0.hash }[...])
        var counts = [Int](repeating: -1, count: texts.count)
        for number in texts.numbers { counts[number] += 1 }
        repeats = texts.numbers.map { counts[$0] }
    }

    /// Share of the page's prose words that stand before a line, 0 to 1.
    func proseShareBefore(_ index: Int) -> Float {
        Float(proseBefore[index]) / Float(max(proseBefore.last ?? 0, 1))
    }

    /// Prose words in a range of lines, clamped to the page.
    func proseWords(_ range: ClosedRange<Int>) -> Int {
        let last = proseBefore.count - 1
        let lower = min(max(range.lowerBound, 0), last)
        let upper = min(max(range.upperBound + 1, lower), last)
        return proseBefore[upper] - proseBefore[lower]
    }

    /// The run of lines with the largest sum of density (Kadane's algorithm).
    private static func densestSegment(_ lines: [PageLine]) -> Range<Int> {
        var best: Float = 0
        var found = 0..<0
        var sum: Float = 0
        var start = 0
        for (index, line) in lines.enumerated() {
            if sum <= 0 {
                sum = 0
                start = index
            }
            sum += line.density
            if sum > best {
                best = sum
                found = start..<(index + 1)
            }
        }
        return found
    }
}
