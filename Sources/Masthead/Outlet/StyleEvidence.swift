import NaiveBayes

/// Multinomial log-likelihood ratios, each style's counts drawn towards the counts of all styles
/// by a Dirichlet prior (Zhai and Lafferty 2004).
///
/// For a term's counts `c` by style, all terms' counts `T`, `q = Σc / ΣT` and strength `a`,
///
///     evidence(style) = log ((c[style] + a·q) / (T[style] + a)) − log q
struct DirichletEstimate: Sendable {
    private let totals: ClassVector
    private let total: Float
    private let strength: Float
    private let base: ClassVector

    /// An estimate for counts that sum to `totals` by style.
    init(totals: ClassVector, strength: Float) {
        self.totals = totals
        self.strength = strength
        total = totals.sum()
        base = log32(lanes: totals + strength) * .mask(OutletStyle.count)
    }

    /// The evidence of a term for each style, 0 in unused lanes; 0 where it was never seen.
    func evidence(_ counts: ClassVector) -> ClassVector {
        let sum = counts.sum()
        if sum <= 0 || total <= 0 { return .zero }
        // (c / q + a) / (T + a): the same ratio with one division less.
        let scaled = counts * (total / sum) + strength
        return log32(lanes: scaled) * .mask(OutletStyle.count) - base
    }
}

/// Natural logarithm of each lane, for positive normal numbers; absolute error below 3e-6.
///
/// The exponent by its bits, and the series of artanh for the mantissa in [√½, √2).
func log32(lanes x: ClassVector) -> ClassVector {
    var exponents = ClassVector.zero
    var mantissas = ClassVector.zero
    for lane in 0..<classLimit {
        let value = x[lane]
        let bits = value.bitPattern &- 0x3F35_04F3
        exponents[lane] = Float(Int32(bitPattern: bits) >> 23)
        mantissas[lane] = Float(bitPattern: (bits & 0x7F_FFFF) &+ 0x3F35_04F3)
    }
    let t = (mantissas - 1) / (mantissas + 1)
    let square = t * t
    var sum = square * Float(1.0 / 9) + Float(1.0 / 7)
    sum = sum * square + Float(1.0 / 5)
    sum = sum * square + Float(1.0 / 3)
    sum = sum * square + Float(1)
    return exponents * Float(0.6931471805599453) + t * sum * 2
}
