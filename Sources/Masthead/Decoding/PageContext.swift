import NaiveBayes

/// What the labels of a page, as the first layer sees them, tell of one line's label.
///
/// Inputs of the second layer: the line's own log-probabilities, the probabilities of the three
/// lines before and the three behind, the page's mean, the share of each label that stands
/// before the line, the means of the eight lines before and behind, and whether the line is the
/// first or the last. Soft labels and not chosen ones: one false label moves its neighbours only
/// as far as it was believed.
struct PageContext {
    /// Number of inputs: eleven vectors of thirteen, and two flags.
    static let inputs = vectorCount * ParagraphLabel.count + 2
    private static let vectorCount = 11
    /// Lines on each side that the means are taken of.
    static let reach = 8

    private let page: [ClassVector]
    /// Sums of the probabilities before each line, and of all lines at the end.
    private let sums: [ClassVector]

    /// The context of a page's lines. O(lines).
    init(_ page: [ClassVector]) {
        self.page = page
        var sums: [ClassVector] = [.zero]
        sums.reserveCapacity(page.count + 1)
        for line in page { sums.append(sums[sums.count - 1] + line) }
        self.sums = sums
    }

    /// The log-probabilities of a line, scaled as inputs are.
    @inline(__always)
    static func logs(_ line: ClassVector) -> ClassVector {
        let floor = ClassVector(repeating: 1e-4)
        return log32(line.replacing(with: floor, where: line .< floor)) * 0.25
    }

    /// Appends the inputs of a line. O(1).
    func append(line: Int, to inputs: inout [Float]) {
        let count = page.count
        let all = sums[count]
        let start = max(0, line - Self.reach)
        let end = min(count, line + 1 + Self.reach)
        func neighbour(_ offset: Int) -> ClassVector {
            let other = line + offset
            return other >= 0 && other < count ? page[other] : .zero
        }
        let vectors = [
            Self.logs(page[line]), neighbour(-3), neighbour(-2), neighbour(-1), neighbour(1),
            neighbour(2), neighbour(3), all * (1 / Float(count)),
            sums[line] / all.replacing(with: 0.5, where: all .< 0.5),
            (sums[line] - sums[start]) * (1 / Float(Self.reach)),
            (sums[end] - sums[line + 1]) * (1 / Float(Self.reach)),
        ]
        for vector in vectors {
            for label in 0..<ParagraphLabel.count { inputs.append(vector[label]) }
        }
        inputs.append(line == 0 ? 1 : 0)
        inputs.append(line + 1 == count ? 1 : 0)
    }

    /// What an input is about.
    static func part(of input: Int) -> String {
        let parts = [
            "first layer", "third line before", "second line before", "line before",
            "line behind", "second line behind", "third line behind", "page",
            "position among labels", "eight lines before", "eight lines behind",
        ]
        let vector = input / ParagraphLabel.count
        return vector < parts.count ? parts[vector] : "edge of the page"
    }
}
