import NaiveBayes

/// Aggregates analysed pages into one profile a site, in memory that does not grow with the
/// number of pages.
///
/// Words and lines are counted by hash. Where a site has more different ones than
/// ``entryLimit``, those counted least so far are forgotten (after the lossy counting of Manku
/// and Motwani 2002), so frequent ones stay and their counts are lower bounds.
public struct SiteProfiles: Sendable {
    /// The most different words and the most different lines that are kept for a site.
    public static let entryLimit = 50_000

    private var sites: [String: SiteTally] = [:]
    private let limit: Int

    /// No pages.
    public init() { self.init(entryLimit: Self.entryLimit) }

    init(entryLimit: Int) { limit = max(entryLimit, 2) }

    /// Adds a page: its paragraphs, its figures by name, and the names of the sources it
    /// credits. O(text).
    public mutating func add(
        site: String, paragraphs: [LabeledParagraph], figures: [String: PageFigure],
        credits: [String]
    ) {
        var tally = sites[site] ?? SiteTally(limit: limit)
        tally.add(paragraphs, figures, credits)
        sites[site] = tally
    }

    /// The profiles, sorted by site, each with at most `limit` words, lines and credits.
    /// O(words of all sites).
    public func profiles(limit: Int = 20) -> [SiteProfile] {
        var all: [UInt64: Double] = [:]
        for tally in sites.values {
            for (hash, entry) in tally.words.entries {
                all[hash, default: 0] += Double(entry.count)
            }
        }
        let total = all.values.reduce(0, +)
        return sites.keys.sorted().compactMap { site in
            sites[site]?.profile(site, limit: limit, all: all, total: total)
        }
    }
}

/// What is counted of one site's pages.
private struct SiteTally {
    private(set) var words: BoundedCounts
    private var lines: BoundedCounts
    private var credits: [String: Int] = [:]
    private var figures: [String: (count: Int, sum: Double, squares: Double, limit: Double?)] = [:]
    private var pages = 0

    init(limit: Int) {
        words = BoundedCounts(limit: limit)
        lines = BoundedCounts(limit: limit)
    }

    mutating func add(
        _ paragraphs: [LabeledParagraph], _ values: [String: PageFigure], _ names: [String]
    ) {
        pages += 1
        var seen = Set<UInt64>()
        for paragraph in paragraphs {
            let bytes = Array(paragraph.text.utf8)
            var scanner = LineScanner()
            let scan = scanner.scan(bytes.span, 0..<bytes.count)
            var hash: UInt64 = 0
            for token in scanner.tokens { hash = TermKey.joined(hash, token.hash) }
            if scan.words > 0 && seen.insert(hash).inserted {
                lines.add(hash) { paragraph.text }
            }
            if paragraph.label.disposition == .content { addWords(scanner.tokens, bytes) }
        }
        for name in Set(names) { credits[name, default: 0] += 1 }
        for (name, figure) in values where figure.value.isFinite {
            let old = figures[name] ?? (0, 0, 0, figure.limit)
            figures[name] = (
                old.count + 1, old.sum + figure.value, old.squares + figure.value * figure.value,
                old.limit
            )
        }
    }

    private mutating func addWords(_ tokens: ArraySlice<Token>, _ bytes: [UInt8]) {
        for token in tokens where token.isAlphabetic {
            words.add(token.hash) {
                let range = Int(token.start)..<Int(token.start + token.length)
                return String(decoding: bytes[range], as: UTF8.self).lowercased()
            }
        }
    }

    func profile(
        _ site: String, limit: Int, all: [UInt64: Double], total: Double
    ) -> SiteProfile {
        SiteProfile(
            site: site, pages: pages,
            figures: figures.mapValues {
                MeanWithInterval(
                    count: $0.count, sum: $0.sum, squares: $0.squares, limit: $0.limit)
            },
            characteristicWords: Array(characteristic(all, total).prefix(limit)),
            repeatedLines: ranked(
                lines.entries.values.filter { $0.count >= 2 && $0.count * 10 >= pages }
                    .map { ($0.text, $0.count) }, limit),
            credits: ranked(credits.map { ($0.key, $0.value) }, limit))
    }

    private func ranked(_ counts: [(String, Int)], _ limit: Int) -> [SiteProfile.Counted] {
        counts.sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }.prefix(limit)
            .map { SiteProfile.Counted(text: $0.0, pages: $0.1) }
    }

    /// Words used at least three times, with z above 1.96: below, chance is enough.
    ///
    /// The prior is the words' shares of all sites times a thousand pseudo-words, or a tenth of
    /// the words of all sites where that is less, so that it never outweighs what was counted.
    private func characteristic(
        _ all: [UInt64: Double], _ total: Double
    ) -> [SiteProfile.CharacteristicWord] {
        let own = words.entries.values.reduce(0.0) { $0 + Double($1.count) }
        let priorTotal = min(1000, total / 10)
        if total <= own { return [] }
        var found: [SiteProfile.CharacteristicWord] = []
        for (hash, entry) in words.entries where entry.count >= 3 {
            let count = Double(entry.count)
            let everywhere = all[hash] ?? count
            let odds = LogOdds(
                count, of: own, against: everywhere - count, of: total - own,
                prior: everywhere / total * priorTotal, priorTotal: priorTotal)
            if odds.z > 1.96 {
                found.append(
                    .init(word: entry.text, count: entry.count, logOdds: odds.value, z: odds.z))
            }
        }
        return found.sorted { $0.z != $1.z ? $0.z > $1.z : $0.word < $1.word }
    }
}

/// Counts by hash of at most `limit` different things, each with its first text.
private struct BoundedCounts {
    private(set) var entries: [UInt64: (count: Int, text: String)] = [:]
    private let limit: Int
    /// Things counted no higher than this are forgotten next time room is needed.
    private var floor = 1

    init(limit: Int) { self.limit = limit }

    mutating func add(_ hash: UInt64, _ text: () -> String) {
        if let index = entries.index(forKey: hash) {
            entries.values[index].count += 1
            return
        }
        while entries.count >= limit {
            entries = entries.filter { $0.value.count > floor }
            if entries.count >= limit { floor += 1 }
        }
        entries[hash] = (1, text())
    }
}
