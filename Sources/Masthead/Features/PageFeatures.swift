/// The page view: where a line stands in its page, and what the page is like.
struct PageFeatures {
    static let slots: [(String, Int, SlotGroup)] = [
        ("repeats", 4, .repeats),
        ("position by words", 10, .place),
        ("index from start", 9, .place),
        ("index from end", 9, .place),
        ("prose before", 6, .prose),
        ("main segment", 17, .prose),
        ("main segment, coarse", 7 * PageLine.coarseClasses, .prose),
        ("main segment, end", 7 * 13, .prose),
        ("prose before, coarse", 6 * PageLine.coarseClasses, .prose),
        ("title words", 5, .title),
        ("title words, words", 5 * 8, .title),
        ("repeats, coarse", 4 * PageLine.coarseClasses, .repeats),
        ("index from start, coarse", 6 * PageLine.coarseClasses, .place),
        ("index from end, coarse", 6 * PageLine.coarseClasses, .place),
    ]

    private let lines: [PageLine]
    private let measures: PageMeasures

    init(_ lines: [PageLine], _ measures: PageMeasures) {
        self.lines = lines
        self.measures = measures
    }

    /// Writes the value of every slot for line `index`, from `start` on.
    @inline(__always)
    func write(line index: Int, to values: inout MutableSpan<UInt16>, at start: Int) {
        let line = lines[index]
        let count = lines.count
        let powers: [8 of Int] = [1, 2, 4, 8, 16, 32, 64, 128]
        let position = Int(10 * measures.wordsBefore[index] / max(measures.words, 1))
        let proseBefore = bin(measures.proseShareBefore(index), [0.001, 0.1, 0.5, 0.9, 0.999])
        let segment = segmentClass(index)
        let coarseSegment = Self.coarseSegments[segment]
        let fromStart = bin(index, [1, 3, 8, 20, 60])
        let fromEnd = bin(count - 1 - index, [1, 3, 8, 20, 60])
        let inTitle = bin(line.inTitle, [0.001, 0.3, 0.6, 0.9])
        let coarse = PageLine.coarseClasses
        let all: [14 of Int] = [
            min(measures.repeats[index], 3), min(position, 9), bin(index, powers),
            bin(count - 1 - index, powers), proseBefore, segment,
            coarseSegment * coarse + line.coarse,
            coarseSegment * 13 + line.end,
            proseBefore * coarse + line.coarse,
            inTitle, inTitle * 8 + bin(line.words, [2, 3, 5, 8, 12, 20, 40]),
            min(measures.repeats[index], 3) * coarse + line.coarse,
            fromStart * coarse + line.coarse, fromEnd * coarse + line.coarse,
        ]
        writeValues(all, to: &values, at: start)
    }

    /// The coarse class of each of `segmentClass`.
    private static let coarseSegments: [17 of Int] = [
        0, 1, 1, 1, 2, 2, 2, 2, 3, 4, 4, 4, 5, 5, 5, 5, 6,
    ]

    /// 0–7 before the main segment by distance (near to far), 8 inside, 9–16 behind it.
    @inline(__always)
    private func segmentClass(_ index: Int) -> Int {
        let segment = measures.segment
        if segment.isEmpty { return 0 }
        let edges: [7 of Int] = [2, 3, 5, 9, 17, 33, 65]
        if index < segment.lowerBound { return bin(segment.lowerBound - index, edges) }
        if index >= segment.upperBound { return 9 + bin(index - segment.upperBound + 1, edges) }
        return 8
    }
}
