import NaiveBayes

/// Style counts as text: what `TrainingData/counts/styles.tsv` holds.
///
/// Lines that start with `#` are comments and say where the counts come from. The others are
/// view, name and pages by style, separated by tabs:
///
/// | view | name |
/// |---|---|
/// | a view of terms | the term (``TermName``) |
/// | `cues`, `figures` | a slot and its value, as `e-paper, lines=3` |
/// | `total` | a view of terms: terms of all pages, also of those left out; `pages` |
package enum StyleCountTable {
    /// The table's text, sorted. Terms without a name are left out. O(size · log size).
    package static func text(_ counts: StyleCounts, names: [UInt32: String]) -> String {
        var lines = ["total\tpages\t" + row(counts.pages)]
        for view in StyleView.terms {
            let index = Int(view.rawValue)
            lines.append("total\t\(view.name)\t" + row(counts.termTotals[index]))
            for (key, row) in counts.terms[index].rows {
                guard let name = names[key] else { continue }
                lines.append("\(view.name)\t\(name)\t" + self.row(row))
            }
        }
        for (value, row) in counts.values.rows.enumerated() where row != .zero {
            let slot = StyleSpace.shared.slots[StyleSpace.shared.slotOfValue[value]]
            let name = StyleSpace.shared.name(ofValue: value)
            lines.append("\(slot.view.name)\t\(name)\t" + self.row(row))
        }
        return lines.sorted().joined(separator: "\n") + "\n"
    }

    private static func row(_ counts: ClassCounts) -> String {
        OutletStyle.allCases.compactMap { style in
            let count = counts[Int(style.rawValue)]
            return count == 0 ? nil : "\(style.name)=\(count)"
        }.joined(separator: " ")
    }

    /// The counts of a table's text. Throws ``CountTable/Fault``. O(text).
    package static func counts(
        _ text: some StringProtocol
    ) throws(CountTable.Fault) -> StyleCounts {
        var counts = StyleCounts()
        let values = Dictionary(
            uniqueKeysWithValues: (0..<StyleSpace.shared.values).map {
                (StyleSpace.shared.name(ofValue: $0), $0)
            })
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            if line.isEmpty || line.hasPrefix("#") { continue }
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            let fields = parts.map { String($0) }
            guard fields.count == 3, let row = row(fields[2]) else {
                throw .line(number, expected: "a view, a name and 'style=pages' above 0")
            }
            if fields[0] == "total" && fields[1] == "pages" {
                counts.pages &+= row
                continue
            }
            let name = fields[0] == "total" ? fields[1] : fields[0]
            guard let view = StyleView.allCases.first(where: { $0.name == name }) else {
                throw .line(number, expected: "a view or 'total'")
            }
            let index = Int(view.rawValue)
            if fields[0] == "total", view.termView != nil {
                counts.termTotals[index] &+= row
            } else if let terms = view.termView, let key = TermName.key(terms, fields[1]) {
                counts.terms[index].set(counts.terms[index][key] &+ row, of: key)
            } else if view.termView == nil, let value = values[fields[1]] {
                counts.values[value] &+= row
            } else {
                throw .line(number, expected: "a term or value of the view '\(name)'")
            }
        }
        return counts
    }

    private static func row(_ text: String) -> ClassCounts? {
        var row = ClassCounts.zero
        for pair in text.split(separator: " ") {
            let parts = pair.split(separator: "=")
            guard parts.count == 2, let style = OutletStyle(name: parts[0]),
                let count = Int32(parts[1]), count > 0
            else { return nil }
            row[Int(style.rawValue)] = count
        }
        return row
    }
}
