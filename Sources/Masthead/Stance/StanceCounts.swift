import NaiveBayes

/// How often candidates of each wording and context were markers of each category, or none:
/// the memory of stance marking.
///
/// Counts add and subtract exactly, so a document that is learnt and forgotten leaves no trace.
public struct StanceCounts: Sendable, Hashable {
    /// Class of candidates that are no markers; the categories are classes 0 to 11.
    static let none = StanceCategory.count
    /// Lane of a vector of counts that holds their sum.
    static let total = 15
    /// Number of classes.
    static let classes = StanceCategory.count + 1

    private(set) var terms = TermCounts()
    /// Polarities by wording, for naming, loaded and attitude.
    private(set) var polarities = TermCounts()

    /// No counts.
    public init() {}

    init(terms: TermCounts, polarities: TermCounts) {
        self.terms = terms
        self.polarities = polarities
    }

    /// Adds all counts of another value, or subtracts them with `sign` −1.
    public mutating func merge(_ other: StanceCounts, sign: Int32 = 1) {
        terms.merge(other.terms, sign: sign)
        polarities.merge(other.polarities, sign: sign)
    }

    /// Number of different keys counted.
    public var size: Int { terms.rows.count + polarities.rows.count }

    mutating func add(_ amount: Int32, of key: UInt32, in label: Int) {
        terms.add(amount, of: key, in: label)
    }

    mutating func add(_ amount: Int32, polarity: StancePolarity, of key: UInt32) {
        polarities.add(amount, of: key, in: Int(polarity.rawValue))
    }

    func polarity(of key: UInt32) -> StancePolarity? { Self.polarity(of: polarities[key]) }

    /// The polarity counted most often, the first of equals; nil without counts.
    static func polarity(of row: ClassCounts) -> StancePolarity? {
        guard row != .zero else { return nil }
        var best = 0
        for lane in 1..<StancePolarity.allCases.count where row[lane] > row[best] { best = lane }
        return StancePolarity(rawValue: UInt8(best))
    }
}

/// The keys under which a candidate is counted.
struct StanceKeys {
    let proposal: UInt32
    let wording: UInt32
    let form: UInt32
    let salt: UInt32

    /// Keys of a candidate that may be of the categories in `proposal`.
    init(_ candidate: StanceCandidate, proposal: UInt32, language: UInt32) {
        salt = language
        self.proposal = SpellingHash.pair(language ^ 0x11, proposal)
        wording = SpellingHash.pair(language ^ 0x22, candidate.wording)
        form = SpellingHash.pair(language ^ 0x33, candidate.form)
    }

    /// The key of a feature's value among candidates of this proposal.
    func context(_ feature: Int, _ value: UInt32) -> UInt32 {
        SpellingHash.pair(proposal &+ UInt32(feature) &* 0x9E37_79B1, value)
    }

    /// The keys of all features' values among candidates of this proposal.
    @inline(__always)
    func context(_ values: SIMD16<UInt32>) -> InlineArray<16, UInt32> {
        var keys = InlineArray<16, UInt32>(repeating: 0)
        for feature in 0..<16 { keys[feature] = context(feature, values[feature]) }
        return keys
    }

    /// The keys of the values that are also counted by wording, among candidates of this one.
    @inline(__always)
    func own(_ values: SIMD16<UInt32>) -> InlineArray<7, UInt32> {
        let features = StanceProposal.ownFeatures
        var keys = InlineArray<7, UInt32>(repeating: 0)
        for index in 0..<7 { keys[index] = own(features[index], values[features[index]]) }
        return keys
    }

    /// The key of a feature's value among candidates of this wording.
    func own(_ feature: Int, _ value: UInt32) -> UInt32 {
        SpellingHash.pair(wording &+ UInt32(feature) &* 0x85EB_CA6B, value)
    }
}
