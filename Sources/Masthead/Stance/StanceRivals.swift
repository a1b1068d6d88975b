/// What a whole page says of its designations.
private struct PageRivals {
    /// Referent and polarity of each designation, sorted, each once.
    private var leanings: [UInt64] = []
    /// Referent and wording of each designation, sorted, each once.
    private var wordings: [UInt64] = []
    /// The spellings of all candidates that may lean, sorted.
    private var forms: [UInt32] = []
    /// Candidates that lean to a side.
    private var charged = 0

    init(_ page: StancePage, _ lexicon: StanceLexicon) {
        for candidate in page.paragraphs.lazy.flatMap(\.candidates) where candidate.mayLean {
            forms.append(candidate.form)
            for row in page.rows[candidate.rows] {
                let leaning = lexicon.tables.polarity(of: row)
                if leaning != 0 && leaning != 2 { charged += 1 }
                let referent = UInt64(lexicon.tables.referent(of: row)) << 32
                if referent == 0 || lexicon.isLearnt(row) { continue }
                leanings.append(referent | UInt64(leaning))
                wordings.append(referent | UInt64(candidate.wording))
            }
        }
        forms.sort()
        leanings = Self.distinct(leanings)
        wordings = Self.distinct(wordings)
    }

    private static func distinct(_ values: [UInt64]) -> [UInt64] {
        var kept: [UInt64] = []
        for value in values.sorted() where kept.last != value { kept.append(value) }
        return kept
    }

    /// Values of the features `rivals` and `leaning`.
    func values(
        of candidate: StanceCandidate, _ rows: ArraySlice<Int32>, _ lexicon: StanceLexicon
    ) -> (UInt32, UInt32) {
        guard candidate.mayLean else { return (0, 0) }
        var rivals = 0
        var sides = 0
        var leaning: UInt32 = 0
        for row in rows {
            let referent = UInt64(lexicon.tables.referent(of: row))
            leaning = max(leaning, UInt32(lexicon.tables.polarity(of: row)))
            if referent == 0 { continue }
            rivals = max(rivals, Self.count(referent, in: wordings))
            sides = max(sides, Self.count(referent, in: leanings))
        }
        let again = UInt32(min(forms.run(of: candidate.form).count, 3))
        return (
            UInt32(min(rivals, 4)) | UInt32(sides) << 4,
            leaning | again << 4 | UInt32(min(charged / 4, 3)) << 8
        )
    }

    private static func count(_ referent: UInt64, in values: [UInt64]) -> Int {
        values.place(of: (referent + 1) << 32) - values.place(of: referent << 32)
    }
}

extension [UInt64] {
    /// How many elements of a sorted array are less than a value. O(log count).
    fileprivate func place(of value: UInt64) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension [UInt32] {
    /// Where a value stands in a sorted array. O(log count + occurrences).
    fileprivate func run(of value: UInt32) -> Range<Int> {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < count, self[end] == value { end += 1 }
        return low..<end
    }
}

extension StancePage {
    /// Adds to each candidate what the whole page says of it: how many designations of the same
    /// referent stand on the page, whether they lean different ways, how often its own spelling
    /// comes again, and which way its row leans. Candidates that `wanted` leaves out stay as
    /// they are.
    ///
    /// A designation is contested where rivals meet: "Festnahme" next to "Entführung" takes a
    /// side, alone it mostly doesn't. O(candidates · log candidates).
    mutating func describeRivals(
        _ lexicon: StanceLexicon, where wanted: (StanceCandidate) -> Bool = { _ in true }
    ) {
        let rivals = PageRivals(self, lexicon)
        for paragraph in paragraphs.indices {
            for index in paragraphs[paragraph].candidates.indices {
                let candidate = paragraphs[paragraph].candidates[index]
                if !wanted(candidate) { continue }
                let (met, leaning) = rivals.values(of: candidate, rows[candidate.rows], lexicon)
                paragraphs[paragraph].candidates[index].context[
                    StanceContext.Feature.rivals.rawValue] = met
                paragraphs[paragraph].candidates[index].context[
                    StanceContext.Feature.leaning.rawValue] = leaning
            }
        }
    }
}
