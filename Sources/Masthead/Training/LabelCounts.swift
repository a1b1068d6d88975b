import NaiveBayes

/// Everything the label model remembers of its samples: counts, nothing else.
///
/// Adding a sample and taking it away restores the value exactly.
package struct LabelCounts: Sendable, Hashable {
    /// Lines by value of the categorical features and label, for each regime.
    package var values: [ValueCounts]
    /// Occurrences by term and label, for each view of terms.
    package var terms = View.terms.map { _ in TermCounts() }
    /// Occurrences of all terms of a view by label.
    package var termTotals: [ClassCounts]
    /// Lines by label, for each regime.
    package var lines: [ClassCounts]
    /// Pages by value of the traits that tell the regimes apart, for each regime.
    package var traits: [[Int32]]

    /// What a line with a label given by hand counts; less trusted ones count a part of it.
    package static let unit: Int32 = 16
    /// The largest count that is read from a file: eight million lines, with room to add up.
    static let limit: Int32 = 1 << 28

    /// No samples.
    package init() {
        let regimes = Regime.allCases.count
        values = Array(
            repeating: ValueCounts(values: FeatureSpace.shared.values), count: regimes)
        termTotals = Array(repeating: .zero, count: View.terms.count)
        lines = Array(repeating: .zero, count: regimes)
        traits = Array(repeating: Array(repeating: 0, count: PageGate.values), count: regimes)
    }

    /// Adds a labelled page, or takes it away with `sign` −1. O(features).
    package mutating func add(_ sample: LabelSample, sign: Int32 = 1) {
        let regime = Int(sample.regime.rawValue)
        let evidence = sample.evidence
        if sample.fitWeight > 0 { addTraits(evidence.traits, to: regime, sign) }
        let slots = FeatureSpace.shared.slots
        for line in 0..<evidence.count {
            guard let label = sample.labels[line], sample.weights[line] > 0 else { continue }
            let index = Int(label.rawValue)
            let amount = sign * sample.weights[line]
            lines[regime][index] &+= amount
            for (slot, value) in evidence.values(of: line).enumerated() {
                values[regime].add(amount, of: slots[slot].offset + Int(value), in: index)
            }
            if sample.isReduced { continue }
            for view in View.terms {
                let keys = evidence.keys(view, of: line)
                for key in keys { terms[view.termIndex].add(amount, of: key, in: index) }
                termTotals[view.termIndex][index] &+= amount &* Int32(keys.count)
            }
        }
    }

    private mutating func addTraits(_ traits: [UInt8], to regime: Int, _ sign: Int32) {
        var start = 0
        for (slot, trait) in zip(PageGate.slots, traits) {
            self.traits[regime][start + Int(trait)] += sign
            start += slot.values
        }
    }

    /// Adds all counts of another value, or subtracts them with `sign` −1.
    package mutating func merge(_ other: LabelCounts, sign: Int32 = 1) {
        for view in terms.indices { terms[view].merge(other.terms[view], sign: sign) }
        for regime in values.indices {
            values[regime].merge(other.values[regime], sign: sign)
            lines[regime] &+= other.lines[regime] &* sign
            for kind in traits[regime].indices {
                traits[regime][kind] += other.traits[regime][kind] * sign
            }
        }
        for view in termTotals.indices { termTotals[view] &+= other.termTotals[view] &* sign }
    }
}

extension LabelCounts {
    /// Whether every count is at least as large as in another value, so that that can be
    /// subtracted. O(size).
    func contains(_ other: LabelCounts) -> Bool {
        func covers(_ all: ClassCounts, _ part: ClassCounts) -> Bool { holds(all .>= part) }
        func holds(_ mask: SIMDMask<SIMD16<Int32>>) -> Bool { mask == .init(repeating: true) }
        for view in terms.indices {
            for (key, row) in other.terms[view].rows where !covers(terms[view][key], row) {
                return false
            }
        }
        for regime in values.indices {
            for (own, part) in zip(values[regime].rows, other.values[regime].rows)
            where !covers(own, part) { return false }
            for (own, part) in zip(traits[regime], other.traits[regime]) where own < part {
                return false
            }
        }
        return true
    }
}

/// A page with its features and labels, ready to be counted.
package struct LabelSample: Sendable {
    package let evidence: PageEvidence
    package let regime: Regime
    /// What must not be split between training and test.
    package let group: String
    /// The label of each line; nil where unknown or coarse.
    package let labels: [ParagraphLabel?]
    /// The amount each line counts, in sixteenths; 16 for a label given by hand.
    package let weights: [Int32]

    /// The labels that each line may have as far as the fit of the weights is concerned, one
    /// bit a label; 0 for a line of which nothing is known.
    package var possible: [UInt16] = []
    /// Whether the page is another sample's with lines left out: its terms are counted there.
    package var isReduced = false
    /// Whether labels are as frequent on it as on real pages: probabilities are calibrated on such.
    package var isTypical = true
    /// How much its lines weigh in the fit of the weights; 0 leaves the sample to the counts.
    package var fitWeight: Float = 1

    package init(
        evidence: PageEvidence, regime: Regime, group: String, labels: [ParagraphLabel?],
        weights: [Int32]
    ) {
        self.evidence = evidence
        self.regime = regime
        self.group = group
        self.labels = labels
        self.weights = weights
    }
}
