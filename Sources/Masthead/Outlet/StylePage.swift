/// What the style of a labelled page is judged by: its terms, each once, and its values.
package struct StylePage: Sendable {
    /// Keys of the terms of each view of terms, without repeats.
    package private(set) var terms: [[UInt32]]
    /// The value of every slot of ``StyleSpace``.
    package private(set) var values: [UInt8]

    /// The evidence of a page whose lines have the given labels; lines without a label count as
    /// boilerplate, or as article from 25 words on. O(terms · log terms).
    package init(_ page: PageEvidence, labels: [ParagraphLabel?]) {
        var keys = [[UInt32]](repeating: [], count: StyleView.termCount)
        var tally = StyleCueTally()
        var figures = StyleFigures()
        for line in 0..<page.count {
            let words = page.wordCounts[line]
            let label = labels[line]
            let part = label.map(StylePart.init) ?? (words >= 25 ? .article : .boilerplate)
            figures.add(line: line, of: page, part: part, label: label)
            for view in View.terms {
                if let own = StyleView(part, view) {
                    keys[Int(own.rawValue)] +=
                        view == .phrases
                        ? page.wholeLineKey(of: line) : page.keys(view, of: line)
                }
                guard part != .headline && (view == .words || view == .bigrams) else { continue }
                for key in page.keys(view, of: line) {
                    tally.note(key, line: line, isShort: words <= 4, inArticle: part == .article)
                }
            }
        }
        terms = keys.map(Self.withoutRepeats)
        values = tally.values(lines: page.count, articleWords: figures.articleWords)
        values += figures.values
    }

    private static func withoutRepeats(_ keys: [UInt32]) -> [UInt32] {
        var sorted = keys.sorted()
        var kept = 0
        for key in sorted where kept == 0 || sorted[kept - 1] != key {
            sorted[kept] = key
            kept += 1
        }
        sorted.removeLast(sorted.count - kept)
        return sorted
    }
}

/// The numbering of the values of all categorical slots of ``StylePage``.
struct StyleSpace: Sendable {
    static let shared = StyleSpace()

    /// Name, view and first value of each slot.
    let slots: [(name: String, view: StyleView, offset: Int)]
    /// The number of values of all slots.
    let values: Int
    /// The slot that a value belongs to.
    let slotOfValue: [Int]

    private init() {
        var slots: [(name: String, view: StyleView, offset: Int)] = []
        var owner: [Int] = []
        func add(_ name: String, _ view: StyleView, _ count: Int) {
            slots.append((name, view, owner.count))
            owner += Array(repeating: slots.count - 1, count: count)
        }
        for cue in StyleCues.shared.names {
            for (form, count) in zip(["lines", "share", "short"], StyleCueTally.slotValues) {
                add("\(cue), \(form)", .cues, count)
            }
        }
        for slot in StyleFigures.slots { add(slot.name, .figures, slot.values) }
        self.slots = slots
        values = owner.count
        slotOfValue = owner
    }

    /// The name of a value, for example `e-paper, lines=3`.
    func name(ofValue value: Int) -> String {
        let slot = slots[slotOfValue[value]]
        return "\(slot.name)=\(value - slot.offset)"
    }
}
