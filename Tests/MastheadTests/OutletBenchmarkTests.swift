@testable import Masthead
import Testing

/// Measurements on the collections of "../shared", which are not part of the project. Each is
/// skipped where its environment variable names no unpacked file; `Benchmarks/credits.md` has the
/// commands and the results.
struct OutletBenchmarkTests {
    private struct Score {
        var right = 0
        var wrong = 0
        var missed = 0
        var precision: Double { Double(right) / Double(max(right + wrong, 1)) }
        var recall: Double { Double(right) / Double(max(right + missed, 1)) }
    }

    @Test(.enabled(if: OutletCorpus.names("MASTHEAD_DEV_PAGES")))
    func creditsOfTheAnnotatedPages() throws {
        let pages = try #require(OutletCorpus.pages("MASTHEAD_DEV_PAGES"))
        let table = try CreditTable(
            try #require(OutletCorpus.text("Benchmarks/credits.tsv")), table: "credits.tsv")
        let tables = try OutletCorpus.tables()
        var evaluation = OutletEvaluation()
        for page in pages {
            let page = try #require(table.completed(page), "another text of \(page.id)")
            evaluation.add(SourceFindings(document: page, tables: tables), of: page)
        }
        print(evaluation.text)
        #expect(evaluation.credits.support > 200)
        #expect(try #require(evaluation.credits.f1) >= 0.88)
    }

    @Test(.enabled(if: OutletCorpus.names("MASTHEAD_PAGES")))
    func namedOutletsOfTheCorpus() throws {
        let pages = try #require(OutletCorpus.pages("MASTHEAD_PAGES"))
        let lines = try TableLines(
            try #require(OutletCorpus.text("Benchmarks/named-outlets.tsv")),
            name: "named-outlets.tsv", columns: ["domain", "outlet", "style"])
        var right: Set<[String]> = []
        for (_, fields) in lines.rows { right.insert(Array(fields[..<2])) }
        let sites = Set(right.map { $0[0] })
        let tables = try OutletCorpus.tables()
        var score = Score()
        for page in pages {
            let site = page.other["site"]?.string ?? ""
            if let name = SourceFindings(document: page, tables: tables).outlets.first?.name {
                if right.contains([site, name]) {
                    score.right += 1
                } else {
                    score.wrong += 1
                    print("not among the checked pairs: \(site), \(name)")
                }
            } else if sites.contains(site) {
                score.missed += 1
            }
        }
        print("named outlets: \(score) precision \(score.precision) recall \(score.recall)")
        #expect(score.precision >= 0.99)
    }

    @Test(.enabled(if: OutletCorpus.names("MASTHEAD_PAGES")))
    func languagesOfTheCorpus() throws {
        let pages = try #require(OutletCorpus.pages("MASTHEAD_PAGES"))
        let tables = try OutletCorpus.tables()
        let known = Set(tables.languages.languages + ["ja", "zh"])
        var score = Score()
        for page in pages {
            guard let language = page.language, known.contains(language) else { continue }
            switch SourceFindings(document: page, tables: tables).language.language {
            case language: score.right += 1
            case nil: score.missed += 1
            default: score.wrong += 1
            }
        }
        print("languages: \(score) precision \(score.precision) recall \(score.recall)")
        #expect(score.precision >= 0.97)
    }
}
