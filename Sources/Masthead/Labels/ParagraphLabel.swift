/// What a paragraph of a scraped page is for.
///
/// The thirteen labels and their borderline cases are described in `Documentation/labels.md`.
/// Raw values are the indices of the label in count tables and probability vectors.
public enum ParagraphLabel: UInt8, CaseIterable, Sendable, Hashable {
    /// Running article text: lead, quotes, lists, questions and answers, ticker entries.
    case body
    /// Title, kicker or subheading of this article.
    case headline
    /// Author, date and time, dateline, agency signature, reading time, source line.
    case byline
    /// Image or video caption, photo credit.
    case caption
    /// The publisher speaking in its own name.
    case notice
    /// Ads, sponsored and affiliate text, ad-slot labels.
    case advertisement
    /// Share, follow, like, print, save, app and push prompts.
    case share
    /// Newsletter, paywall, registration, donation, membership.
    case subscription
    /// Teasers and links to other pieces, most-read lists, tag lists.
    case related
    /// Reader comments, comment form, counters.
    case comments
    /// Menus, breadcrumbs, section names, search, pagination, footer links.
    case navigation
    /// Cookie, privacy and tracking dialogs, embed-consent stubs.
    case consent
    /// Code, placeholders, encoding debris, player and gallery chrome, bare numbers.
    case debris

    /// The number of labels, 13: the length of every probability vector.
    public static let count = 13

    /// The name used in files and on the command line, for example `body`.
    public var name: String { Self.names[Int(rawValue)] }

    /// The label of that name, or nil where there is none. The names are those of ``name``.
    public init?(name: some StringProtocol) {
        guard let index = Self.names.firstIndex(where: { $0 == name }) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    /// What cleaning does with paragraphs of this label.
    public var disposition: Disposition {
        switch self {
        case .body, .headline: .content
        case .byline, .caption, .notice: .ancillary
        default: .boilerplate
        }
    }

    private static let names = [
        "body", "headline", "byline", "caption", "notice", "advertisement", "share",
        "subscription", "related", "comments", "navigation", "consent", "debris",
    ]
}

/// What cleaning does with a paragraph.
public enum Disposition: String, CaseIterable, Sendable, Hashable {
    /// Kept by default: the article.
    case content
    /// Belongs to the article but is kept only on request.
    case ancillary
    /// Not the article.
    case boilerplate
}
