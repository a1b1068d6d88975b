import NaiveBayes

/// Probabilities of the categories for a candidate, from counts.
struct StanceScorer<Counts: StanceCountSource>: Sendable {
    let counts: Counts
    let settings: StanceSettings
    let lexicon: StanceLexicon
    let language: UInt32
    private let learntRows: ClassVector

    init(_ counts: Counts, _ settings: StanceSettings, _ lexicon: StanceLexicon) {
        self.counts = counts
        self.settings = settings
        self.lexicon = lexicon
        language = lexicon.salt
        var rows = ClassVector.zero
        for term in lexicon.terms[lexicon.learntStart...] { rows[Int(term.category.rawValue)] += 1 }
        learntRows = rows
    }

    /// Probabilities of the categories and of none, or nil where nothing proposes the candidate
    /// any more. O(features).
    func probabilities(of candidate: StanceCandidate) -> ClassVector? {
        guard
            let proposal = StanceProposal.bits(of: candidate, lexicon: lexicon, counts: counts)
        else { return nil }
        let keys = StanceKeys(candidate, proposal: proposal, language: language)
        // Context is compared with what it was counted among, learnt occurrences included; what
        // is discounted is only how often such wordings are markers at all.
        let base = Self.smooth(counts.row(keys.proposal), towards: Self.start(proposal), 4)
        let counted = counts.row(keys.wording)
        let among = Self.smooth(counted, towards: base, settings.wordingStrength)
        var wording = among
        if proposal & StanceProposal.learntBit != 0 {
            wording = discounted(counts.row(keys.proposal), counted, proposal)
        }
        let form = Self.smooth(counts.row(keys.form), towards: wording, settings.formStrength)
        // Half of all candidates are words that are hardly ever markers: no context changes that.
        if form[StanceCounts.none] > Self.hopeless { return nil }
        // The product of all ratios, then one logarithm: a logarithm a feature costs most of
        // the time of scoring. Ratios lie within 1e±6, so four of them stay in range.
        var context = ClassVector(repeating: 1)
        var logits = logarithms(form)
        for (feature, value) in candidate.context.enumerated() {
            let row = counts.row(keys.context(feature, value))
            if row == .zero { continue }
            context *= Self.ratio(row, base, settings.contextStrength)
            if feature & 3 == 3 { flush(&context, settings.contextWeight, into: &logits) }
        }
        flush(&context, settings.contextWeight, into: &logits)
        for feature in StanceProposal.ownFeatures {
            let row = counts.row(keys.own(feature, candidate.context[feature]))
            if row == .zero { continue }
            context *= Self.ratio(row, among, settings.ownStrength)
            if feature & 3 == 0 { flush(&context, settings.ownWeight, into: &logits) }
        }
        flush(&context, settings.ownWeight, into: &logits)
        return softmax(logits, mask: .mask(StanceCounts.classes))
    }

    private static var hopeless: Float { 0.985 }

    @inline(__always)
    private func flush(_ product: inout ClassVector, _ weight: Float, into sum: inout ClassVector) {
        sum += logarithms(product) * weight
        product = ClassVector(repeating: 1)
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
            let left = max(proposed[lane] - learntRows[lane], proposed[lane] * 0.1)
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
        let proposed = (0..<StanceCategory.count).filter { proposal >> UInt32($0) & 1 == 1 }
        for lane in proposed { start[lane] += 0.474 / Float(proposed.count) }
        start[StanceCounts.none] += 0.5
        return start
    }

    @inline(__always)
    private static func smooth(
        _ row: ClassVector, towards prior: ClassVector, _ strength: Float
    ) -> ClassVector {
        (row + prior * strength) * (1 / (row[StanceCounts.total] + strength))
    }

    /// P(class | value) / P(class), smoothed.
    @inline(__always)
    private static func ratio(
        _ row: ClassVector, _ prior: ClassVector, _ strength: Float
    ) -> ClassVector {
        smooth(row, towards: prior, strength) / prior
    }
}
