import NaiveBayes

/// Probabilities of the categories for a candidate, from counts.
struct StanceScorer<Counts: StanceCountSource>: Sendable {
    let counts: Counts
    let settings: StanceSettings
    let lexicon: StanceLexicon

    init(_ counts: Counts, _ settings: StanceSettings, _ lexicon: StanceLexicon) {
        self.counts = counts
        self.settings = settings
        self.lexicon = lexicon
    }

    /// Half of all candidates are words that are hardly ever markers: no context changes that.
    private static var hopeless: Float { 0.9 }

    /// What is known of a candidate before its context.
    private struct Prior {
        /// P(category | spelling).
        var form: ClassVector
        /// P(category) among candidates of its proposal and of its wording, learnt occurrences
        /// included: what the context is compared with. What is discounted is only how often
        /// such wordings are markers at all.
        let base: ClassVector
        let among: ClassVector
        let keys: StanceKeys
        /// Whether the wording was ever seen.
        let isKnown: Bool
    }

    /// Whether a candidate can be a marker whatever stands around it; sets its proposal. O(1).
    func isHopeful(_ candidate: inout StanceCandidate, _ rows: ArraySlice<Int32>) -> Bool {
        candidate.proposal =
            StanceProposal.bits(of: candidate, rows, lexicon: lexicon, counts: counts) ?? 0
        guard candidate.proposal != 0 else { return false }
        if prior(of: candidate).form[StanceCounts.none] <= Self.hopeless { return true }
        candidate.proposal = 0
        return false
    }

    private func prior(of candidate: StanceCandidate) -> Prior {
        let proposal = candidate.proposal
        let keys = StanceKeys(candidate, proposal: proposal, language: lexicon.salt)
        let all: InlineArray<3, UInt32> = [keys.proposal, keys.wording, keys.form]
        let places = counts.places(of: all)
        let proposed = counts.vector(at: places[0])
        let worded = counts.vector(at: places[1])
        let base = Self.smooth(proposed, towards: Self.start(proposal), 4)
        let among = Self.smooth(worded, towards: base, settings.wordingStrength)
        var form = among
        if proposal & StanceProposal.learntBit != 0 {
            form = discounted(proposed, worded, proposal)
        }
        form = Self.smooth(counts.vector(at: places[2]), towards: form, settings.formStrength)
        return Prior(
            form: form, base: base, among: among, keys: keys,
            isKnown: worded[StanceCounts.total] != 0)
    }

    /// Probabilities of the categories and of none. O(features).
    ///
    /// A ratio P(class | value) / P(class) is (count / P(class) + strength) / (total +
    /// strength); what all classes share falls out, so a value that was seen in one class
    /// changes one number.
    func probabilities(of candidate: StanceCandidate) -> ClassVector {
        let prior = prior(of: candidate)
        var logits = logarithms(prior.form)
        let context = ClassLanes(1 / (prior.base * settings.contextStrength))
        var product = RatioProduct()
        let places = counts.places(of: prior.keys.context(candidate.context))
        for feature in 0..<places.count {
            counts.visit(at: places[feature]) { product.lanes[$0] *= 1 + $1 * context[$0] }
            if feature & 3 == 3 { product.normalise() }
        }
        logits += product.logarithm * settings.contextWeight
        if prior.isKnown {
            let own = ClassLanes(1 / (prior.among * settings.ownStrength))
            var product = RatioProduct()
            let places = counts.places(of: prior.keys.own(candidate.context))
            for index in 0..<places.count {
                counts.visit(at: places[index]) { product.lanes[$0] *= 1 + $1 * own[$0] }
                if index & 3 == 3 { product.normalise() }
            }
            logits += product.logarithm * settings.ownWeight
        }
        return softmax(logits, mask: .mask(StanceCounts.classes))
    }

    /// Takes away the occurrence through which each learnt row was found: it says nothing about
    /// how often the wording is a marker elsewhere.
    private func discounted(
        _ proposed: ClassVector, _ worded: ClassVector, _ proposal: UInt32
    ) -> ClassVector {
        var proposed = proposed
        var worded = worded
        let total = StanceCounts.total
        for lane in 0..<StanceCategory.count where proposal >> UInt32(lane) & 1 == 1 {
            let left = max(proposed[lane] - lexicon.learntRows[lane], proposed[lane] * 0.1)
            proposed[total] -= proposed[lane] - left
            proposed[lane] = left
            worded[total] -= worded[lane] - max(worded[lane] - 1, 0)
            worded[lane] = max(worded[lane] - 1, 0)
        }
        let base = Self.smooth(proposed, towards: Self.start(proposal), 4)
        return Self.smooth(worded, towards: base, settings.wordingStrength)
    }

    /// Before any sample: half for none, the rest shared by the proposed categories, and a
    /// little for all others.
    private static func start(_ proposal: UInt32) -> ClassVector {
        var start = ClassVector.mask(StanceCounts.classes) * 0.002
        var categories = proposal & (1 << UInt32(StanceCategory.count) - 1)
        let share = 0.474 / Float(max(categories.nonzeroBitCount, 1))
        while categories != 0 {
            start[categories.trailingZeroBitCount] += share
            categories &= categories - 1
        }
        start[StanceCounts.none] += 0.5
        return start
    }

    @inline(__always)
    private static func smooth(
        _ row: ClassVector, towards prior: ClassVector, _ strength: Float
    ) -> ClassVector {
        (row + prior * strength) * (1 / (row[StanceCounts.total] + strength))
    }
}

/// A product of ratios by class, kept in range: a logarithm for each ratio would cost most of
/// the time of scoring.
private struct RatioProduct {
    var lanes = ClassLanes(repeating: 1)
    private var exponents = SIMD16<Int32>.zero

    /// Takes the powers of two out of the product. Ratios lie between 1 and 1e9, so that four
    /// of them stay in range.
    @inline(__always)
    mutating func normalise() {
        let bits = unsafe unsafeBitCast(lanes, to: SIMD16<Int32>.self)
        exponents &+= (bits &>> 23) &- 127
        let mantissas = bits & 0x7F_FFFF | 0x3F80_0000
        lanes = unsafe unsafeBitCast(mantissas, to: ClassLanes.self)
    }

    /// The natural logarithm.
    var logarithm: ClassVector {
        logarithms(ClassVector(lanes)) + ClassVector(exponents) * Float(0.693_147_18)
    }
}
