import Testing

@Suite("Stance tables: form")
struct StanceTablesFormTests {
    static let categories: Set = [
        "naming", "loaded", "hedge", "booster", "attitude", "attribution", "endorsement",
        "distancing", "reported-speech", "self-mention", "engagement",
    ]
    static let forms: Set = [
        "word", "lemma-verb", "lemma-noun", "lemma-adj", "phrase", "prefix", "suffix",
    ]
    static let values: [String: Set<String>] = [
        "polarity": [
            "legitimising", "neutral", "delegitimising", "positive", "negative",
        ],
        "weak": ["true"], "anonymous": ["true"], "case": ["upper", "lower"],
        "mark": ["1", "first", "last", "all"], "who": ["author", "outlet"],
        "subtype": [
            "reportative", "modal", "konjunktiv-1", "konjunktiv-2", "parenthetic", "conditional",
        ],
    ]
    static let free: Set = ["forms", "particle", "finite", "except", "referent", "topic"]

    @Test(
        "Every row has a known category, form and attributes",
        arguments: StanceTablesReader.languages)
    func vocabulary(language: String) throws {
        for row in try StanceTablesReader.rows(language) {
            #expect(Self.categories.contains(row.category), "line \(row.line)")
            #expect(Self.forms.contains(row.form), "line \(row.line)")
            for (key, value) in row.attributes {
                let known = Self.values[key]?.contains(value) ?? Self.free.contains(key)
                #expect(known, "line \(row.line): \(key)=\(value)")
            }
        }
    }

    @Test("Only phrases hold spaces and gaps", arguments: StanceTablesReader.languages)
    func spaces(language: String) throws {
        for row in try StanceTablesReader.rows(language) {
            #expect(row.term.contains(" ") == (row.form == "phrase"), "line \(row.line)")
            #expect(!row.term.contains("  ") && !row.term.contains("..."), "line \(row.line)")
            for form in row.forms.dropFirst() {
                #expect(!form.contains(" ") && !form.isEmpty, "line \(row.line): \(form)")
            }
            let parts = row.term.split(separator: " ", omittingEmptySubsequences: false)
            #expect(parts.first != "…" && parts.last != "…", "line \(row.line)")
            #expect(parts.allSatisfy { $0 == "…" || !$0.contains("…") }, "line \(row.line)")
        }
    }

    @Test(
        "Attributes stand only where they mean something",
        arguments: StanceTablesReader.languages)
    func places(language: String) throws {
        for row in try StanceTablesReader.rows(language) {
            let has = { (key: String) in row.attributes[key] != nil }
            #expect(has("particle") == has("finite"), "line \(row.line)")
            #expect(!has("particle") || row.form == "lemma-verb", "line \(row.line)")
            #expect(!has("mark") || row.form == "phrase", "line \(row.line)")
            #expect(!has("except") || ["prefix", "suffix"].contains(row.form), "line \(row.line)")
            #expect(!has("anonymous") || row.category == "attribution", "line \(row.line)")
            #expect(
                has("polarity") == ["naming", "loaded", "attitude"].contains(row.category),
                "line \(row.line)")
            #expect(has("who") == (row.category == "self-mention"), "line \(row.line)")
        }
    }

    @Test("A separable verb's particle begins its joined forms")
    func particles() throws {
        for row in try StanceTablesReader.rows("de") {
            guard let particle = row.attributes["particle"] else { continue }
            #expect(row.forms.allSatisfy { $0.hasPrefix(particle) }, "line \(row.line)")
        }
    }

    @Test("No term stands twice with one sense", arguments: StanceTablesReader.languages)
    func duplicates(language: String) throws {
        var seen: [String: Int] = [:]
        for row in try StanceTablesReader.rows(language) {
            let referent = row.attributes["referent"] ?? ""
            let sense = [row.category, row.term, row.form, referent].joined(separator: "\t")
            let earlier = seen.updateValue(row.line, forKey: sense)
            #expect(earlier == nil, "line \(row.line) repeats line \(earlier ?? 0)")
        }
    }

    @Test(
        "Outside naming and verb forms a term has one category",
        arguments: StanceTablesReader.languages)
    func oneCategory(language: String) throws {
        var categories: [String: Set<String>] = [:]
        for row in try StanceTablesReader.rows(language)
        where !["naming", "reported-speech", "engagement"].contains(row.category) {
            categories[row.form + " " + row.term, default: []].insert(row.category)
        }
        for (term, found) in categories { #expect(found.count == 1, "\(term): \(found.sorted())") }
    }

    @Test("The reader names the line that is wrong")
    func faults() {
        func fault(_ lines: String...) -> StanceTableError? {
            let text = ([StanceTablesReader.header] + lines).joined(separator: "\n")
            do throws(any Error) { _ = try StanceTablesReader.rows(of: text) } catch {
                return error as? StanceTableError
            }
            return nil
        }
        let good = "hedge\twohl\tword\t\t\town"
        #expect(fault(good) == nil)
        #expect(fault(good, "hedge\twohl")?.line == 3)
        #expect(fault("hedge\t wohl\tword\t\t\town")?.expected == "no space around a cell")
        #expect(fault("hedge\t\tword\t\t\town")?.expected == "a term and a reference")
        #expect(fault("hedge\twohl\tword\tweak\t\town")?.line == 2)
        #expect(fault("hedge\twohl\tword\tweak=true;weak=true\t\town")?.line == 2)
    }
}
