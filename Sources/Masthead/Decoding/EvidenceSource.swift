import NaiveBayes

/// Where the evidence of single features comes from: a compiled model, or counts with one
/// group of samples taken out.
package protocol EvidenceSource {
    /// Evidence of a value of a categorical feature under a regime's counts.
    func evidence(value: Int, regime: Regime) -> ClassVector
    /// Evidence of a term.
    func evidence(term: UInt32, view: View) -> ClassVector
}

/// The groups of inputs to the first layer; each is the sum of one group's evidence.
package enum EvidenceGroup {
    /// Groups: those of the categorical features for each regime, then three views of terms.
    package static let count = categorical + View.terms.count
    /// Groups of categorical features, over both regimes.
    static let categorical = SlotGroup.allCases.count * Regime.allCases.count

    static func index(_ group: SlotGroup, _ regime: Regime) -> Int {
        Int(group.rawValue) + SlotGroup.allCases.count * Int(regime.rawValue)
    }

    static func index(_ view: View) -> Int { categorical + view.termIndex }
}

extension EvidenceSource {
    /// The summed evidence of a line's features by group.
    ///
    /// Sums over terms are divided by the square root of their number: neighbouring words tell
    /// much the same, and plain sums are badly over-confident on long lines.
    package func groups(of line: Int, in page: PageEvidence) -> [ClassVector] {
        var sums = [ClassVector](repeating: .zero, count: EvidenceGroup.count)
        let slots = FeatureSpace.shared.slots
        for (slot, value) in page.values(of: line).enumerated() {
            let slot = slots[slot]
            for regime in Regime.allCases {
                sums[EvidenceGroup.index(slot.group, regime)] +=
                    evidence(value: slot.offset + Int(value), regime: regime)
            }
        }
        for view in View.terms {
            let group = EvidenceGroup.index(view)
            let keys = page.keys(view, of: line)
            for key in keys { sums[group] += evidence(term: key, view: view) }
            if keys.count > 1 { sums[group] /= Float(keys.count).squareRoot() }
        }
        return sums
    }
}

/// Evidence computed from counts, optionally with a group's own counts taken out.
package struct CountedEvidence: EvidenceSource {
    private let counts: LabelCounts
    private let without: LabelCounts?
    private let valueEstimates: [MEstimate]
    private let termEstimates: [MEstimate]

    /// Pseudo-occurrences of the m-estimates.
    static let valueStrength = 12 * Float(LabelCounts.unit)
    static let termStrength = 4 * Float(LabelCounts.unit)

    package init(_ counts: LabelCounts, without: LabelCounts? = nil) {
        self.counts = counts
        self.without = without
        let classes = ParagraphLabel.count
        valueEstimates = Regime.allCases.map { regime in
            let index = Int(regime.rawValue)
            let totals = counts.lines[index] &- (without?.lines[index] ?? .zero)
            return MEstimate(
                totals: ClassVector(totals), classes: classes, strength: Self.valueStrength)
        }
        termEstimates = View.terms.map { view in
            let index = view.termIndex
            let totals = counts.termTotals[index] &- (without?.termTotals[index] ?? .zero)
            return MEstimate(
                totals: ClassVector(totals), classes: classes, strength: Self.termStrength)
        }
    }

    package func evidence(value: Int, regime: Regime) -> ClassVector {
        let index = Int(regime.rawValue)
        var row = counts.values[index][value]
        if let without { row &-= without.values[index][value] }
        return valueEstimates[index].evidence(ClassVector(row))
    }

    package func evidence(term: UInt32, view: View) -> ClassVector {
        let index = view.termIndex
        var row = counts.terms[index][term]
        if row == .zero { return .zero }
        if let without { row &-= without.terms[index][term] }
        return termEstimates[index].evidence(ClassVector(row))
    }
}
