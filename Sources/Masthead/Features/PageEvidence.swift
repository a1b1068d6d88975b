/// The features of every line of a page: the one function that training and use share.
package struct PageEvidence {
    /// The lines that have a word or a mark; the others carry no features.
    package let count: Int
    /// One value a slot, line after line: the stride is the number of slots.
    package private(set) var values: [UInt16] = []
    /// The keys of the terms of all lines, line after line and in a line view after view, in the
    /// order of ``View/terms``.
    package private(set) var termKeys: [UInt32] = []
    /// Where the keys of each line and view end in ``termKeys``, three numbers a line; each
    /// begins where the one before it ends, the first at 0.
    package private(set) var termEnds: [Int32] = []
    /// The key of each line as one phrase; 0 for a line of no token or more than eight.
    private var phraseKeys: [UInt32] = []
    /// What tells a whole page from residue (``PageGate``).
    package let traits: [UInt8]
    /// Words of each line.
    package private(set) var wordCounts: [Int] = []

    /// The features of the lines that stand at `ranges` of the UTF-8 `text`. O(bytes).
    package init(_ text: Span<UInt8>, lines ranges: [Range<Int>]) {
        count = ranges.count
        let slots = FeatureSpace.shared.slots.count
        let views = View.terms.count
        var values = [UInt16](repeating: 0, count: count * slots)
        var ends = [Int32](repeating: 0, count: count * views)
        var slotValues = values.mutableSpan
        var termEnds = ends.mutableSpan
        var lines: [PageLine] = []
        lines.reserveCapacity(count)
        var scanner = LineScanner()
        var title = TitleWords()
        var termKeys: [UInt32] = []
        var keys: [UInt32] = []
        for (index, range) in ranges.enumerated() {
            let scan = scanner.scan(text, range)
            let inTitle = title.share(of: scanner.tokens, words: scan.words)
            lines.append(PageLine(scan, inTitle: inTitle))
            ShapeFeatures.write(scan, to: &slotValues, at: index * slots)
            keys.removeAll(keepingCapacity: true)
            keys.append(addingCapacity: TermFeatures.most(inLine: range.count)) { keys in
                for view in View.terms {
                    scanner.forEachTerm(view, of: scan, into: &keys) { $0.append($1.key) }
                    termEnds[index * views + view.termIndex] = Int32(termKeys.count + keys.count)
                }
            }
            termKeys += keys
            phraseKeys.append(scanner.phraseKey)
        }
        let measures = PageMeasures(lines)
        Self.write(lines, measures, to: &slotValues)
        traits = measures.traits
        wordCounts = lines.map { $0.words }
        self.values = values
        self.termKeys = termKeys
        self.termEnds = ends
    }

    /// Writes the values of the slots that tell of more than the line itself.
    private static func write(
        _ lines: [PageLine], _ measures: PageMeasures, to values: inout MutableSpan<UInt16>
    ) {
        let page = PageFeatures(lines, measures)
        let neighbours = NeighbourFeatures(lines, measures)
        for index in lines.indices {
            let start = index * FeatureSpace.shared.slots.count + ShapeFeatures.slots.count
            page.write(line: index, to: &values, at: start)
            neighbours.write(line: index, to: &values, at: start + PageFeatures.slots.count)
        }
    }

    /// The values of a line, one a slot.
    package func values(of line: Int) -> ArraySlice<UInt16> {
        let slots = FeatureSpace.shared.slots.count
        return values[(line * slots)..<((line + 1) * slots)]
    }

    /// The keys of a line's terms of one view of terms. O(1).
    package func keys(_ view: View, of line: Int) -> ArraySlice<UInt32> {
        termKeys[range(view, of: line)]
    }

    /// Where the keys of a line's terms of one view stand in ``termKeys``. O(1).
    @inline(__always)
    func range(_ view: View, of line: Int) -> Range<Int> {
        let index = line * View.terms.count + view.termIndex
        return (index == 0 ? 0 : Int(termEnds[index - 1]))..<Int(termEnds[index])
    }

    /// The key of the line as one phrase; nil for a line of no token or more than eight. O(1).
    @inline(__always)
    func phraseKey(of line: Int) -> UInt32? {
        phraseKeys[line] == 0 ? nil : phraseKeys[line]
    }

    /// The keys of all terms of a line. O(1).
    package func keys(of line: Int) -> ArraySlice<UInt32> {
        let first = keys(.words, of: line).startIndex
        return termKeys[first..<keys(.grams, of: line).endIndex]
    }

    /// The names of a line's terms, in the order of their keys, and of the line as one phrase.
    /// O(line).
    static func names(of paragraph: String) -> (terms: [String], phrase: String?) {
        let bytes = Array(paragraph.utf8)
        var scanner = LineScanner()
        let scan = scanner.scan(bytes.span, 0..<bytes.count)
        let naming = TermName(bytes, scanner)
        var names: [String] = []
        scanner.forEachTerm(of: scan) { names.append(naming.name(of: $0, in: scan)) }
        return (names, scanner.phrase.map { naming.name(of: $0, in: scan) })
    }

    /// The features of given paragraphs, as of a document's.
    package init(paragraphs: [String]) {
        var bytes: [UInt8] = []
        var ranges: [Range<Int>] = []
        for text in paragraphs {
            let start = bytes.count
            bytes.append(contentsOf: text.utf8)
            ranges.append(start..<bytes.count)
            bytes.append(0x0A)
        }
        self.init(bytes.span, lines: ranges)
    }
}
