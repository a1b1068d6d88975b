import NaiveBayes

/// What the labels of a page, as the first layer sees them, tell of one line's label.
///
/// Inputs of the second layer: the line's own log-probabilities, the probabilities of the three
/// lines before and the three behind, whether there is a line before and behind, the page's
/// mean, the share of each label that stands before the line, and the means of the eight lines
/// before and behind. Soft labels and not chosen ones: one false label moves its neighbours
/// only as far as it was believed.
struct PageContext {
    /// Number of inputs: eleven vectors of thirteen, and two flags.
    static let inputs = 11 * ParagraphLabel.count + 2
    private static let reach = 8

    private let page: [ClassVector]
    /// Sums of the probabilities before each line, and of all lines at the end.
    private let sums: [ClassVector]

    /// The context of a page's lines. O(lines).
    init(_ page: [ClassVector]) {
        self.page = page
        var sums: [ClassVector] = [.zero]
        sums.reserveCapacity(page.count + 1)
        for line in page { sums.append((sums.last ?? .zero) + line) }
        self.sums = sums
    }

    /// Appends the inputs of a line. O(1).
    func append(line: Int, to inputs: inout [Float]) {
        let own = page[line]
        for label in 0..<ParagraphLabel.count {
            inputs.append(log32(max(own[label], 1e-4)) * 0.25)
        }
        for offset in [-3, -2, -1, 1, 2, 3] {
            let other = line + offset
            append(page.indices.contains(other) ? page[other] : .zero, to: &inputs)
        }
        inputs.append(line > 0 ? 0 : 1)
        inputs.append(line + 1 < page.count ? 0 : 1)
        let all = sums[page.count]
        append(all / Float(page.count), to: &inputs)
        append(sums[line] / all.replacing(with: 0.5, where: all .< 0.5), to: &inputs)
        let start = max(0, line - Self.reach)
        append((sums[line] - sums[start]) / Float(Self.reach), to: &inputs)
        let end = min(page.count, line + 1 + Self.reach)
        append((sums[end] - sums[line + 1]) / Float(Self.reach), to: &inputs)
    }

    private func append(_ vector: ClassVector, to inputs: inout [Float]) {
        for label in 0..<ParagraphLabel.count { inputs.append(vector[label]) }
    }
}
