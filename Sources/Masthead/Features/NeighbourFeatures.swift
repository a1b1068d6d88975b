/// The neighbour view: the shapes of the lines around a line.
struct NeighbourFeatures {
    private static let classes = PageLine.coarseClasses + 1

    static let slots: [(String, Int, SlotGroup)] = [
        ("line before", classes, .adjacent),
        ("second line before", classes, .further),
        ("line behind", classes, .adjacent),
        ("second line behind", classes, .further),
        ("line before, own", classes * classes, .around),
        ("own, line behind", classes * classes, .around),
        ("before, own, behind", 7 * 9 * 7 * 3, .around),
        ("two lines before", classes * classes, .pairs),
        ("two lines behind", classes * classes, .pairs),
        ("prose within 3", 6, .density),
        ("prose within 8", 6, .density),
        ("prose within 4 before", 5, .density),
        ("prose within 4 behind", 5, .density),
        ("prose before and behind, own", 5 * 5 * PageLine.coarseClasses, .enclosed),
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
        let classes = Self.classes
        func coarse(_ offset: Int) -> Int {
            let other = index + offset
            return lines.indices.contains(other) ? lines[other].coarse : PageLine.coarseClasses
        }
        let own = coarse(0)
        let around3 = measures.proseWords((index - 3)...(index + 3))
        let around8 = measures.proseWords((index - 8)...(index + 8))
        let ownProse = measures.proseWords(index...index)
        let before = bin(measures.proseWords((index - 4)...(index - 1)), [1, 20, 60, 150])
        let behind = bin(measures.proseWords((index + 1)...(index + 4)), [1, 20, 60, 150])
        let edges: [5 of Int] = [1, 20, 60, 150, 400]
        let triple = ((coarse(-1) / 3) * 9 + own / 2) * 7 + coarse(1) / 3
        let ended = coarse(-1) % 3 == 1 ? (coarse(1) % 3 == 1 ? 2 : 1) : 0
        let all: [14 of Int] = [
            coarse(-1), coarse(-2), coarse(1), coarse(2), coarse(-1) * classes + own,
            own * classes + coarse(1), triple * 3 + ended, coarse(-2) * classes + coarse(-1),
            coarse(1) * classes + coarse(2), bin(around3 - ownProse, edges),
            bin(around8 - ownProse, edges), before, behind,
            (before * 5 + behind) * PageLine.coarseClasses + own,
        ]
        writeValues(all, to: &values, at: start)
    }
}
