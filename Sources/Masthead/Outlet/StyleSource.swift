import NaiveBayes

/// Where the evidence of a page's terms and values comes from: a compiled model, or counts with
/// one group of samples taken out.
protocol StyleSource {
    /// Evidence of a term in a view of terms; nil where it is not known.
    func evidence(of key: UInt32, in view: Int) -> ClassVector?
    /// Evidence of a value of a categorical slot.
    func evidence(ofValue value: Int) -> ClassVector
}

extension StyleSource {
    /// The summed evidence of each view, the input of ``StyleWeights``.
    ///
    /// A view's sum is divided by the square root of the number of known terms or slots: terms
    /// of one page tell much the same, and plain sums are badly over-confident on long pages.
    /// O(terms).
    func sums(of page: StylePage) -> [ClassVector] {
        var sums = [ClassVector](repeating: .zero, count: StyleView.allCases.count)
        for (view, keys) in page.terms.enumerated() {
            var sum = ClassVector.zero
            var known: Float = 0
            for key in keys {
                guard let evidence = evidence(of: key, in: view) else { continue }
                sum += evidence
                known += 1
            }
            if known > 0 { sums[view] = sum / known.squareRoot() }
        }
        var counts = [Float](repeating: 0, count: sums.count)
        for (place, value) in zip(StyleSpace.shared.places, page.values) {
            sums[place.view] += evidence(ofValue: place.offset + Int(value))
            counts[place.view] += 1
        }
        for view in sums.indices where counts[view] > 0 { sums[view] /= counts[view].squareRoot() }
        return sums
    }
}

/// Evidence computed from counts, optionally with a group's own counts taken out.
struct CountedStyles: StyleSource {
    private let counts: StyleCounts
    private let without: StyleCounts?
    private let termEstimates: [DirichletEstimate]
    private let valueEstimate: DirichletEstimate

    /// Strengths of the priors, in terms and in pages (`Documentation/style.md`).
    static let termStrength: Float = 2000
    static let valueStrength: Float = 2

    init(_ counts: StyleCounts, without: StyleCounts? = nil) {
        self.counts = counts
        self.without = without
        termEstimates = counts.termTotals.indices.map { view in
            let totals = counts.termTotals[view] &- (without?.termTotals[view] ?? .zero)
            return DirichletEstimate(
                totals: ClassVector(totals), strength: Self.termStrength)
        }
        let pages = counts.pages &- (without?.pages ?? .zero)
        valueEstimate = DirichletEstimate(
            totals: ClassVector(pages), strength: Self.valueStrength)
    }

    func evidence(of key: UInt32, in view: Int) -> ClassVector? {
        var row = counts.terms[view][key]
        // Published counts leave rare terms out, so a group's own can exceed them.
        if row == .zero { return nil }
        if let without { row &-= without.terms[view][key] }
        if row.wrappedSum() <= 0 { return nil }
        return termEstimates[view].evidence(ClassVector(row))
    }

    func evidence(ofValue value: Int) -> ClassVector {
        var row = counts.values[value]
        if let without { row &-= without.values[value] }
        return valueEstimate.evidence(ClassVector(row))
    }
}
