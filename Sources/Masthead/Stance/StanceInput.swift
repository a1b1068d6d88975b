/// A page as stance marking sees it: the article's paragraphs with their labels.
public struct StanceInput: Sendable {
    /// BCP 47 code of the language; nil where unknown.
    public var language: String?
    /// Names by which the outlet may call itself.
    public var outletNames: [String] = []
    /// All paragraphs of the page; only body and headline paragraphs are marked.
    public var paragraphs: [Paragraph]

    /// A page of those paragraphs.
    public init(paragraphs: [Paragraph], language: String? = nil, outletNames: [String] = []) {
        self.paragraphs = paragraphs
        self.language = language
        self.outletNames = outletNames
    }

    /// A paragraph with its label.
    public struct Paragraph: Sendable {
        /// The text whose code points the markers count.
        public var text: String
        /// What the paragraph is.
        public var label: ParagraphLabel

        /// A paragraph of that text and label.
        public init(text: String, label: ParagraphLabel) {
            self.text = text
            self.label = label
        }

        var isArticle: Bool { label == .body || label == .headline }
    }

    /// An annotated document; its unlabelled paragraphs count as article text.
    public init(_ document: AnnotatedDocument) {
        paragraphs = document.paragraphs.map { paragraph in
            switch paragraph.label {
            case .label(let label): Paragraph(text: paragraph.text, label: label)
            case .boilerplate: Paragraph(text: paragraph.text, label: .navigation)
            case .none: Paragraph(text: paragraph.text, label: .body)
            }
        }
        language = document.language
        outletNames = Self.outletNames(name: document.outlet?.name, url: document.url)
    }

    /// Names of an outlet: the given one, without its article, and those in its address.
    static func outletNames(name: String?, url: String?) -> [String] {
        var names: [String] = []
        if var name {
            names.append(name)
            for article in ["Der ", "Die ", "Das ", "The "] where name.hasPrefix(article) {
                name.removeFirst(article.count)
                names.append(name)
            }
        }
        if let url, let host = AnnotatedDocument.host(of: url) {
            let parts = host.split(separator: ".").map(String.init)
            // The last part is the country or kind; two- and three-letter parts before it
            // ("co.uk") may be one too, and only names of capitals are that short ("lto").
            for part in parts.dropLast() where part.count >= 3 && !Self.services.contains(part) {
                names.append(part)
            }
        }
        return names
    }

    private static let services: Set<String> = [
        "www", "news", "blog", "mobile", "amp", "faktencheck", "info", "edition", "com", "net",
        "org", "the",
    ]
}
