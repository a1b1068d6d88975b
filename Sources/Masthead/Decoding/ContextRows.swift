import NaiveBayes

/// What the page around a line adds to its log-odds in the second layer: ``PageContext`` times
/// its weights, in the order in which it costs least.
///
/// All of it but the line's own log-probabilities is linear in the first layer's probabilities.
/// So instead of collecting eleven vectors for each line, each line is weighed once for those
/// behind it and once for those before it, and sums are carried along the page.
struct ContextRows: Sendable {
    private let own: [ClassVector]
    private let before: NeighbourRows
    private let behind: NeighbourRows
    private let mean: [ClassVector]
    private let position: [ClassVector]
    private let isFirst: ClassVector
    private let isLast: ClassVector

    /// The rows of the inputs of a ``PageContext``, in its order.
    init(_ weights: ArraySlice<ClassVector>) {
        let labels = ParagraphLabel.count
        func rows(_ vector: Int) -> [ClassVector] {
            Array(weights.dropFirst(vector * labels).prefix(labels))
        }
        own = rows(0)
        before = NeighbourRows(nearest: rows(3), second: rows(2), third: rows(1), eight: rows(9))
        behind = NeighbourRows(nearest: rows(4), second: rows(5), third: rows(6), eight: rows(10))
        mean = rows(7)
        position = rows(8)
        let flags = weights.dropFirst(PageContext.inputs - 2)
        isFirst = flags[flags.startIndex]
        isLast = flags[flags.startIndex + 1]
    }

    /// Adds the context of each line of a page to its log-odds, which start at `start`. O(lines).
    func add(_ page: [ClassVector], to logOdds: inout [ClassVector], from start: Int) {
        let count = page.count
        if count == 0 { return }
        let all = page.reduce(.zero, +)
        let parts = all.replacing(with: 0.5, where: all .< 0.5)
        let position = self.position.enumerated().map { $1 / parts[$0] }
        // What does not change from line to line, and what grows with every line passed.
        var passed = (all * (1 / Float(count))).weighed(by: mean.span)
        var carried = NeighbourSums()
        for line in 0..<count {
            let logs = PageContext.logs(page[line])
            logOdds[start + line] += passed + carried.sum + logs.weighed(by: own.span)
            passed += page[line].weighed(by: position.span)
            carried.pass(page[line], before)
        }
        carried = NeighbourSums()
        for line in (0..<count).reversed() {
            logOdds[start + line] += carried.sum
            carried.pass(page[line], behind)
        }
        logOdds[start] += isFirst
        logOdds[start + count - 1] += isLast
    }
}

/// The weights of the lines on one side of a line, by label.
struct NeighbourRows: Sendable {
    let nearestAndSecond: [RowPair]
    let thirdAndEight: [RowPair]

    /// The rows of the three nearest lines and of the mean of eight.
    init(
        nearest: [ClassVector], second: [ClassVector], third: [ClassVector], eight: [ClassVector]
    ) {
        nearestAndSecond = zip(nearest, second).map { RowPair(first: $0, second: $1) }
        let reach = Float(PageContext.reach)
        thirdAndEight = zip(third, eight).map { RowPair(first: $0, second: $1 / reach) }
    }
}

/// What the lines passed so far add to the next line.
struct NeighbourSums {
    private var next = ClassVector.zero
    private var second = ClassVector.zero
    private var third = ClassVector.zero
    private var eight = ClassVector.zero
    /// What each of the last eight lines added to `eight`.
    private var ring = [ClassVector](repeating: .zero, count: PageContext.reach)
    private var oldest = 0

    /// The sum for the next line.
    var sum: ClassVector { next + eight }

    /// Passes on to the next line. O(1).
    @inline(__always)
    mutating func pass(_ line: ClassVector, _ rows: NeighbourRows) {
        var near = RowPair.zero
        forEachLabel { near.add(rows.nearestAndSecond[$0], times: line[$0]) }
        var far = RowPair.zero
        forEachLabel { far.add(rows.thirdAndEight[$0], times: line[$0]) }
        next = second + near.first
        second = third + near.second
        third = far.first
        eight += far.second - ring[oldest]
        ring[oldest] = far.second
        oldest = (oldest + 1) % PageContext.reach
    }
}

extension ClassVector {
    /// The sum of a row for each label, multiplied by the label's lane.
    @inline(__always)
    func weighed(by rows: Span<ClassVector>) -> ClassVector {
        var sum = ClassVector.zero
        forEachLabel { sum += rows[$0] * self[$0] }
        return sum
    }
}
