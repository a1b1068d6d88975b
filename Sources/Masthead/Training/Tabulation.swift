import NaiveBayes

/// Count tables of samples whose texts can't be part of a project.
///
/// Only counts leave: a term or value is kept where it was counted at least three times in the
/// pages of at least two groups, so that no sentence of one page can be read back.
package struct Tabulation: Sendable {
    /// The fewest lines, in units of ``LabelCounts/unit``, and the fewest groups.
    package static let fewestLines = 3 * LabelCounts.unit
    package static let fewestGroups: UInt8 = 2

    private var counts = LabelCounts()
    private var termGroups: [UInt32: Spread] = [:]
    private var valueGroups: [Spread]

    /// In how many groups something stood; the last group's number tells a new one from the
    /// same one, for samples that come group by group.
    private struct Spread {
        var groups: UInt8 = 0
        var last: Int32 = -1

        mutating func see(_ group: Int32) {
            if group == last { return }
            last = group
            groups = groups == .max ? .max : groups + 1
        }
    }

    /// The counts of the samples. O(features).
    package init(_ samples: [LabelSample]) {
        let regimes = Regime.allCases.count
        valueGroups = Array(
            repeating: Spread(), count: regimes * FeatureSpace.shared.values)
        let groups = Dictionary(grouping: samples.indices) { samples[$0].group }
        for (number, name) in groups.keys.sorted().enumerated() {
            for index in groups[name] ?? [] {
                counts.add(samples[index])
                note(samples[index], group: Int32(number))
            }
        }
    }

    private mutating func note(_ sample: LabelSample, group: Int32) {
        let page = sample.evidence
        let slots = FeatureSpace.shared.slots
        let start = Int(sample.regime.rawValue) * FeatureSpace.shared.values
        for line in 0..<page.count where sample.weights[line] > 0 {
            for (slot, value) in page.values(of: line).enumerated() {
                valueGroups[start + slots[slot].offset + Int(value)].see(group)
            }
            if sample.isReduced { continue }
            for key in page.keys(of: line) { termGroups[key, default: Spread()].see(group) }
        }
    }

    /// The counts that are common enough to be published. Totals are those of all samples.
    package var published: LabelCounts {
        var published = counts
        for view in published.terms.indices {
            var kept = TermCounts()
            for (key, row) in counts.terms[view].rows
            where row.wrappedSum() >= Self.fewestLines
                && termGroups[key]?.groups ?? 0 >= Self.fewestGroups
            { kept.set(row, of: key) }
            published.terms[view] = kept
        }
        for regime in published.values.indices {
            for value in 0..<FeatureSpace.shared.values {
                let spread = valueGroups[regime * FeatureSpace.shared.values + value]
                let row = counts.values[regime][value]
                if row.wrappedSum() < Self.fewestLines || spread.groups < Self.fewestGroups {
                    published.values[regime][value] = .zero
                }
            }
        }
        return published
    }
}

/// The names of terms, gathered from texts for the terms of a table.
package struct TermNames: Sendable {
    /// The keys of each view of terms: one key may stand for terms of two views.
    private var wanted = [Set<UInt32>](repeating: [], count: View.bags.count)
    package private(set) var names: [UInt32: String] = [:]

    /// No names yet, for the terms that `counts` has.
    package init(for counts: LabelCounts) {
        for view in View.terms { want(counts.terms[view.termIndex], view) }
    }

    /// No names yet, for the terms that `counts` has.
    package init(for counts: StyleCounts) {
        for (view, terms) in zip(StyleView.terms, counts.terms) {
            if let view = view.termView { want(terms, view) }
        }
    }

    private mutating func want(_ terms: TermCounts, _ view: View) {
        wanted[view.termIndex].formUnion(terms.rows.keys)
    }

    /// Gathers the names of the wanted terms of a document. O(text).
    package mutating func add(_ document: AnnotatedDocument) {
        for paragraph in document.paragraphs {
            let bytes = Array(paragraph.text.utf8)
            var scanner = LineScanner()
            let scan = scanner.scan(bytes.span, 0..<bytes.count)
            let naming = TermName(bytes, scanner)
            func add(_ term: Term) {
                let isWanted = wanted[term.view.termIndex].contains(term.key)
                if !isWanted || names[term.key] != nil { return }
                let name = naming.name(of: term, in: scan)
                // A mark such as "^" would be read back as the start of a line.
                if TermName.key(term.view, name) == term.key { names[term.key] = name }
            }
            scanner.forEachTerm(of: scan, add)
            scanner.phrase.map(add)
        }
    }
}
