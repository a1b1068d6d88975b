/// A range of the article that shows where the text stands: how something is put, never
/// whether it is true.
public struct StanceMarker: Sendable, Hashable {
    /// Index of the paragraph on its page.
    public let paragraph: Int
    /// Unicode code points in the paragraph's text, half-open.
    public let range: Range<Int>
    /// The kind of wording.
    public let category: StanceCategory
    /// What else is known of it.
    public let attributes: Attributes
    /// Whose words the marker stands in.
    public let voice: Voice
    /// Code points of the paragraph that name the speaker of the quotation around the marker;
    /// nil where the voice is the writer's or no speech verb names one.
    public let speaker: Range<Int>?
    /// Why it was marked.
    public let reason: Reason

    /// A marker with all it says.
    public init(
        paragraph: Int, range: Range<Int>, category: StanceCategory,
        attributes: Attributes = Attributes(), voice: Voice = .writer, speaker: Range<Int>? = nil,
        reason: Reason
    ) {
        self.paragraph = paragraph
        self.range = range
        self.category = category
        self.attributes = attributes
        self.voice = voice
        self.speaker = speaker
        self.reason = reason
    }

    /// Whose words a marker stands in.
    public enum Voice: String, CaseIterable, Sendable, Hashable {
        /// The text's own.
        case writer
        /// Inside a quotation.
        case quoted
    }

    /// Attributes by category; nil and empty where the category has none.
    public struct Attributes: Sendable, Hashable {
        /// Which way a designation, a charged word or an evaluation leans.
        public var polarity: StancePolarity?
        /// What a designation names, in the words of the term table.
        public var referent: String?
        /// Competing designations of the same referent, by polarity, as the term table lists them.
        public var alternatives: String?
        /// Of an attribution: the source is not named.
        public var anonymous: Bool?

        /// No attributes.
        public init() {}
    }

    /// Why a range was marked.
    public struct Reason: Sendable, Hashable {
        /// The rule or table row that proposed the range, for example `term "betonen"`.
        public let source: String
        /// Probability of the category in this context, 0 to 1.
        public let probability: Float
        /// Probability that had to be reached for the category.
        public let threshold: Float

        /// A reason of that source and strength.
        public init(source: String, probability: Float, threshold: Float) {
            self.source = source
            self.probability = probability
            self.threshold = threshold
        }
    }
}
