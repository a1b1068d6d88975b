import NaiveBayes

/// How often a set of texts shows where it stands, and by which wordings.
public struct StanceProfile: Sendable, Hashable {
    /// What rates are kept for.
    public struct Slot: Sendable, Hashable {
        /// The kind of wording.
        public let category: StanceCategory
        /// Which way it leans; nil where the category has no polarity.
        public let polarity: StancePolarity?
        /// Whose words it stands in.
        public let voice: StanceMarker.Voice

        /// A slot of those.
        public init(
            category: StanceCategory, polarity: StancePolarity?, voice: StanceMarker.Voice
        ) {
            self.category = category
            self.polarity = polarity
            self.voice = voice
        }
    }

    /// A wording with how much it sets the texts apart.
    public struct Distinction: Sendable, Hashable {
        /// The wording in lower case.
        public let wording: String
        /// The kind of wording.
        public let category: StanceCategory
        /// Occurrences in these texts and in the reference.
        public let count: Int
        /// Occurrences in the reference.
        public let referenceCount: Int
        /// The comparison.
        public let odds: LogOdds
    }

    private struct Wording: Sendable, Hashable {
        let text: String
        let category: StanceCategory
    }

    /// Words of article text.
    public private(set) var words = 0
    /// Markers by slot.
    public private(set) var counts: [Slot: Int] = [:]
    private var wordings: [Wording: Int] = [:]

    /// A profile of no text.
    public init() {}

    /// Adds a page with its markers. O(text + markers).
    public mutating func add(_ markers: [StanceMarker], of page: StanceInput) {
        for paragraph in page.paragraphs where paragraph.isArticle {
            words += StanceScan(paragraph.text, stemming: .none).tokens.count { $0.kind != .mark }
        }
        for marker in markers {
            let slot = Slot(
                category: marker.category, polarity: marker.attributes.polarity,
                voice: marker.voice)
            counts[slot, default: 0] += 1
            let scalars = Array(page.paragraphs[marker.paragraph].text.unicodeScalars)
            var text = ""
            text.unicodeScalars.append(contentsOf: scalars[marker.range])
            wordings[Wording(text: text.lowercased(), category: marker.category), default: 0] += 1
        }
    }

    /// Adds the counts of another profile. O(slots + wordings).
    public mutating func merge(_ other: StanceProfile) {
        words += other.words
        counts.merge(other.counts, uniquingKeysWith: +)
        wordings.merge(other.wordings, uniquingKeysWith: +)
    }

    /// The slots of a category in which there are markers: by polarity as
    /// `StancePolarity.allCases` has them, none first, then the writer's before the quoted.
    public func slots(of category: StanceCategory) -> [Slot] {
        let polarities: [StancePolarity?] = [nil] + StancePolarity.allCases
        return polarities.flatMap { polarity in
            StanceMarker.Voice.allCases.map {
                Slot(category: category, polarity: polarity, voice: $0)
            }
        }.filter { counts[$0, default: 0] > 0 }
    }

    /// Markers of a slot.
    public func count(in slot: Slot) -> Int { counts[slot, default: 0] }

    /// Markers of a slot per 1,000 words; 0 without words.
    public func rate(in slot: Slot) -> Double {
        words == 0 ? 0 : 1000 * Double(count(in: slot)) / Double(words)
    }

    /// How a slot's rate compares with a reference.
    public func odds(in slot: Slot, against reference: StanceProfile) -> LogOdds {
        LogOdds(
            count: count(in: slot), of: words, against: reference.count(in: slot),
            of: reference.words)
    }

    /// Markers that match, nil matching all.
    public func count(
        of category: StanceCategory? = nil, polarity: StancePolarity? = nil,
        voice: StanceMarker.Voice? = nil
    ) -> Int {
        counts.reduce(0) { sum, item in
            let fits =
                (category == nil || item.key.category == category)
                && (polarity == nil || item.key.polarity == polarity)
                && (voice == nil || item.key.voice == voice)
            return fits ? sum + item.value : sum
        }
    }

    /// Markers that match per 1,000 words; 0 without words.
    public func rate(
        of category: StanceCategory? = nil, polarity: StancePolarity? = nil,
        voice: StanceMarker.Voice? = nil
    ) -> Double {
        if words == 0 { return 0 }
        return 1000 * Double(count(of: category, polarity: polarity, voice: voice))
            / Double(words)
    }

    /// How a category's rate compares with a reference.
    public func odds(
        of category: StanceCategory, polarity: StancePolarity? = nil,
        voice: StanceMarker.Voice? = nil, against reference: StanceProfile
    ) -> LogOdds {
        LogOdds(
            count: count(of: category, polarity: polarity, voice: voice), of: words,
            against: reference.count(of: category, polarity: polarity, voice: voice),
            of: reference.words)
    }

    /// The wordings that set the texts apart from a reference, highest z-score first, equal
    /// ones by spelling. O(wordings log wordings).
    public func distinctions(against reference: StanceProfile) -> [Distinction] {
        wordings.map { wording, count in
            let other = reference.wordings[wording] ?? 0
            return Distinction(
                wording: wording.text, category: wording.category, count: count,
                referenceCount: other,
                odds: LogOdds(
                    count: count, of: words, against: other, of: reference.words))
        }.sorted { (one: Distinction, two: Distinction) -> Bool in
            if one.odds.z != two.odds.z { return one.odds.z > two.odds.z }
            if one.wording != two.wording { return one.wording < two.wording }
            return one.category.rawValue < two.category.rawValue
        }
    }
}
