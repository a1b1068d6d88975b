/// What is known of the outlets of sites, for samples that do not say it themselves.
package struct SiteTable: Sendable {
    private var outlets: [String: AnnotatedOutlet] = [:]

    /// Nothing known.
    package init() {}

    /// Adds a table with the columns `domain`, `outlet` and `style`; an empty one of the last two
    /// is not known. Throws where a line is not of that shape. O(size).
    package mutating func add(
        _ text: String, table: String
    ) throws(OutletTableError) {
        let lines = try TableLines(text, name: table, columns: ["domain", "outlet", "style"])
        for (line, fields) in lines.rows {
            guard !fields[0].isEmpty else { throw lines.error(line, .empty(column: "domain")) }
            guard fields[2].isEmpty || OutletStyle(name: fields[2]) != nil else {
                throw lines.error(
                    line,
                    .unknown(
                        column: "style", value: fields[2],
                        allowed: OutletStyle.allCases.map(\.name)))
            }
            var known = outlets[fields[0]] ?? AnnotatedOutlet(name: nil, style: nil)
            if !fields[1].isEmpty { known.name = fields[1] }
            if !fields[2].isEmpty { known.style = fields[2] }
            outlets[fields[0]] = known
        }
    }

    /// The document, with what is known of its site where it says nothing of its outlet itself.
    package func completed(_ document: AnnotatedDocument) -> AnnotatedDocument {
        let site = document.other["site"]?.string ?? document.url.flatMap(AnnotatedDocument.host)
        guard let known = site.flatMap({ outlets[$0] }) else { return document }
        var completed = document
        completed.outlet = AnnotatedOutlet(
            name: document.outlet?.name ?? known.name, style: document.outlet?.style ?? known.style)
        return completed
    }
}
