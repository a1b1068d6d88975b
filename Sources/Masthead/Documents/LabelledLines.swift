/// A range of a text with a label.
struct LabelledRange {
    /// Unicode code points of the text, half-open.
    var range: Range<Int>
    /// The label.
    var label: AnnotatedParagraph.Annotation
    /// Its place in the record, for errors.
    var index: Int

    /// A range from three values: start, end and name.
    init(_ values: [JSONValue], index: Int) throws(ImportError) {
        guard values.count >= 3 else { throw .badRange(index: index) }
        try self.init(values[0], values[1], values[2], index: index)
    }

    /// A range from the members of an object.
    init(_ value: JSONValue, start: String, end: String, index: Int) throws(ImportError) {
        let members = value.object ?? [:]
        try self.init(
            members[start] ?? .null, members[end] ?? .null, members["label"] ?? .null,
            index: index)
    }

    private init(
        _ start: JSONValue, _ end: JSONValue, _ name: JSONValue, index: Int
    ) throws(ImportError) {
        guard let start = start.integer, let end = end.integer, let name = name.string,
            0 <= start, start <= end
        else { throw .badRange(index: index) }
        range = start..<end
        label = try AnnotatedParagraph.Annotation(name: name)
        self.index = index
    }
}

/// The lines of a text, which labelled ranges are laid over.
struct LabelledLines {
    /// A line without the white space at its ends.
    private struct Line {
        var text: Substring.UnicodeScalarView
        /// Code points of the whole text.
        var range: Range<Int>
        /// Code points covered by each label.
        var covered: [AnnotatedParagraph.Annotation: Int] = [:]
    }

    private var lines: [Line] = []
    private var length = 0

    /// The lines of a text that are not blank. O(length).
    init(_ text: String) {
        let scalars = text.unicodeScalars[...]
        var start = scalars.startIndex
        while start < scalars.endIndex {
            let end = scalars[start...].firstIndex(where: Self.isLineBreak) ?? scalars.endIndex
            add(scalars[start..<end])
            length += end == scalars.endIndex ? 0 : 1
            start = end == scalars.endIndex ? end : scalars.index(after: end)
        }
    }

    private mutating func add(_ line: Substring.UnicodeScalarView) {
        let start = length
        length += line.count
        let unindented = line.drop(while: \.properties.isWhitespace)
        var text = unindented
        while text.last?.properties.isWhitespace ?? false { text.removeLast() }
        guard !text.isEmpty else { return }
        let first = start + line.count - unindented.count
        lines.append(Line(text: text, range: first..<first + text.count))
    }

    private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\r", "\u{2028}", "\u{2029}": true
        default: false
        }
    }

    /// Lays ranges over the lines. Throws where one goes beyond the text.
    ///
    /// What several ranges of one label cover counts once. O(lines · labels + ranges · log ranges).
    mutating func add(_ ranges: [LabelledRange]) throws(ImportError) {
        if let outside = ranges.first(where: { $0.range.upperBound > length }) {
            throw .badRange(index: outside.index)
        }
        for (label, group) in Dictionary(grouping: ranges, by: \.label) {
            let sorted = group.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
            var covered = 0
            var first = 0
            for range in sorted {
                let start = max(range.lowerBound, covered)
                guard start < range.upperBound else { continue }
                covered = range.upperBound
                while first < lines.count, lines[first].range.upperBound <= start { first += 1 }
                while first < lines.count, lines[first].range.lowerBound < covered {
                    let overlap = lines[first].range.clamped(to: start..<covered)
                    lines[first].covered[label, default: 0] += overlap.count
                    if lines[first].range.upperBound > covered { break }
                    first += 1
                }
            }
        }
    }

    /// The lines as paragraphs; those that no range covers by half have the annotation `otherwise`.
    func paragraphs(otherwise: AnnotatedParagraph.Annotation) -> [AnnotatedParagraph] {
        lines.map { line in
            let best = line.covered.max { first, second in
                first.value != second.value
                    ? first.value < second.value : first.key.order > second.key.order
            }
            let isCovered = best.map { 2 * $0.value >= line.range.count } ?? false
            return AnnotatedParagraph(
                text: String(line.text), label: isCovered ? best?.key ?? otherwise : otherwise)
        }
    }
}

extension AnnotatedParagraph.Annotation {
    /// Decides between labels that cover a line equally, so that the outcome does not depend on
    /// the order of a dictionary.
    fileprivate var order: Int {
        switch self {
        case .label(let label): Int(label.rawValue)
        case .boilerplate: ParagraphLabel.count
        case .none: ParagraphLabel.count + 1
        }
    }
}
