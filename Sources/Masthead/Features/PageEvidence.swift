/// The features of every line of a page: the one function that training and use share.
package struct PageEvidence {
    /// The lines that have a word or a mark; the others carry no features.
    package let count: Int
    /// One value a slot, line after line.
    package private(set) var values: [UInt16] = []
    /// The terms of all lines.
    package private(set) var terms: [Term] = []
    /// The terms of each line, as ranges of `terms`.
    package private(set) var termRanges: [Range<Int>] = []
    /// Number of lines (4) × share of prose (6): what kind of page it looks like.
    package let kind: Int
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
        let termFeatures = TermFeatures(tokens)
        count = ranges.count
        kind = measures.kind
        wordCounts = scans.map(\.words)
        values.reserveCapacity(ranges.count * FeatureSpace.shared.slots.count)
        for (index, scan) in scans.enumerated() {
            ShapeFeatures(scan).append(to: &values)
            page.append(line: index, to: &values)
            neighbours.append(line: index, to: &values)
            let first = terms.count
            termFeatures.visit(scan) { terms.append($0) }
            termRanges.append(first..<terms.count)
        }
    }

    /// The values of a line, one a slot.
    package func values(of line: Int) -> ArraySlice<UInt16> {
        let slots = FeatureSpace.shared.slots.count
        return values[(line * slots)..<((line + 1) * slots)]
    }

    /// The names of a line's terms, in the order of ``terms``. O(line).
    static func termNames(of paragraph: String) -> [String] {
        let bytes = Array(paragraph.utf8)
        var scanner = LineScanner()
        let scan = scanner.scan(bytes.span, 0..<bytes.count)
        let naming = TermName(bytes, tokens: scanner.tokens)
        var names: [String] = []
        TermFeatures(scanner.tokens).visit(scan) { names.append(naming.name(of: $0, in: scan)) }
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
