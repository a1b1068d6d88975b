/// Which kind of source a page resembles.
///
/// A style is a resemblance, never a verdict; who owns an outlet is looked up in a table and not
/// read off the style. The styles are described in `Documentation/style.md`. Raw values are the
/// indices in count tables and probability vectors.
public enum OutletStyle: UInt8, CaseIterable, Sendable, Hashable {
    /// News written for other media, with datelines, signatures and editor's notes.
    case wireAgency
    /// News from an outlet that a state directs.
    case stateMedia
    /// Radio and television in public ownership, independent of the government by law.
    case publicBroadcaster
    /// Newspapers, magazines and news sites read across a country.
    case nationalPress
    /// Newspapers and news sites of a region or a town.
    case regionalPress
    /// Mass papers and gossip.
    case tabloid
    /// Trade, technical, consumer and hobby press.
    case specialistPress
    /// Collections of what others wrote: digests, reposts, press-release services.
    case aggregator
    /// One author's or a small group's own pages, with or without an agenda.
    case blog
    /// Authorities, associations, churches, universities, companies.
    case institution
    /// Encyclopedias, dictionaries, databases, forums.
    case reference

    /// The number of styles, 11: the length of every vector of probabilities.
    public static let count = 11

    /// The name used in files and on the command line, for example `wire-agency`.
    public var name: String { Self.names[Int(rawValue)] }

    /// The style of that name, or nil where there is none. The names are those of ``name``.
    public init?(name: some StringProtocol) {
        guard let index = Self.names.firstIndex(where: { $0 == name }) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    private static let names = [
        "wire-agency", "state-media", "public-broadcaster", "national-press", "regional-press",
        "tabloid", "specialist-press", "aggregator", "blog", "institution", "reference",
    ]
}
