import Foundation
import Testing

@Suite("Stance tables: content")
struct StanceTablesContentTests {
    /// Verbs whose category the annotation rules fix.
    static let german = [
        "endorsement": ["betonen", "bestätigen", "einräumen", "belegen", "unterstreichen"],
        "attribution": [
            "sagen", "erklären", "mitteilen", "berichten", "fordern", "warnen", "kritisieren",
            "ankündigen", "laut", "zufolge",
        ],
        "distancing": ["behaupten", "angeblich", "soll", "will", "sogenannt"],
        "hedge": ["mutmaßlich", "wohl", "könnte", "dürfte"],
    ]
    static let english = [
        "endorsement": ["confirm", "stress", "acknowledge", "show"],
        "attribution": ["say", "tell", "warn", "according to", "announce"],
        "distancing": ["claim", "allegedly", "so-called"],
        "hedge": ["perhaps", "could", "likely"],
    ]

    @Test(
        "Terms stand in the category that the annotation rules give them",
        arguments: [("de", german), ("en", english)])
    func rules(language: String, expected: [String: [String]]) throws {
        let rows = try StanceTablesReader.rows(language)
        for (category, terms) in expected {
            for term in terms {
                let found = Set(rows.filter { $0.term == term }.map(\.category))
                #expect(found == [category], "\(term): \(found.sorted())")
            }
        }
    }

    @Test("Approximators of numbers are in no table")
    func numbers() throws {
        let approximators: Set = [
            "rund", "etwa", "ungefähr", "circa", "knapp", "fast", "nahezu", "about", "around",
            "approximately", "nearly", "almost", "environ", "около", "примерно", "yaklaşık",
        ]
        var problems = Problems()
        for language in StanceTablesReader.languages {
            for row in try StanceTablesReader.rows(language) {
                problems.note(approximators.contains(row.term), row, language)
            }
        }
        #expect(problems.found == [])
    }

    @Test("Strong and separable verbs list their forms")
    func germanVerbs() throws {
        let rows = try StanceTablesReader.rows("de").filter { $0.form == "lemma-verb" }
        let cases = [
            ("zurückweisen", "zurückgewiesen", "wies"), ("ankündigen", "anzukündigen", "kündigt"),
            ("bekanntgeben", "bekanntgab", "gab"), ("hervorheben", "hervorgehoben", "hob"),
        ]
        for (verb, joined, finite) in cases {
            let row = try #require(rows.first { $0.term == verb }, "\(verb)")
            #expect(row.forms.contains(joined), "\(verb)")
            let parts = row.attributes["finite"]?.split(separator: ",").map(String.init) ?? []
            #expect(parts.contains(finite), "\(verb)")
        }
        let deny = try #require(rows.first { $0.term == "bestreiten" })
        #expect(Set(["bestreitet", "bestritt", "bestritten"]).isSubset(of: deny.forms))
    }

    /// Lower bounds a few points under what the tables reach, so that a lost block of rows shows.
    /// Konjunktiv forms of verbs that no table has are told by their form.
    static let bounds: [(String, String, Double)] = [
        ("de", "attribution", 0.80), ("de", "reported-speech", 0.90), ("de", "hedge", 0.90),
        ("de", "booster", 0.85), ("de", "distancing", 0.85), ("de", "endorsement", 0.85),
        ("en", "attribution", 0.90), ("en", "hedge", 0.90), ("en", "booster", 0.85),
        ("en", "distancing", 0.90), ("en", "endorsement", 0.85),
    ]

    @Test("The tables cover the markers of the training documents", arguments: bounds)
    func coverage(language: String, category: String, bound: Double) throws {
        var known: Set<String> = []
        for row in try StanceTablesReader.rows(language) where row.category == category {
            let finite = row.attributes["finite"]?.split(separator: ",").map(String.init) ?? []
            for form in row.forms + finite {
                let endings = row.form == "lemma-adj" ? ["", "e", "en", "em", "er", "es"] : [""]
                for ending in endings { known.insert(form.lowercased() + ending) }
            }
            // A phrase may be marked by its first part alone.
            if row.form == "phrase", let first = row.term.lowercased().firstPart(of: row) {
                known.insert(first)
            }
        }
        let marked = try StanceTablesReader.markedTexts(language, category: category)
        #expect(marked.count >= 40)
        let covered = marked.count { known.contains($0.lowercased()) }
        let share = Double(covered) / Double(max(marked.count, 1))
        #expect(share >= bound, "\(language) \(category): \(covered) of \(marked.count)")
    }
}

extension String {
    /// The part of a phrase that its row declares to be the marker.
    fileprivate func firstPart(of row: StanceTermRow) -> String? {
        switch row.attributes["mark"] {
        case "1": split(separator: " ").first.map(String.init)
        case "all": self
        default:
            split(separator: "…").first.map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }
}

extension StanceTablesReader {
    /// The marked texts of one category in the annotated training documents of one language.
    static func markedTexts(_ language: String, category: String) throws -> [String] {
        let folder = trainingData.appending(path: "documents/\(language)")
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        var texts: [String] = []
        for file in files where file.pathExtension == "jsonl" {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let page = try JSONDecoder().decode(MarkedPage.self, from: Data(line.utf8))
                texts += page.texts(of: category)
            }
        }
        return texts
    }
}

/// What these tests need of an annotated document.
private struct MarkedPage: Decodable {
    struct Paragraph: Decodable { var text: String }
    struct Marker: Decodable {
        var paragraph: Int
        var start: Int
        var end: Int
        var category: String
    }
    var paragraphs: [Paragraph]
    var markers: [Marker]?

    func texts(of category: String) -> [String] {
        (markers ?? []).filter { $0.category == category }.map { marker in
            // Offsets count Unicode scalars.
            let scalars = Array(paragraphs[marker.paragraph].text.unicodeScalars)
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[marker.start..<marker.end])
            return String(text)
        }
    }
}
