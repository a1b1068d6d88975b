/// An agency, outlet or provider that a page credits, with all places where it does.
public struct Credit: Sendable, Hashable {
    /// The source's canonical name, or the name as it stands where no table knows it.
    public let name: String
    /// What the source is; nil where no table knows it.
    public let kind: CreditableSource.Kind?
    /// The places, in the order of the page.
    public let mentions: [Mention]

    /// A place where a source is credited.
    public struct Mention: Sendable, Hashable {
        /// Where the source's name stands, articles and cues excluded.
        public let place: PageRange
        /// By what kind of cue it is credited.
        public let cue: Cue

        /// A mention.
        public init(place: PageRange, cue: Cue) {
            self.place = place
            self.cue = cue
        }
    }

    /// By what kind of cue a source is credited.
    public enum Cue: String, CaseIterable, Sendable {
        /// In the author's line, a source line or the closing bracket of a text.
        case signature
        /// At the beginning of a report: "BERLIN (dpa) –".
        case dateline
        /// As the provider of a picture.
        case photo
        /// In a sentence, as where something is known from.
        case attribution
        /// In a notice of copyright, that of the page's own outlet included.
        case copyright
    }

    /// A credit.
    public init(name: String, kind: CreditableSource.Kind?, mentions: [Mention]) {
        self.name = name
        self.kind = kind
        self.mentions = mentions
    }
}

extension SourceScan {
    /// The page's credits, each source once, in the order of their first mention.
    ///
    /// Looked for in the paragraphs that belong to the article or are its ancillary: teasers,
    /// menus and comments credit nobody on the article's behalf. O(length of the page).
    func credits() -> [Credit] {
        var finder = CreditFinder(tables)
        for paragraph in paragraphs { finder.find(in: paragraph) }
        let learnt = finder.learntNames
        if !learnt.isEmpty { finder.findAgain(learnt, in: paragraphs) }
        return Self.joined(finder.found, tables)
    }

    private static func joined(
        _ found: [CreditFinder.FoundCredit], _ tables: OutletTables
    ) -> [Credit] {
        var order: [String] = []
        var mentions: [String: [Credit.Mention]] = [:]
        var kinds: [String: CreditableSource.Kind] = [:]
        let sorted = found.sorted {
            ($0.place.paragraph, $0.place.range.lowerBound)
                < ($1.place.paragraph, $1.place.range.lowerBound)
        }
        for credit in sorted {
            let name = credit.row.map { tables.sources[$0].name } ?? credit.name
            if mentions[name] == nil { order.append(name) }
            if let row = credit.row { kinds[name] = tables.sources[row].kind }
            mentions[name, default: []].append(
                Credit.Mention(place: credit.place, cue: credit.cue))
        }
        return order.map { Credit(name: $0, kind: kinds[$0], mentions: mentions[$0] ?? []) }
    }
}
