/// One page with the labels of its paragraphs: training sample, evaluation sample, correction
/// and output of `masthead label` are all of this shape.
public struct AnnotatedDocument: Sendable, Hashable {
    /// A name for the document; empty where the input gave none.
    public var id = ""
    /// The page's address.
    public var url: String?
    /// BCP 47 code of the language, for example `de`; nil where unknown.
    public var language: String?
    /// The outlet's own name and style, as annotated.
    public var outlet: AnnotatedOutlet?
    /// The paragraphs in the order of the page.
    public var paragraphs: [AnnotatedParagraph]
    /// The stance markers, where annotated; nil means not annotated, empty means none.
    public var markers: [AnnotatedMarker]?
    /// All other keys of the record, passed through untouched (`site`, `family`, `regime`, …).
    public var other: [String: JSONValue] = [:]

    /// A document of the given paragraphs.
    public init(id: String = "", paragraphs: [AnnotatedParagraph]) {
        self.id = id
        self.paragraphs = paragraphs
    }

    /// The group that must not be split between training and test: the value of `key`
    /// (for example `family` or `site`), else the outlet's name, else the address's host,
    /// else the identifier.
    public func group(by key: String = "family") -> String {
        if let value = other[key]?.string { return value }
        if let name = outlet?.name { return name }
        if let url, let host = Self.host(of: url) { return host }
        return id
    }

    static func host(of url: String) -> String? {
        guard let scheme = url.firstRange(of: "://") else { return nil }
        let host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !host.isEmpty else { return nil }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)
    }
}

/// A paragraph of an annotated document.
public struct AnnotatedParagraph: Sendable, Hashable {
    /// The paragraph's text, without line breaks at its ends.
    public var text: String
    /// What is known of its label.
    public var label: Annotation
    /// How far the label is to be trusted, 0 to 1; 1 for a label given by hand.
    public var weight: Double = 1
    /// All other keys of the record, passed through untouched.
    public var other: [String: JSONValue] = [:]

    /// A paragraph of that text and annotation.
    public init(text: String, label: Annotation) {
        self.text = text
        self.label = label
    }

    /// What a sample says of a paragraph's label.
    public enum Annotation: Sendable, Hashable {
        /// One of the thirteen labels.
        case label(ParagraphLabel)
        /// Not the article, type unknown: every label but `body` and `headline`.
        case boilerplate
        /// Nothing is known; skipped in training and evaluation.
        case none
    }
}

/// The outlet of an annotated document.
public struct AnnotatedOutlet: Sendable, Hashable {
    /// The outlet's name.
    public var name: String?
    /// The name of its style, one of those in `Documentation/labels.md`.
    public var style: String?

    /// An outlet of that name and style.
    public init(name: String?, style: String?) {
        self.name = name
        self.style = style
    }
}

/// A stance marker of an annotated document.
public struct AnnotatedMarker: Sendable, Hashable {
    /// Index of the paragraph.
    public var paragraph: Int
    /// Unicode code points in the paragraph's text, half-open.
    public var range: Range<Int>
    /// Name of the category.
    public var category: String
    /// Attributes such as `polarity`, `referent`, `voice`.
    public var attributes: [String: JSONValue]

    /// A marker on that range.
    public init(
        paragraph: Int, range: Range<Int>, category: String, attributes: [String: JSONValue] = [:]
    ) {
        self.paragraph = paragraph
        self.range = range
        self.category = category
        self.attributes = attributes
    }
}
