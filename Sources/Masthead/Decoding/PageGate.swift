/// How likely a page is residue, by its kind: its number of lines and its share of prose.
package struct PageGate: Sendable {
    /// Probability for each kind, 0 to 1.
    package let residue: [Float]

    /// The gate of the counts: each kind's share of residue pages, every regime drawn towards
    /// half of one page. Pages of both regimes are taken as equally frequent, so that the mix
    /// of the samples does not decide.
    package init(_ counts: LabelCounts) {
        func share(_ regime: Regime, _ kind: Int) -> Float {
            let kinds = counts.kinds[Int(regime.rawValue)]
            return (Float(kinds[kind]) + 0.5) / Float(kinds.reduce(0, +) + 12)
        }
        residue = (0..<PageFeatures.kinds).map { kind in
            let page = share(.page, kind)
            let residue = share(.residue, kind)
            return residue / (page + residue)
        }
    }
}
