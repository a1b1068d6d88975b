/// Measures over all lines of a page.
struct PageMeasures {
    /// Words of the whole page.
    private(set) var words = 0
    /// Words before each line.
    private(set) var wordsBefore: [Int] = []
    /// How many earlier and later lines equal each line.
    private(set) var repeats: [Int] = []
    /// Words of the longest line.
    private(set) var longest = 0
    /// Number of prose lines.
    private(set) var proseLines = 0
    /// The densest run of prose.
    private(set) var segment = 0..<0
    /// Share of each line's content words that stand in another line of prose, 0 to 1.
    private(set) var topicality: [Float] = []
    /// Share of each line's content words that stand in the page's first line of two words
    /// or more, 0 to 1; 0 for that line itself.
    private(set) var titleOverlap: [Float] = []
    /// Prose words before each line, and their sum at the end.
    private(set) var proseBefore: [Int] = [0]
    /// Number of lines (4) × share of prose (6).
    private(set) var kind = 0
    /// What tells a whole page from residue, one value for each of ``PageGate/slots``.
    private(set) var traits: [UInt8] = []

    /// Measures the page; `content` are the content words of all lines. O(lines + words).
    init(_ lines: [PageLine], content: ArraySlice<UInt64>) {
        wordsBefore = Array(repeating: 0, count: lines.count)
        proseBefore = Array(repeating: 0, count: lines.count + 1)
        var proseWords = 0
        for (index, line) in lines.enumerated() {
            wordsBefore[index] = words
            words += line.words
            longest = max(longest, line.words)
            proseLines += line.isProse ? 1 : 0
            proseWords += line.isProse ? line.words : 0
            proseBefore[index + 1] = proseWords
        }
        measureRepeats(lines)
        segment = Self.densestSegment(lines)
        measureTopics(lines, content)
        let share = Float(proseBefore.last ?? 0) / Float(max(words, 1))
        traits = PageGate.traits(lines, self)
        kind = bin(lines.count, [8, 30, 90]) * 6 + bin(share, [0.05, 0.3, 0.55, 0.75, 0.9])
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

    /// Content words are words of four letters or more; the first 24 of a line are looked at,
    /// which bounds the work and hardly changes the share.
    private mutating func measureTopics(_ lines: [PageLine], _ content: ArraySlice<UInt64>) {
        let numbered = HashNumbers(content)
        let words = numbered.numbers.span
        var table = [Topic](repeating: Topic(), count: numbered.count)
        var topics = table.mutableSpan
        for line in lines where line.isProse {
            for index in line.content { topics[words[index]].inProse += 1 }
        }
        let title = lines.firstIndex { $0.words >= 2 }
        topicality = Array(repeating: 0, count: lines.count)
        titleOverlap = topicality
        if let title { for index in lines[title].content { topics[words[index]].isInTitle = true } }
        for (index, line) in lines.enumerated() {
            var shared = 0
            var inTitle = 0
            if line.isProse { for index in line.content { topics[words[index]].own += 1 } }
            for index in line.content {
                let topic = topics[words[index]]
                shared += topic.inProse > topic.own ? 1 : 0
                inTitle += topic.isInTitle ? 1 : 0
            }
            if line.isProse { for index in line.content { topics[words[index]].own = 0 } }
            let count = Float(max(line.content.count, 1))
            topicality[index] = Float(shared) / count
            titleOverlap[index] = index == title ? 0 : Float(inTitle) / count
        }
    }

    /// How often a content word stands in the page's prose and in the line at hand.
    private struct Topic {
        var inProse: Int32 = 0
        var own: Int16 = 0
        var isInTitle = false
    }
}
