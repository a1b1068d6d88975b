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
        var problems = Problems()
        let rows = try StanceTablesReader.rows(language)
        #expect(rows.count > 500)
        for row in rows {
            problems.note(!Self.categories.contains(row.category), row, row.category)
            problems.note(!Self.forms.contains(row.form), row, row.form)
            for (key, value) in row.attributes {
                let known = Self.values[key]?.contains(value) ?? Self.free.contains(key)
                problems.note(!known, row, "\(key)=\(value)")
            }
        }
        #expect(problems.found == [])
    }

    @Test("Only phrases hold spaces and gaps", arguments: StanceTablesReader.languages)
    func spaces(language: String) throws {
        var problems = Problems()
        for row in try StanceTablesReader.rows(language) {
            let parts = row.term.split(separator: " ", omittingEmptySubsequences: false)
            problems.note((parts.count > 1) != (row.form == "phrase"), row, "spaces")
            problems.note(parts.contains(""), row, "two spaces")
            problems.note(parts.first == "…" || parts.last == "…", row, "gap at an end")
            problems.note(parts.contains { $0 != "…" && $0.contains("…") }, row, "joined gap")
            problems.note(row.term.contains("..."), row, "three full stops")
            for form in row.forms.dropFirst() {
                problems.note(form.contains(" ") || form.isEmpty, row, "form \"\(form)\"")
            }
        }
        #expect(problems.found == [])
    }

    @Test(
        "Attributes stand only where they mean something",
        arguments: StanceTablesReader.languages)
    func places(language: String) throws {
        let judged: Set = ["naming", "loaded", "attitude"]
        var problems = Problems()
        for row in try StanceTablesReader.rows(language) {
            let has = { (key: String) in row.attributes[key] != nil }
            let open = row.form == "prefix" || row.form == "suffix"
            let voiced = row.category == "self-mention"
            let parted = ["first", "last"].contains(row.attributes["mark"])
            problems.note(has("particle") != has("finite"), row, "particle without finite forms")
            problems.note(has("particle") && row.form != "lemma-verb", row, "particle")
            problems.note(has("mark") && row.form != "phrase", row, "mark")
            problems.note(parted && !row.term.contains("…"), row, "part without a gap")
            problems.note(has("except") && !open, row, "except")
            problems.note(has("anonymous") && row.category != "attribution", row, "anonymous")
            problems.note(has("polarity") != judged.contains(row.category), row, "polarity")
            problems.note(has("who") != voiced, row, "who")
        }
        #expect(problems.found == [])
    }

    @Test("A separable verb's particle begins its joined forms")
    func particles() throws {
        var problems = Problems()
        for row in try StanceTablesReader.rows("de") {
            let particle = row.attributes["particle"] ?? ""
            problems.note(!row.forms.allSatisfy { $0.hasPrefix(particle) }, row, particle)
        }
        #expect(problems.found == [])
    }

    @Test("No term stands twice with one sense", arguments: StanceTablesReader.languages)
    func duplicates(language: String) throws {
        var seen: [String: Int] = [:]
        var problems = Problems()
        for row in try StanceTablesReader.rows(language) {
            let referent = row.attributes["referent"] ?? ""
            let sense = [row.category, row.term, row.form, referent].joined(separator: "\t")
            let earlier = seen.updateValue(row.line, forKey: sense)
            problems.note(earlier != nil, row, "repeats line \(earlier ?? 0)")
        }
        #expect(problems.found == [])
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
        #expect(categories.filter { $0.value.count > 1 }.keys.sorted() == [])
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

/// The complaints of one test about one table, so that a long table costs one expectation.
struct Problems {
    private(set) var found: [String] = []

    /// Notes a complaint about a row when there is one.
    mutating func note(_ wrong: Bool, _ row: StanceTermRow, _ what: @autoclosure () -> String) {
        if wrong { found.append("line \(row.line), \(row.term): \(what())") }
    }
}
