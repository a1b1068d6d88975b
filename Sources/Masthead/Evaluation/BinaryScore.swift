/// Counts of a yes-or-no decision and the figures read off them.
///
/// A ratio without a denominator is nil rather than 0 or 1: nothing was measured.
public struct BinaryScore: Sendable, Hashable {
    /// Yes, and rightly so.
    public var truePositives = 0
    /// Yes, but should be no.
    public var falsePositives = 0
    /// No, but should be yes.
    public var falseNegatives = 0
    /// No, and rightly so.
    public var trueNegatives = 0

    /// Counts of 0.
    public init() {}

    /// How many should be yes.
    public var support: Int { truePositives + falseNegatives }

    /// How many are said to be yes.
    public var predicted: Int { truePositives + falsePositives }

    /// TP / (TP + FP); nil where nothing is said to be yes.
    public var precision: Double? { ratio(truePositives, predicted) }

    /// TP / (TP + FN); nil where nothing should be yes.
    public var recall: Double? { ratio(truePositives, support) }

    /// 2 TP / (2 TP + FP + FN), the harmonic mean of precision and recall; nil where nothing
    /// is or should be yes.
    public var f1: Double? { ratio(2 * truePositives, predicted + support) }

    /// One of the three figures.
    public func value(of measure: Measure) -> Double? {
        switch measure {
        case .precision: precision
        case .recall: recall
        case .f1: f1
        }
    }

    /// The figures of a yes-or-no decision.
    public enum Measure: String, CaseIterable, Sendable, Hashable {
        /// Share of the yes answers that are right.
        case precision
        /// Share of the right ones that are found.
        case recall
        /// Harmonic mean of the two.
        case f1
    }
}

/// A share of two counts, nil where the second is 0.
func ratio(_ part: Int, _ whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
}
