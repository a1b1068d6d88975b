/// Stated probabilities against what came true, in bins of equal width.
public struct Reliability: Sendable, Hashable {
    /// Number of bins, 15 as in Guo et al. 2017: bin `i` holds probabilities from `i / 15` to
    /// below `(i + 1) / 15`, the last one 1 too.
    public static let binCount = 15

    /// The bins, lowest probabilities first.
    public let bins: [Bin]

    /// One bin.
    public struct Bin: Sendable, Hashable {
        /// The probabilities it holds; the upper end belongs to the next bin, save in the last.
        public let range: ClosedRange<Double>
        /// Number of paragraphs.
        public let count: Int
        /// Mean of the stated probabilities; nil where the bin is empty.
        public let confidence: Double?
        /// Share of the paragraphs of which the statement is true; nil where it is empty.
        public let accuracy: Double?
    }

    /// Expected calibration error, `Σ count / total · |accuracy − confidence|`, 0 to 1; nil
    /// where there are no paragraphs (Naeini, Cooper and Hauskrecht 2015).
    public var expectedCalibrationError: Double? {
        let total = bins.reduce(0) { $0 + $1.count }
        if total == 0 { return nil }
        var sum = 0.0
        for bin in bins {
            guard let confidence = bin.confidence, let accuracy = bin.accuracy else { continue }
            sum += Double(bin.count) * abs(accuracy - confidence)
        }
        return sum / Double(total)
    }

    /// The bin of a probability.
    static func bin(of probability: Double) -> Int {
        min(binCount - 1, max(0, Int(probability * Double(binCount))))
    }

    /// Bins from three sums each: paragraphs, stated probability, true statements.
    init(sums: ArraySlice<Double>) {
        let width = 1 / Double(Self.binCount)
        bins = (0..<Self.binCount).map { index in
            let start = sums.startIndex + 3 * index
            let count = sums[start]
            return Bin(
                range: (Double(index) * width)...(Double(index + 1) * width),
                count: Int(count),
                confidence: count == 0 ? nil : sums[start + 1] / count,
                accuracy: count == 0 ? nil : sums[start + 2] / count)
        }
    }
}
