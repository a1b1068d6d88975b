import NaiveBayes

/// Everything the style model remembers of its samples: pages by term and style.
///
/// Adding a page and taking it away restores the value exactly.
package struct StyleCounts: Sendable, Hashable {
    /// Pages by term and style, for each view of terms.
    package var terms: [TermCounts]
    /// Terms of all pages by style, for each view of terms.
    package var termTotals: [ClassCounts]
    /// Pages by value and style.
    package var values: ValueCounts
    /// Pages by style.
    package var pages: ClassCounts

    /// No samples.
    package init() {
        terms = Array(repeating: TermCounts(), count: StyleView.termCount)
        termTotals = Array(repeating: .zero, count: StyleView.termCount)
        values = ValueCounts(values: StyleSpace.shared.values)
        pages = .zero
    }

    /// Adds a page of a style, or takes it away with `sign` −1. O(terms of the page).
    package mutating func add(_ page: StylePage, style: OutletStyle, sign: Int32 = 1) {
        let lane = Int(style.rawValue)
        pages[lane] &+= sign
        for (view, keys) in page.terms.enumerated() {
            for key in keys { terms[view].add(sign, of: key, in: lane) }
            termTotals[view][lane] &+= sign * Int32(keys.count)
        }
        for (slot, value) in page.values.enumerated() {
            values.add(sign, of: StyleSpace.shared.slots[slot].offset + Int(value), in: lane)
        }
    }

    /// Drops the terms of a single page, which are in no model; the totals stay. O(terms).
    mutating func dropRareTerms() {
        for view in terms.indices {
            for (key, row) in terms[view].rows where row.wrappedSum() < StyleModel.fewestPages {
                terms[view].set(.zero, of: key)
            }
        }
    }

    /// Adds all counts of another value, or subtracts them with `sign` −1. O(size).
    package mutating func merge(_ other: StyleCounts, sign: Int32 = 1) {
        for view in terms.indices {
            terms[view].merge(other.terms[view], sign: sign)
            termTotals[view] &+= other.termTotals[view] &* sign
        }
        values.merge(other.values, sign: sign)
        pages &+= other.pages &* sign
    }

    /// Whether no count of `other` is larger than here: whether it can have been added.
    package func contains(_ other: StyleCounts) -> Bool {
        func within(_ part: ClassCounts, _ whole: ClassCounts) -> Bool { all(part .<= whole) }
        guard within(other.pages, pages) else { return false }
        for view in terms.indices {
            guard within(other.termTotals[view], termTotals[view]),
                other.terms[view].rows.allSatisfy({ within($0.value, terms[view][$0.key]) })
            else { return false }
        }
        return values.rows.indices.allSatisfy { within(other.values[$0], values[$0]) }
    }
}
