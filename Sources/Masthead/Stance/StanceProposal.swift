import NaiveBayes

/// What proposes a candidate: which rows and rules, and how far they are to be trusted.
enum StanceProposal {
    /// Features whose values are also counted by wording.
    static let ownFeatures: [7 of Int] = [0, 1, 4, 5, 7, 8, 9]

    /// What proposes a candidate, as bits: the categories of its rows and rule, then bit 12: an
    /// adjective with a designation; 13: only rows learnt from samples; 14: the head of a
    /// compound; 15: only weak rows; from 16 on: the rule. Nil where nothing proposes it. With
    /// `counts`, learnt rows are left out when no counted sample stands behind them.
    static func bits(
        of candidate: StanceCandidate, _ rows: ArraySlice<Int32>, lexicon: StanceLexicon,
        counts: (some StanceCountSource)? = StanceCounts?.none
    ) -> UInt32? {
        var proposal: UInt32 = 0
        var isLearnt = true
        var isWeak = true
        for row in rows {
            let category = lexicon.tables.category(of: row)
            if lexicon.isLearnt(row) {
                if let counts {
                    let support = counts.vector(of: learntKey(row, lexicon))
                    guard support[Int(category.rawValue)] > 0 else { continue }
                }
            } else {
                isLearnt = false
                isWeak = isWeak && lexicon.tables.isWeak(row)
            }
            proposal |= 1 << UInt32(category.rawValue)
        }
        if let rule = candidate.rule {
            proposal |= 1 << UInt32(rule.category.rawValue) | (UInt32(rule.rawValue) + 1) << 16
            isLearnt = false
            isWeak = false
        }
        if proposal == 0 { return nil }
        if isLearnt { proposal |= learntBit } else if isWeak { proposal |= 1 << 15 }
        if candidate.isComposed { proposal |= 1 << 12 }
        if candidate.isCompound { proposal |= 1 << 14 }
        return proposal
    }

    static let learntBit: UInt32 = 1 << 13

    static func learntKey(_ row: Int32, _ lexicon: StanceLexicon) -> UInt32 {
        SpellingHash.pair(lexicon.salt ^ 0x44, lexicon.tables.key(of: row))
    }
}
