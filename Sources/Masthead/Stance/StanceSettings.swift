/// The few numbers of stance marking that are chosen on held-out documents.
public struct StanceSettings: Sendable, Hashable {
    /// Pseudo-occurrences that draw a wording towards all wordings of its proposal.
    public var wordingStrength: Float = 2
    /// Pseudo-occurrences that draw a spelling towards its wording.
    public var formStrength: Float = 2
    /// Pseudo-occurrences of a context value.
    public var contextStrength: Float = 8
    /// Pseudo-occurrences of a context value of one wording.
    public var ownStrength: Float = 4
    /// Weight of the wording, of each context feature, and of each context feature by wording:
    /// values are not independent, so each counts for less than it says. Fitted.
    public var weights = StanceScorer.startWeights
    /// Probability to reach, by category.
    public var thresholds = [Float](repeating: 0.4, count: StanceCategory.count)

    /// The default settings.
    public init() {}
}
