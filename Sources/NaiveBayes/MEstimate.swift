/// Smoothing by the m-estimate (Cestnik 1990): the share of a class among a value's occurrences
/// is drawn towards the class's overall share by `strength` pseudo-occurrences.
///
/// For counts `c` of a value by class, overall shares `π` and strength `m`,
///
///     evidence(class) = log ((c[class] + m·π[class]) / ((Σ c + m) · π[class]))
///
/// which is the smoothed log-likelihood ratio of the value given the class against the value
/// overall. A value never seen has evidence 0 for every class; that is what makes it safe to
/// leave values out of a table.
public struct MEstimate: Sendable, Hashable {
    /// Number of classes.
    public let classes: Int
    /// Overall shares of the classes; sum 1.
    public let prior: ClassVector
    /// Pseudo-occurrences, above 0.
    public let strength: Float
    @usableFromInline let logPrior: ClassVector

    /// An estimate from the overall counts of the classes. Half an occurrence is added to each,
    /// so that no share is 0.
    public init(totals: ClassVector, classes: Int, strength: Float) {
        let smoothed = (totals + 0.5) * .mask(classes)
        var prior = smoothed / smoothed.sum()
        var logPrior = ClassVector.zero
        for lane in 0..<classes { logPrior[lane] = log32(prior[lane]) }
        for lane in classes..<classLimit { prior[lane] = 0 }
        self.classes = classes
        self.prior = prior
        self.strength = strength
        self.logPrior = logPrior
    }

    /// The evidence of a value for each class, natural logarithm, 0 in unused lanes. O(classes).
    public func evidence(_ counts: ClassVector) -> ClassVector {
        let total = counts.sum()
        if total <= 0 { return .zero }
        let share = (counts + prior * strength) / (total + strength)
        var evidence = ClassVector.zero
        for lane in 0..<classes { evidence[lane] = log32(share[lane]) - logPrior[lane] }
        return evidence
    }
}
