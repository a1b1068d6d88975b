/// A wording around which credits, translations and figures are looked for.
public struct CreditCue: Sendable, Hashable {
    /// What the wording announces.
    public let kind: Kind
    /// The wording; capitals count.
    public let wording: String
    /// What it stands for: a country's code for places and countries, else free for notes.
    public let value: String

    /// What a wording announces.
    public enum Kind: String, CaseIterable, Sendable {
        /// An abbreviation whose full stop ends no sentence.
        case abbreviation
        /// A source that follows it: "laut", "told".
        case before
        /// An author: "Von", "By".
        case byline
        /// A source that stands right before it after a hyphen: "Reuters-Bericht".
        case compound
        /// A notice of copyright.
        case copyright
        /// A country, with its code.
        case country
        /// A foreign theme's English that a translated page left over.
        case leftover
        /// A lower-case word inside an organisation's name.
        case link
        /// The last word of many newspapers' names.
        case masthead
        /// What stands in a slot without naming a source: "privat".
        case nosource
        /// The kind of a source that is named next: "Nachrichtenagentur".
        case noun
        /// A word that marks a name as an organisation's.
        case organisation
        /// A lower-case word inside a person's name.
        case particle
        /// A photograph's provider.
        case photo
        /// A capital or large town, with its country's code.
        case place
        /// A preposition, which takes a name out of the reach of a cue before it.
        case preposition
        /// A pronoun that begins a sentence.
        case pronoun
        /// What ends a notice of copyright.
        case rights
        /// A source line, or a note that the text comes from elsewhere.
        case source
        /// A note of translation.
        case translated
        /// A source that precedes it: "berichtet", "reported".
        case after
    }

    /// A cue.
    public init(kind: Kind, wording: String, value: String) {
        self.kind = kind
        self.wording = wording
        self.value = value
    }

    /// The columns of `cues.tsv`.
    static let columns = ["kind", "wording", "value"]

    /// The cues of a table with the columns `kind`, `wording` and `value`. Throws where a line is
    /// not of that shape. O(size).
    public static func rows(
        of text: String, table: String = "cues.tsv"
    ) throws(OutletTableError) -> [CreditCue] {
        let lines = try TableLines(text, name: table, columns: columns)
        var rows: [CreditCue] = []
        for (line, fields) in lines.rows {
            rows.append(
                CreditCue(
                    kind: try lines.value(fields[0], column: "kind", line: line),
                    wording: try lines.wording(fields[1], column: "wording", line: line),
                    value: fields[2]))
        }
        return rows
    }
}
