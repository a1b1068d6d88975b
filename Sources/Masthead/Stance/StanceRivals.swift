extension StanceProposer {
    /// Adds to each candidate what the whole page says of it: how many designations of the same
    /// referent stand on the page, whether they lean different ways, how often its own wording
    /// comes again, and which way its row leans.
    ///
    /// A designation is contested where rivals meet: "Festnahme" next to "Entführung" takes a
    /// side, alone it mostly doesn't. O(candidates).
    func describeRivals(_ pages: inout [(paragraph: Int, candidates: [StanceCandidate])]) {
        var leanings: [Int32: UInt8] = [:]
        var wordings: [Int32: Set<UInt32>] = [:]
        var repeats: [UInt32: Int] = [:]
        var charged = 0
        for page in pages {
            for candidate in page.candidates {
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
        for page in pages.indices {
            for index in pages[page].candidates.indices {
                let candidate = pages[page].candidates[index]
                guard candidate.rows.contains(where: { lexicon.polarities[Int($0)] > 0 }) else {
                    pages[page].candidates[index].context += [0, 0]
                    continue
                }
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
                pages[page].candidates[index].context.append(
                    UInt32(min(rivals, 4)) | UInt32(sides) << 4)
                pages[page].candidates[index].context.append(
                    leaning | UInt32(again) << 4 | UInt32(min(charged / 4, 3)) << 8)
            }
        }
    }
}
