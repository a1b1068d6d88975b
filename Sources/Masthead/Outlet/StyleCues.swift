/// The cues of ``StyleCueTable``, found by the keys of a page's words and pairs of words.
struct StyleCues: Sendable {
    static let shared = StyleCues(StyleCueTable.text)

    /// Names of the cues.
    let names: [String]
    /// Whether each cue is looked for in the article instead of around it.
    let inWriting: [Bool]
    /// The place of each term in ``ends``.
    private var places = HashedEdges()
    /// The cues of all terms, one term's behind the other's.
    private(set) var cues: [UInt8] = []
    /// Where the cues of each term end, which begin where the ones before end.
    private var ends = [0]
    /// One bit for the upper 16 bits of a key, first around the article, then in it: most terms
    /// are no cue, and are told so by it.
    private let filter: [UInt64]
    private static let half = 1 << 10

    /// The cues of a table's text: names, and indented below each its wordings with commas.
    init(_ text: String) {
        var names: [String] = []
        var wordings: [String] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix(" ") {
                wordings[wordings.count - 1] += line
            } else {
                names.append(String(line))
                wordings.append("")
            }
        }
        var cues: [UInt32: [UInt8]] = [:]
        for (index, list) in wordings.enumerated() {
            for wording in list.split(separator: ",") {
                let words = wording.split(separator: " ")
                let view: View = words.count == 1 ? .words : .bigrams
                let name = words.joined(separator: " ")
                guard let key = TermName.key(view, name) else { continue }
                let known = cues[key] ?? []
                if known.last != UInt8(index) { cues[key] = known + [UInt8(index)] }
            }
        }
        inWriting = names.map { $0.hasSuffix("writing") }
        var filter = [UInt64](repeating: 0, count: 2 * Self.half)
        for (key, list) in cues {
            for cue in list {
                let half = inWriting[Int(cue)] ? Self.half : 0
                filter[half + Int(key >> 22)] |= 1 << UInt64(key >> 16 & 63)
            }
        }
        self.filter = filter
        self.names = names
        let sorted = cues.sorted { $0.key < $1.key }
        for (place, item) in sorted.enumerated() {
            _ = places.child(of: 0, by: UInt64(item.key), addingAs: UInt32(place))
            self.cues += item.value
            ends.append(self.cues.count)
        }
    }

    /// Whether terms of a view may be cues in a part of a page: in the article only words are.
    static func mayStand(in part: StylePart, _ view: View) -> Bool {
        part == .article ? view == .words : part != .headline
    }

    /// The cues that a term is a wording of, at least those that count in the article or around
    /// it, as a range of ``cues``. O(1).
    @inline(__always)
    func cues(of key: UInt32, inArticle: Bool) -> Range<Int> {
        let word = filter[(inArticle ? Self.half : 0) + Int(key >> 22)]
        guard word >> UInt64(key >> 16 & 63) & 1 != 0,
            let place = places.child(of: 0, by: UInt64(key))
        else { return 0..<0 }
        return ends[Int(place)]..<ends[Int(place) + 1]
    }
}

/// How often each cue stands in a page.
struct StyleCueTally {
    /// Lines with the cue around the article, or its occurrences in the article.
    private(set) var counts: [Int32]
    /// Lines of at most four words among them.
    private(set) var short: [Int32]
    private var lastLine: [Int32]
    private let cues = StyleCues.shared

    /// Values by count, and their lower edges: the first three give how often in how many lines,
    /// the last how often among the words of the article.
    private static let countEdges: [5 of Int32] = [1, 2, 4, 8, 16]
    private static let shareEdges: [4 of Float] = [0.001, 0.01, 0.03, 0.08]
    private static let shortEdges: [4 of Int32] = [1, 2, 4, 8]
    private static let wordEdges: [6 of Float] = [0.0001, 0.002, 0.005, 0.01, 0.02, 0.04]

    /// Slots of a cue: lines, share of the lines, short lines; their numbers of values.
    static let slotValues = [7, 5, 5]

    init() {
        let count = StyleCues.shared.names.count
        counts = Array(repeating: 0, count: count)
        short = counts
        lastLine = Array(repeating: -1, count: count)
    }

    /// Notes the cues of a term of a line. O(1).
    @inline(__always)
    mutating func note(_ key: UInt32, line: Int, isShort: Bool, inArticle: Bool) {
        for place in cues.cues(of: key, inArticle: inArticle) {
            let cue = Int(cues.cues[place])
            if cues.inWriting[cue] != inArticle { continue }
            if inArticle {
                counts[cue] += 1
            } else if lastLine[cue] != Int32(line) {
                lastLine[cue] = Int32(line)
                counts[cue] += 1
                if isShort { short[cue] += 1 }
            }
        }
    }

    /// The values of all slots, cue after cue.
    func values(lines: Int, articleWords: Int) -> [UInt8] {
        var values: [UInt8] = []
        for cue in counts.indices {
            if cues.inWriting[cue] {
                let rate = Float(counts[cue]) / Float(max(articleWords, 1))
                values += [UInt8(bin(rate, Self.wordEdges)), 0, 0]
            } else {
                let share = Float(counts[cue]) / Float(max(lines, 1))
                values.append(UInt8(bin(counts[cue], Self.countEdges)))
                values.append(UInt8(bin(share, Self.shareEdges)))
                values.append(UInt8(bin(short[cue], Self.shortEdges)))
            }
        }
        return values
    }
}
