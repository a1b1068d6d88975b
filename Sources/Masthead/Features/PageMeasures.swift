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

    /// Measures the page. O(tokens).
    init(_ lines: [PageLine], tokens: [Token]) {
        var seen: [UInt64: Int] = [:]
        for line in lines {
            wordsBefore.append(words)
            words += line.words
            longest = max(longest, line.words)
            proseLines += line.isProse ? 1 : 0
            proseBefore.append((proseBefore.last ?? 0) + (line.isProse ? line.words : 0))
            seen[line.hash, default: -1] += 1
        }
        repeats = lines.map { seen[$0.hash] ?? 0 }
        segment = Self.densestSegment(lines)
        measureTopics(lines, tokens)
        let share = Float(proseBefore.last ?? 0) / Float(max(words, 1))
        traits = PageGate.traits(lines, self)
        kind = bin(lines.count, [8, 30, 90]) * 6 + bin(share, [0.05, 0.3, 0.55, 0.75, 0.9])
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
    private mutating func measureTopics(_ lines: [PageLine], _ tokens: [Token]) {
        func content(_ line: PageLine) -> some Sequence<UInt64> {
            tokens[line.scan.tokens].lazy
                .filter { $0.isAlphabetic && $0.characters >= 4 }.prefix(24).map(\.hash)
        }
        var inProse: [UInt64: Int32] = [:]
        for line in lines where line.isProse {
            for word in content(line) { inProse[word, default: 0] += 1 }
        }
        let titleLine = lines.firstIndex { $0.words >= 2 }
        let title = titleLine.map { Set(content(lines[$0])) } ?? []
        for (index, line) in lines.enumerated() {
            var count = 0
            var shared = 0
            var inTitle = 0
            var own: [UInt64: Int32] = [:]
            if line.isProse { for word in content(line) { own[word, default: 0] += 1 } }
            for word in content(line) {
                count += 1
                if inProse[word, default: 0] > own[word, default: 0] { shared += 1 }
                if title.contains(word) { inTitle += 1 }
            }
            topicality.append(count == 0 ? 0 : Float(shared) / Float(count))
            titleOverlap.append(
                count == 0 || index == titleLine ? 0 : Float(inTitle) / Float(count))
        }
    }
}
