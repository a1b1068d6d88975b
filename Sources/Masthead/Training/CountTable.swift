import NaiveBayes

/// Count tables as text: what `TrainingData/counts/labels.tsv` holds.
///
/// Lines that start with `#` are comments. The other lines are `kind`, `name` and the counts by
/// label, separated by tabs:
///
/// | kind | name |
/// |---|---|
/// | `words`, `bigrams`, `grams` | the term (``TermName``) |
/// | `total` | a view of terms, or a regime: all occurrences, also of terms left out |
/// | `page`, `residue` | a categorical feature and its value, as `words=3` |
/// | `traits` | a regime; then the pages of each value of its traits, `3=17` |
///
/// Counts are in sixteenths of a line: `body=32` is two lines labelled by hand.
package enum CountTable {
    /// Why a line is not one of a count table.
    package enum Fault: Error, Sendable, Hashable {
        case line(Int, expected: String)
    }

    /// The table's text, sorted. Terms are left out that have no name, or another view's: two
    /// terms in some billions share a key. O(size · log size).
    package static func text(_ counts: LabelCounts, names: [UInt32: String]) -> String {
        var lines: [String] = []
        for view in View.terms {
            let name = "\(view)"
            lines.append("total\t\(name)\t" + row(counts.termTotals[view.termIndex]))
            for (key, row) in counts.terms[view.termIndex].rows {
                guard let term = names[key], TermName.key(view, term) == key else { continue }
                lines.append("\(name)\t\(term)\t" + self.row(row))
            }
        }
        for regime in Regime.allCases {
            let index = Int(regime.rawValue)
            lines.append("total\t\(regime)\t" + row(counts.lines[index]))
            let traits = counts.traits[index].enumerated().filter { $0.element != 0 }
            lines.append(
                "traits\t\(regime)\t"
                    + traits.map { "\($0.offset)=\($0.element)" }.joined(separator: " "))
            for slot in FeatureSpace.shared.slots {
                for value in 0..<slot.values {
                    let row = counts.values[index][slot.offset + value]
                    if row == .zero { continue }
                    lines.append("\(regime)\t\(slot.name)=\(value)\t" + self.row(row))
                }
            }
        }
        return lines.sorted().joined(separator: "\n") + "\n"
    }

    private static func row(_ counts: ClassCounts) -> String {
        ParagraphLabel.allCases.compactMap { label in
            let count = counts[Int(label.rawValue)]
            return count == 0 ? nil : "\(label.name)=\(count)"
        }.joined(separator: " ")
    }

    /// The counts of a table's text. Throws ``Fault``. O(text).
    package static func counts(_ text: some StringProtocol) throws(Fault) -> LabelCounts {
        var counts = LabelCounts()
        // Names are unique over all views; a test holds the table of features to that.
        let slots = Dictionary(
            uniqueKeysWithValues: FeatureSpace.shared.slots.map { ($0.name, $0) })
        var number = 0
        // By code points: a tab before a combining mark is no tab as a character.
        let lines = String(text).unicodeScalars.split(
            separator: "\n", omittingEmptySubsequences: false)
        for line in lines {
            number += 1
            if line.isEmpty || line.first == "#" { continue }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
                .map { String($0) }
            guard fields.count == 3 else { throw .line(number, expected: "three fields") }
            do throws(Unreadable) {
                try add(fields, slots: slots, to: &counts)
            } catch {
                throw .line(number, expected: error.expected)
            }
        }
        return counts
    }

    private struct Unreadable: Error {
        let expected: String
        static let tooLarge = Unreadable(expected: "counts of at most \(LabelCounts.limit)")
    }

    private static func add(_ row: ClassCounts, to sum: inout ClassCounts) throws(Unreadable) {
        sum &+= row
        guard sum.max() <= LabelCounts.limit else { throw .tooLarge }
    }

    private static func add(
        _ fields: [String], slots: [String: Slot], to counts: inout LabelCounts
    ) throws(Unreadable) {
        let kind = fields[0]
        let name = fields[1]
        if kind == "traits" {
            guard let regime = Regime(name: name) else {
                throw Unreadable(expected: "a regime")
            }
            for (index, count) in try pairs(fields[2]) {
                guard let index = Int(index), (0..<PageGate.values).contains(index) else {
                    throw Unreadable(expected: "a trait's value")
                }
                let sum = counts.traits[Int(regime.rawValue)][index] + count
                guard sum <= LabelCounts.limit else { throw .tooLarge }
                counts.traits[Int(regime.rawValue)][index] = sum
            }
            return
        }
        let row = try row(fields[2])
        if kind == "total" {
            if let view = View(name: name) {
                try add(row, to: &counts.termTotals[view.termIndex])
            } else if let regime = Regime(name: name) {
                try add(row, to: &counts.lines[Int(regime.rawValue)])
            } else {
                throw Unreadable(expected: "a view or a regime")
            }
        } else if let view = View(name: kind) {
            guard let key = TermName.key(view, name) else {
                throw Unreadable(expected: "a term of the view '\(kind)'")
            }
            var sum = counts.terms[view.termIndex][key]
            try add(row, to: &sum)
            counts.terms[view.termIndex].set(sum, of: key)
        } else if let regime = Regime(name: kind) {
            let parts = name.split(separator: "=")
            guard parts.count == 2, let slot = slots[String(parts[0])],
                let value = Int(parts[1]), (0..<slot.values).contains(value)
            else { throw Unreadable(expected: "a feature and its value") }
            try add(row, to: &counts.values[Int(regime.rawValue)][slot.offset + value])
        } else {
            throw Unreadable(expected: "a view, a regime, 'total' or 'traits'")
        }
    }

    private static func row(_ text: some StringProtocol) throws(Unreadable) -> ClassCounts {
        var row = ClassCounts.zero
        for (name, count) in try pairs(text) {
            guard let label = ParagraphLabel(name: name) else {
                throw Unreadable(expected: "a label")
            }
            row[Int(label.rawValue)] = count
        }
        return row
    }

    private static func pairs(
        _ text: some StringProtocol
    ) throws(Unreadable) -> [(name: String, count: Int32)] {
        var pairs: [(name: String, count: Int32)] = []
        for pair in text.split(separator: " ") {
            let parts = pair.split(separator: "=")
            guard parts.count == 2, let count = Int32(parts[1]), count > 0 else {
                throw Unreadable(expected: "'name=count' with a count above 0")
            }
            guard count <= LabelCounts.limit else { throw .tooLarge }
            pairs.append((String(parts[0]), count))
        }
        return pairs
    }
}

extension View {
    /// The view of terms of that name.
    init?(name: String) {
        guard let view = View.terms.first(where: { "\($0)" == name }) else { return nil }
        self = view
    }
}

extension Regime {
    /// The regime of that name.
    package init?(name: String) {
        guard let regime = Regime.allCases.first(where: { "\($0)" == name }) else { return nil }
        self = regime
    }
}
