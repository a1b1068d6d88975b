/// The few numbers of stance marking that are chosen on held-out documents.
///
/// Strengths and weights were tried on `stance_dev`, cross-validated by document: within half
/// and double of each value the F1 over all categories moves by at most .02, so none of them
/// is tuned closely (`Documentation/stance.md`).
public struct StanceSettings: Sendable, Hashable {
    /// Pseudo-occurrences that draw a wording towards all wordings of its proposal.
    public var wordingStrength: Float = 3
    /// Pseudo-occurrences that draw a spelling towards its wording.
    public var formStrength: Float = 2
    /// Pseudo-occurrences of a context value.
    public var contextStrength: Float = 8
    /// Pseudo-occurrences of a context value of one wording.
    public var ownStrength: Float = 4
    /// Weight of the context: values are not independent, so each counts for less than it says.
    public var contextWeight: Float = 0.5
    /// Weight of the context of one wording.
    public var ownWeight: Float = 0.5
    /// Probability to reach, by category in the order of `StanceCategory.allCases`.
    public var thresholds = [Float](repeating: 0.45, count: StanceCategory.count)

    /// The default settings.
    public init() {}
}

extension StanceSettings {
    /// All numbers in a fixed order, as the model file keeps them.
    var values: [Float] {
        get {
            [
                wordingStrength, formStrength, contextStrength, ownStrength, contextWeight,
                ownWeight,
            ] + thresholds
        }
        set {
            wordingStrength = newValue[0]
            formStrength = newValue[1]
            contextStrength = newValue[2]
            ownStrength = newValue[3]
            contextWeight = newValue[4]
            ownWeight = newValue[5]
            thresholds = Array(newValue[6...])
        }
    }
}
