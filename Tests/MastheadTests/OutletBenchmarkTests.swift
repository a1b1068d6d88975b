@testable import Masthead
import Testing

/// Measurements on the collections of "../shared", which are not part of the project. Each is
/// skipped where its environment variable names no unpacked file; `Benchmarks/credits.md` has the
/// commands and the results.
struct OutletBenchmarkTests {
    /// A range of the annotation: document, regime, paragraph, code points.
    private struct Place: Hashable {
        let document: String
        let paragraph: Int
        let range: Range<Int>
    }

    private struct Score {
        var right = 0
        var wrong = 0
        var missed = 0
        var precision: Double { Double(right) / Double(max(right + wrong, 1)) }
        var recall: Double { Double(right) / Double(max(right + missed, 1)) }
        var f1: Double { Double(2 * right) / Double(max(2 * right + wrong + missed, 1)) }
    }

    private static func key(_ document: AnnotatedDocument) -> String {
        "\(document.id)#\(document.other["regime"]?.string ?? "")"
    }

    private static func hash(_ text: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The annotation: the documents, and the source, kind and paragraph's hash of each range.
    private struct Annotation {
        var documents: Set<String> = []
        var ranges: [Place: (source: String, kind: String, hash: String)] = [:]

        init() throws {
            let lines = try TableLines(
                try #require(OutletCorpus.text("Benchmarks/credits.tsv")), name: "credits.tsv",
                columns: [
                    "document", "regime", "paragraph", "start", "end", "source", "kind",
                    "paragraph-hash",
                ])
            for (_, fields) in lines.rows {
                let document = "\(fields[0])#\(fields[1])"
                documents.insert(document)
                guard let paragraph = Int(fields[2]), let start = Int(fields[3]),
                    let end = Int(fields[4])
                else { continue }
                ranges[Place(document: document, paragraph: paragraph, range: start..<end)] =
                    (fields[5], fields[6], fields[7])
            }
        }
    }

    @Test(.enabled(if: OutletCorpus.names("MASTHEAD_DEV_PAGES")))
    func creditsOfTheAnnotatedPages() throws {
        let pages = try #require(OutletCorpus.pages("MASTHEAD_DEV_PAGES"))
        var annotation = try Annotation()
        let tables = try OutletCorpus.tables()
        var score = Score()
        var (kinds, names) = (0, 0)
        for page in pages where annotation.documents.remove(Self.key(page)) != nil {
            let key = Self.key(page)
            var open = annotation.ranges.filter { $0.key.document == key }
            for (place, value) in open {
                let text = page.paragraphs[place.paragraph].text
                #expect(Self.hash(text) == value.hash, "another text at \(key)")
            }
            for credit in SourceFindings(document: page, tables: tables).credits {
                for mention in credit.mentions {
                    let place = Place(
                        document: key, paragraph: mention.place.paragraph,
                        range: mention.place.range)
                    guard let value = open.removeValue(forKey: place) else {
                        score.wrong += 1
                        continue
                    }
                    score.right += 1
                    kinds += value.kind == mention.cue.rawValue ? 1 : 0
                    names += value.source == credit.name ? 1 : 0
                }
            }
            score.missed += open.count
        }
        #expect(annotation.documents.isEmpty, "documents not in the collection")
        print(
            "credits: \(score) precision \(score.precision) recall \(score.recall) "
                + "F1 \(score.f1), of the right ones kind \(kinds), name \(names)")
        #expect(score.f1 >= 0.88)
    }

    @Test(.enabled(if: OutletCorpus.names("MASTHEAD_PAGES")))
    func namedOutletsOfTheCorpus() throws {
        let pages = try #require(OutletCorpus.pages("MASTHEAD_PAGES"))
        let lines = try TableLines(
            try #require(OutletCorpus.text("Benchmarks/named-outlets.tsv")),
            name: "named-outlets.tsv", columns: ["site", "outlet"])
        var right: Set<[String]> = []
        for (_, fields) in lines.rows { right.insert(fields) }
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
