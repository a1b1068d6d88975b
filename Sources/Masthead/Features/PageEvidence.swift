/// The features of every line of a page: the one function that training and use share.
package struct PageEvidence {
    /// The lines that have a word or a mark; the others carry no features.
    package let count: Int
    /// One value a slot, line after line: the stride is the number of slots.
    package private(set) var values: [UInt16] = []
    /// The keys of the terms of all lines, line after line and in a line view after view, in the
    /// order of ``View/terms``.
    package private(set) var termKeys: [UInt32] = []
    /// Where the keys of each line and view end in ``termKeys``, four numbers a line; each
    /// begins where the one before it ends, the first at 0.
    package private(set) var termEnds: [Int32] = []
    /// What tells a whole page from residue (``PageGate``).
    package let traits: [UInt8]
    /// Words of each line.
    package private(set) var wordCounts: [Int] = []

    /// The features of the lines that stand at `ranges` of the UTF-8 `text`. O(bytes).
    package init(_ text: Span<UInt8>, lines ranges: [Range<Int>]) {
        var scanner = LineScanner()
        let scans = ranges.map { scanner.scan(text, $0) }
        let tokens = scanner.tokens
        let lines = scans.map { PageLine($0, tokens: tokens) }
        let measures = PageMeasures(lines, tokens: tokens)
        let page = PageFeatures(lines, measures)
        let neighbours = NeighbourFeatures(lines, measures)
        let termFeatures = TermFeatures(scanner)
        count = ranges.count
        traits = measures.traits
        wordCounts = scans.map(\.words)
        values.reserveCapacity(ranges.count * FeatureSpace.shared.slots.count)
        for (index, scan) in scans.enumerated() {
            ShapeFeatures(scan).append(to: &values)
            page.append(line: index, to: &values)
            neighbours.append(line: index, to: &values)
            for view in View.terms {
                termFeatures.visit(view, of: scan) { termKeys.append($0.key) }
                termEnds.append(Int32(termKeys.count))
            }
        }
    }

    /// The values of a line, one a slot.
    package func values(of line: Int) -> ArraySlice<UInt16> {
        let slots = FeatureSpace.shared.slots.count
        return values[(line * slots)..<((line + 1) * slots)]
    }

    /// The keys of a line's terms of one view of terms. O(1).
    package func keys(_ view: View, of line: Int) -> ArraySlice<UInt32> {
        let index = line * View.terms.count + view.termIndex
        return termKeys[(index == 0 ? 0 : Int(termEnds[index - 1]))..<Int(termEnds[index])]
    }

    /// The key of the line as one phrase; none of a line of more than eight tokens. O(1).
    func wholeLineKey(of line: Int) -> ArraySlice<UInt32> {
        let phrases = keys(.phrases, of: line)
        // Its start and its end, which are phrases too, come in a pair and behind it.
        return phrases.prefix(phrases.count % 2)
    }

    /// The keys of all of a line's terms. O(1).
    package func keys(of line: Int) -> ArraySlice<UInt32> {
        let first = keys(.words, of: line).startIndex
        return termKeys[first..<keys(.phrases, of: line).endIndex]
    }

    /// The names of a line's terms, in the order of their keys. O(line).
    static func termNames(of paragraph: String) -> [String] {
        let bytes = Array(paragraph.utf8)
        var scanner = LineScanner()
        let scan = scanner.scan(bytes.span, 0..<bytes.count)
        let naming = TermName(bytes, scanner)
        var names: [String] = []
        TermFeatures(scanner).visit(scan) { names.append(naming.name(of: $0, in: scan)) }
        return names
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
