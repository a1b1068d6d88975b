/// The credits of a document as annotated: what credits are measured against.
struct AnnotatedCredits: Sendable {
    /// What is said of a range: the source's name and the kind of its cue.
    struct Mention: Sendable, Hashable {
        let name: String
        let cue: String
    }

    /// The mentions by place.
    private(set) var mentions: [PageRange: Mention] = [:]

    /// The member `credits` of a document, as `masthead label` prints it; nil where it has none
    /// and credits are not annotated.
    init?(_ document: AnnotatedDocument) {
        guard let credits = document.other["credits"]?.array else { return nil }
        for credit in credits.compactMap(\.object) {
            for mention in (credit["mentions"]?.array ?? []).compactMap(\.object) {
                guard let paragraph = mention["paragraph"]?.integer,
                    let start = mention["start"]?.integer, let end = mention["end"]?.integer,
                    start < end
                else { continue }
                mentions[PageRange(paragraph: paragraph, range: start..<end)] = Mention(
                    name: credit["name"]?.string ?? "", cue: mention["cue"]?.string ?? "")
            }
        }
    }
}

/// Annotated credits of documents whose texts stay elsewhere, for samples that have none.
package struct CreditTable: Sendable {
    /// The member `credits` by identifier and regime.
    private var credits: [String: [JSONValue]] = [:]
    /// Hashes of paragraphs by document.
    private var hashes: [String: [(paragraph: Int, hash: String)]] = [:]

    static let columns = [
        "document", "regime", "paragraph", "start", "end", "source", "kind", "paragraph-hash",
    ]

    /// A table of one mention a line: identifier and regime of the document, paragraph, code
    /// points, name, kind of cue, and the FNV-1a hash of the paragraph's text, which tells that
    /// the text is the one that was annotated. A document without credits has a line with a hyphen
    /// in each other column. Throws where a line is not of that shape. O(size).
    package init(_ text: String, table: String) throws(OutletTableError) {
        let lines = try TableLines(text, name: table, columns: Self.columns)
        for (line, fields) in lines.rows {
            let key = Self.key(fields[0], fields[1])
            credits[key, default: []] += []
            if fields[2] == "-" { continue }
            var numbers: [Int] = []
            for column in 2...4 {
                guard let number = Int(fields[column]), number >= 0 else {
                    throw lines.error(
                        line, .notANumber(column: Self.columns[column], value: fields[column]))
                }
                numbers.append(number)
            }
            credits[key, default: []].append(
                .object([
                    "name": .string(fields[5]),
                    "mentions": .array([
                        .object([
                            "paragraph": .integer(numbers[0]), "start": .integer(numbers[1]),
                            "end": .integer(numbers[2]), "cue": .string(fields[6]),
                        ])
                    ]),
                ]))
            hashes[key, default: []].append((numbers[0], fields[7]))
        }
    }

    private static func key(_ id: String, _ regime: String) -> String { "\(id)\t\(regime)" }

    /// The document with the table's credits where it has none of its own; nil where the table
    /// was made of another text. O(text).
    package func completed(_ document: AnnotatedDocument) -> AnnotatedDocument? {
        let key = Self.key(document.id, document.other["regime"]?.string ?? Regime.page.name)
        guard document.other["credits"] == nil, let credits = credits[key] else {
            return document
        }
        for (paragraph, hash) in hashes[key] ?? [] {
            guard document.paragraphs.indices.contains(paragraph),
                Self.hash(document.paragraphs[paragraph].text) == hash
            else { return nil }
        }
        var completed = document
        completed.other["credits"] = .array(credits)
        return completed
    }

    private static func hash(_ text: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
