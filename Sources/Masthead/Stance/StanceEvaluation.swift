/// How well found markers agree with annotated ones.
public struct StanceEvaluation: Sendable, Hashable {
    /// Agreement on ranges, for one category or all.
    public struct Score: Sendable, Hashable {
        /// Annotated markers.
        public var annotated = 0
        /// Found markers.
        public var found = 0
        /// Found markers with exactly an annotated range of the category.
        public var exact = 0
        /// Found markers that share a code point with an annotated one of the category, each
        /// annotated marker counted once.
        public var overlapping = 0

        /// No markers.
        public init() {}

        /// Harmonic mean of precision and recall on exact ranges, 0 to 1; 0 without markers.
        public var exactF1: Double { f1(exact) }
        /// The same on overlapping ranges.
        public var overlappingF1: Double { f1(overlapping) }
        /// Share of found markers whose range and category are annotated.
        public var precision: Double { found == 0 ? 0 : Double(exact) / Double(found) }
        /// Share of annotated markers that were found exactly.
        public var recall: Double { annotated == 0 ? 0 : Double(exact) / Double(annotated) }

        mutating func merge(_ other: Score) {
            annotated += other.annotated
            found += other.found
            exact += other.exact
            overlapping += other.overlapping
        }

        private func f1(_ hits: Int) -> Double {
            annotated + found == 0 ? 0 : 2 * Double(hits) / Double(annotated + found)
        }
    }

    /// Correct decisions among those made.
    public struct Accuracy: Sendable, Hashable {
        /// Correct ones.
        public var correct = 0
        /// All.
        public var count = 0
        /// Share of correct ones, 0 to 1; 0 where none was made.
        public var share: Double { count == 0 ? 0 : Double(correct) / Double(count) }

        /// No decisions.
        public init() {}

        mutating func merge(_ other: Accuracy) {
            correct += other.correct
            count += other.count
        }
    }

    /// Scores by category, in the order of `StanceCategory.allCases`.
    public private(set) var categories = [Score](
        repeating: Score(), count: StanceCategory.count)
    /// Over all categories.
    public private(set) var all = Score()
    /// Whose words the marker stands in, on markers found exactly.
    public private(set) var voice = Accuracy()
    /// Polarity of naming, on those found exactly.
    public private(set) var namingPolarity = Accuracy()
    /// Whether the source is named, on attributions found exactly.
    public private(set) var anonymity = Accuracy()

    /// An evaluation of no document.
    public init() {}

    /// Adds a document. O(markers²).
    public mutating func add(found: [StanceMarker], annotated: [AnnotatedMarker]) {
        add(found: found.map(StanceMark.init), annotated: annotated.compactMap(StanceMark.init))
    }

    /// Adds the counts of another evaluation.
    public mutating func merge(_ other: StanceEvaluation) {
        for index in categories.indices { categories[index].merge(other.categories[index]) }
        all.merge(other.all)
        voice.merge(other.voice)
        namingPolarity.merge(other.namingPolarity)
        anonymity.merge(other.anonymity)
    }

    mutating func add(found: [StanceMark], annotated: [StanceMark]) {
        var overlapped: Set<StanceMark> = []
        for mark in annotated { count(mark) { $0.annotated += 1 } }
        for mark in found {
            count(mark) { $0.found += 1 }
            if let match = annotated.first(where: {
                $0.place == mark.place && $0.category == mark.category
            }) {
                count(mark) { $0.exact += 1 }
                compare(mark, match)
            }
            let touched = annotated.first {
                $0.paragraph == mark.paragraph && $0.category == mark.category
                    && $0.range.overlaps(mark.range) && !overlapped.contains($0)
            }
            if let touched {
                overlapped.insert(touched)
                count(mark) { $0.overlapping += 1 }
            }
        }
    }

    private mutating func count(_ mark: StanceMark, _ change: (inout Score) -> Void) {
        change(&categories[Int(mark.category.rawValue)])
        change(&all)
    }

    private mutating func compare(_ mark: StanceMark, _ match: StanceMark) {
        voice.count += 1
        if mark.voice == match.voice { voice.correct += 1 }
        if mark.category == .naming, let polarity = match.polarity {
            namingPolarity.count += 1
            if mark.polarity == polarity { namingPolarity.correct += 1 }
        }
        if mark.category == .attribution, let anonymous = match.anonymous {
            anonymity.count += 1
            if mark.anonymous == anonymous { anonymity.correct += 1 }
        }
    }
}
