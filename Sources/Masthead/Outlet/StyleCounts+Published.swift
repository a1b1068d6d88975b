import NaiveBayes

extension StyleCounts {
    /// The fewest pages and the fewest groups that a published term stands in.
    package static let fewestPages: Int32 = 3
    package static let fewestGroups = 2

    /// What may be published of the counts of pages whose texts can't be part of a project.
    ///
    /// Only counts leave: a term is kept where it stood in at least three pages of at least two
    /// groups, so that no sentence of one page can be read back. Totals are those of all samples.
    /// O(terms · log samples).
    package init(publishing samples: [StyleSample]) {
        self.init()
        var groups: [[UInt32: (last: Int, count: Int)]] = Array(
            repeating: [:], count: StyleView.termCount)
        let numbers = Dictionary(grouping: samples.indices) { samples[$0].group }
        for (number, name) in numbers.keys.sorted().enumerated() {
            for index in numbers[name] ?? [] {
                add(samples[index].page, style: samples[index].style)
                for (view, keys) in samples[index].page.terms.enumerated() {
                    for key in keys {
                        let seen = groups[view][key] ?? (-1, 0)
                        if seen.last != number { groups[view][key] = (number, seen.count + 1) }
                    }
                }
            }
        }
        for view in terms.indices {
            var kept = TermCounts()
            for (key, row) in terms[view].rows
            where row.wrappedSum() >= Self.fewestPages
                && groups[view][key]?.count ?? 0 >= Self.fewestGroups
            { kept.set(row, of: key) }
            terms[view] = kept
        }
    }
}
