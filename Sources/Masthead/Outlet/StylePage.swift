/// What the style of a labelled page is judged by: its terms, each once, and its values.
package struct StylePage: Sendable {
    /// Keys of the terms of each view of terms, without repeats; sorted where no model chose
    /// them.
    package private(set) var terms: [[UInt32]]
    /// The value of every slot of ``StyleSpace``.
    package private(set) var values: [UInt8]
    /// Whether the page is whole, or what an extractor left of one: residue is where less than
    /// half of the lines stand around the article. Of 1,097 pages of both kinds that is right
    /// for 91 and 96 of a hundred.
    package let regime: Regime

    /// The evidence of a page whose lines have the given labels; lines without a label count as
    /// boilerplate, or as article from 25 words on. With a model, terms that it does not know
    /// are left out. O(terms), else O(terms · log terms).
    package init(
        _ page: PageEvidence, labels: [ParagraphLabel?], knownTo model: StyleModel? = nil
    ) {
        // View and key of each term in one number: one list to sort, whatever the views.
        var keys: [UInt64] = []
        var tally = StyleCueTally()
        var figures = StyleFigures()
        let filter = model?.filter
        let termKeys = page.termKeys.span
        for line in 0..<page.count {
            let words = page.wordCounts[line]
            let label = labels[line]
            let part = label.map(StylePart.init) ?? (words >= 25 ? .article : .boilerplate)
            figures.add(line: line, of: page, part: part, label: label)
            let isShort = words <= 4
            for view in [View.words, .bigrams] {
                let own = StyleView(part, view)
                let isNoted = StyleCues.mayStand(in: part, view)
                if own == nil && !isNoted { continue }
                for place in page.range(view, of: line) {
                    let key = termKeys[place]
                    if let own, filter?.mayKnow(key, in: own) ?? true {
                        keys.append(UInt64(own.rawValue) << 32 | UInt64(key))
                    }
                    if isNoted {
                        tally.note(key, line: line, isShort: isShort, inArticle: part == .article)
                    }
                }
            }
            if let key = page.phraseKey(of: line), let own = StyleView(part, .phrases),
                filter?.mayKnow(key, in: own) ?? true
            {
                keys.append(UInt64(own.rawValue) << 32 | UInt64(key))
            }
        }
        terms = Self.byView(keys)
        // Sums of counted evidence are rounded, and so depend on the order.
        if model == nil { for view in terms.indices { terms[view].sort() } }
        values = tally.values(lines: page.count, articleWords: figures.articleWords)
        values += figures.values
        regime = figures.aroundShare < 0.5 ? .residue : .page
    }

    /// The keys of each view without repeats, in the order in which they come.
    private static func byView(_ keys: [UInt64]) -> [[UInt32]] {
        var terms = [[UInt32]](repeating: [], count: StyleView.termCount)
        var seen = 0
        for (key, number) in zip(keys, HashNumbers(keys[...]).numbers) where number == seen {
            terms[Int(key >> 32)].append(UInt32(truncatingIfNeeded: key))
            seen += 1
        }
        return terms
    }
}

/// The numbering of the values of all categorical slots of ``StylePage``.
struct StyleSpace: Sendable {
    static let shared = StyleSpace()

    /// Name, view and first value of each slot.
    let slots: [(name: String, view: StyleView, offset: Int)]
    /// View and first value of each slot alone, for where names would only be counted.
    let places: [(view: Int, offset: Int)]
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
        places = slots.map { (Int($0.view.rawValue), $0.offset) }
        values = owner.count
        slotOfValue = owner
    }

    /// The name of a value, for example `e-paper, lines=3`.
    func name(ofValue value: Int) -> String {
        let slot = slots[slotOfValue[value]]
        return "\(slot.name)=\(value - slot.offset)"
    }
}
