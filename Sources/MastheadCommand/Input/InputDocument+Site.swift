import Masthead

extension InputDocument {
    /// The site of a document: the record's `site`, else what ``AnnotatedDocument/group(by:)``
    /// makes of its `url`; of a plain text, the folder that it lies in. Nil where nothing tells it.
    func site(in batch: Batch) -> String? {
        switch batch.content {
        case .document, .window:
            return batch.source.split(separator: "/").dropLast().last.map { String($0) }
        default: break
        }
        var document = AnnotatedDocument(id: "", paragraphs: [])
        document.url = value(of: "url")?.string
        if let site = value(of: "site") { document.other["site"] = site }
        let site = document.group(by: "site")
        return site.isEmpty ? nil : site
    }

    /// The value of a member of the record.
    func value(of name: String) -> JSONValue? {
        guard let json = members.last(where: { $0.name == name })?.json else { return nil }
        return try? JSONValue(json: json)
    }
}
