/// The twelve kinds of wording by which a text shows where it stands.
///
/// The raw value is the class's index in counts and model files and is never changed.
public enum StanceCategory: UInt8, CaseIterable, Sendable, Hashable {
    /// A contested designation where competing ones exist for the same referent.
    case naming
    /// Other emotionally charged wording.
    case loaded
    /// Withholds commitment (Hyland 2005).
    case hedge
    /// Expresses certainty (Hyland 2005).
    case booster
    /// The writer's evaluation (Hyland 2005).
    case attitude
    /// Names the source without comment.
    case attribution
    /// Shows the source to be right.
    case endorsement
    /// Refuses commitment to what the source says.
    case distancing
    /// A short quoted string used at a distance, not a quotation of a speaker.
    case scareQuotes
    /// A verb form that marks indirect speech: the German Konjunktiv I.
    case reportedSpeech
    /// The author or the outlet about itself.
    case selfMention
    /// Addresses the reader.
    case engagement

    /// The number of categories, 12.
    public static let count = 12

    /// The name used in files and on the command line, for example `scare-quotes`.
    public var name: String { Self.names[Int(rawValue)] }

    /// The category of that name, or nil where there is none.
    public init?(name: some StringProtocol) {
        guard let index = Self.names.firstIndex(where: { $0 == name }) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    private static let names = [
        "naming", "loaded", "hedge", "booster", "attitude", "attribution", "endorsement",
        "distancing", "scare-quotes", "reported-speech", "self-mention", "engagement",
    ]
}

/// Which way a designation or a charged word leans towards what it names.
public enum StancePolarity: UInt8, CaseIterable, Sendable, Hashable {
    /// Presents the referent as rightful.
    case legitimising
    /// Takes no side between the competing designations.
    case neutral
    /// Presents the referent as wrongful.
    case delegitimising
    /// Charged in favour, of `loaded` and `attitude`.
    case positive
    /// Charged against, of `loaded` and `attitude`.
    case negative

    /// The name used in files.
    public var name: String { Self.names[Int(rawValue)] }

    /// The polarity of that name, or nil where there is none.
    public init?(name: some StringProtocol) {
        guard let index = Self.names.firstIndex(where: { $0 == name }) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    private static let names = [
        "legitimising", "neutral", "delegitimising", "positive", "negative",
    ]
}
