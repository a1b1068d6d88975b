extension StyleSample {
    /// How much a page counts when weights are fitted, chosen by cross-validation on German
    /// pages (`Documentation/style.md`): pages in other languages have other styles in front,
    /// and documents written for the project are clearer than found ones.
    private static let otherLanguageWeight: Float = 0.2
    private static let writtenWeight: Float = 0.3

    /// The sample of a document that names its outlet's style; nil where it names none.
    ///
    /// `labels` are those of its paragraphs as the label model gives them; without, its own.
    /// A page that was found somewhere has a `site` key, one written for a project has none.
    /// O(text).
    package init?(
        _ document: AnnotatedDocument, labels: [ParagraphLabel]? = nil, group key: String = "family"
    ) {
        guard let name = document.outlet?.style, let style = OutletStyle(name: name) else {
            return nil
        }
        let own = document.paragraphs.map { paragraph -> ParagraphLabel? in
            switch paragraph.label {
            case .label(let label): label
            // Any label but those of the article puts the line into the same part.
            case .boilerplate: .navigation
            case .none: nil
            }
        }
        let isWritten = document.other["site"] == nil
        self.init(
            page: StylePage(
                PageEvidence(paragraphs: document.paragraphs.map(\.text)), labels: labels ?? own),
            style: style, group: document.group(by: key), language: document.language,
            fitWeight: isWritten
                ? Self.writtenWeight
                : document.language == "de" ? 1 : Self.otherLanguageWeight)
    }
}
