/// What a whole page says of its designations.
private struct PageRivals {
    /// Polarities of the designations of each referent, one bit each.
    private var leanings: [Int32: UInt8] = [:]
    /// Different designations of each referent.
    private var wordings: [Int32: Set<UInt32>] = [:]
    /// Occurrences of each spelling.
    private var repeats: [UInt32: Int] = [:]
    /// Candidates that lean to a side.
    private var charged = 0

    init(_ page: [ProposedParagraph], _ lexicon: StanceLexicon) {
        for candidate in page.lazy.flatMap(\.candidates)
        where candidate.mayLean(lexicon) {
            repeats[candidate.form, default: 0] += 1
            for row in candidate.rows {
                let leaning = lexicon.polarities[Int(row)]
                if leaning != 0 && leaning != 2 { charged += 1 }
                let referent = lexicon.referents[Int(row)]
                if referent == 0 || lexicon.isLearnt(row) { continue }
                leanings[referent, default: 0] |= 1 << leaning
                wordings[referent, default: []].insert(candidate.wording)
            }
        }
    }

    /// Values of the features `rivals` and `leaning`.
    func values(of candidate: StanceCandidate, _ lexicon: StanceLexicon) -> [UInt32] {
        guard candidate.mayLean(lexicon) else { return [0, 0] }
        var rivals = 0
        var sides = 0
        var leaning: UInt32 = 0
        for row in candidate.rows {
            let referent = lexicon.referents[Int(row)]
            leaning = max(leaning, UInt32(lexicon.polarities[Int(row)]))
            if referent == 0 { continue }
            rivals = max(rivals, wordings[referent]?.count ?? 0)
            sides = max(sides, (leanings[referent] ?? 0).nonzeroBitCount)
        }
        let again = min(repeats[candidate.form] ?? 1, 3)
        return [
            UInt32(min(rivals, 4)) | UInt32(sides) << 4,
            leaning | UInt32(again) << 4 | UInt32(min(charged / 4, 3)) << 8,
        ]
    }
}

extension StanceCandidate {
    /// Whether any of its rows has a polarity.
    fileprivate func mayLean(_ lexicon: StanceLexicon) -> Bool {
        rows.contains { lexicon.polarities[Int($0)] > 0 }
    }
}

extension StanceProposer {
    /// Adds to each candidate what the whole page says of it: how many designations of the same
    /// referent stand on the page, whether they lean different ways, how often its own spelling
    /// comes again, and which way its row leans.
    ///
    /// A designation is contested where rivals meet: "Festnahme" next to "Entführung" takes a
    /// side, alone it mostly doesn't. O(candidates).
    func describeRivals(_ page: inout [ProposedParagraph]) {
        let rivals = PageRivals(page, lexicon)
        for paragraph in page.indices {
            for index in page[paragraph].candidates.indices {
                let values = rivals.values(of: page[paragraph].candidates[index], lexicon)
                page[paragraph].candidates[index].context += values
            }
        }
    }
}
