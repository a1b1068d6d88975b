import NaiveBayes
import Testing

@testable import Masthead

@Suite struct OutletEvaluationTests {
    private func document(_ id: String, site: String? = nil) -> AnnotatedDocument {
        var document = AnnotatedDocument(
            id: id, paragraphs: [AnnotatedParagraph(text: "Foto: dpa", label: .label(.caption))])
        if let site { document.other["site"] = .string(site) }
        return document
    }

    private func findings(_ texts: [(String, ParagraphLabel)]) throws -> SourceFindings {
        SourceFindings(
            page: texts.map { LabeledText(text: $0.0, label: $0.1) },
            tables: try OutletCorpus.tables())
    }

    private func vector(_ style: OutletStyle, _ probability: Float) -> ClassVector {
        var vector = ClassVector.mask(OutletStyle.count) * ((1 - probability) / 10)
        vector[Int(style.rawValue)] = probability
        return vector
    }

    @Test func sitesCompleteWhatADocumentDoesNotSay() throws {
        var table = SiteTable()
        try table.add("domain\toutlet\tstyle\na.example\t\tblog\n", table: "one.tsv")
        try table.add("domain\toutlet\tstyle\na.example\tA\t\nb.example\tB\ttabloid\n", table: "2")
        #expect(
            table.completed(document("1", site: "a.example")).outlet
                == AnnotatedOutlet(name: "A", style: "blog"))
        #expect(table.completed(document("2", site: "c.example")).outlet == nil)
        var known = document("3")
        known.url = "https://www.b.example/page"
        known.outlet = AnnotatedOutlet(name: nil, style: "reference")
        #expect(
            table.completed(known).outlet == AnnotatedOutlet(name: "B", style: "reference"))
    }

    @Test(
        arguments: [
            ("domain\tstyle\n", 1), ("domain\toutlet\tstyle\n\tA\tblog\n", 2),
            ("domain\toutlet\tstyle\na\tA\tgazette\n", 2), ("", 1),
        ])
    func badTablesOfSitesAreNamed(text: String, line: Int) {
        var table = SiteTable()
        #expect {
            try table.add(text, table: "t.tsv")
        } throws: { error in
            (error as? OutletTableError)?.line == line
        }
    }

    @Test func creditsAreMeasuredByRange() throws {
        let head = CreditTable.columns.joined(separator: "\t")
        // FNV-1a of "Foto: dpa".
        let table = try CreditTable(
            head + "\n1\tpage\t0\t6\t9\tdpa\tphoto\t\(Self.hash)\n2\tpage\t-\t-\t-\t-\t-\t-\n",
            table: "credits.tsv")
        var evaluation = OutletEvaluation()
        let right = try findings([("Foto: dpa", .caption)])
        evaluation.add(right, of: try #require(table.completed(document("1"))))
        evaluation.add(right, of: try #require(table.completed(document("2"))))
        evaluation.add(right, of: try #require(table.completed(document("3"))))
        evaluation.add(
            try findings([("Foto: Anna Muster", .caption)]),
            of: try #require(table.completed(document("1"))))
        #expect(evaluation.credits.truePositives == 1)
        #expect(evaluation.credits.falsePositives == 1)
        #expect(evaluation.credits.falseNegatives == 1)
        #expect(evaluation.rightCues == 1)
        #expect(evaluation.rightNames == 1)
        var other = document("1")
        other.paragraphs[0].text = "Foto: afp"
        #expect(table.completed(other) == nil)
        #expect(throws: OutletTableError.self) {
            try CreditTable(head + "\n1\tpage\tx\t6\t9\tdpa\tphoto\t0\n", table: "credits.tsv")
        }
    }

    private static let hash: String = {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in "Foto: dpa".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }()

    @Test func aWrongNameIsTwoErrors() throws {
        var evaluation = OutletEvaluation()
        var page = document("1")
        page.outlet = AnnotatedOutlet(name: "Kölner Stadt-Anzeiger", style: nil)
        let named = try findings([("KStA abonnieren", .subscription)])
        evaluation.add(named, of: page)
        page.outlet?.name = "WAZ"
        evaluation.add(named, of: page)
        evaluation.add(try findings([("Menü", .navigation)]), of: page)
        evaluation.add(named, of: document("2"))
        #expect(evaluation.names.truePositives == 1)
        #expect(evaluation.names.falsePositives == 1)
        #expect(evaluation.names.falseNegatives == 2)
    }

    @Test func reportsStylesBySliceAndOverAssignments() throws {
        var evaluation = OutletEvaluation(breakdowns: ["language"])
        #expect(evaluation.isEmpty)
        var page = document("1")
        page.outlet = AnnotatedOutlet(name: nil, style: "blog")
        page.language = "de"
        for _ in 0..<20 {
            evaluation.add(vector(.blog, 0.8), of: page, assignment: 0)
            evaluation.add(vector(.tabloid, 0.3), of: page, assignment: 1)
        }
        let lines = evaluation.tsv.split(separator: "\n")
        #expect(lines.contains("all\tstyle.accuracy\t0.500000"))
        #expect(lines.contains("language=de\tstyle.pages\t20.000000"))
        #expect(lines.contains("language=de\tstyle.saidShare\t0.500000"))
        #expect(lines.contains("language=de\tstyle.saidAccuracy\t1.000000"))
        // (20 · 0.2 + 20 · 0.3) / 40.
        #expect(lines.contains("all\tstyle.calibrationError\t0.250000"))
        #expect(lines.contains("all\tstyle=blog.recall\t0.500000"))
        #expect(lines.contains("all\tstyle=blog.support\t20.000000"))
        // Said of half of the pages, in the mean of the two assignments.
        #expect(lines.contains("all\tstyle=tabloid.said\t10.000000"))
        #expect(evaluation.text.contains("language=de"))
        #expect(evaluation.markdown.contains("| all | 20 | 0.500 |"))
        let slices = try #require(evaluation.json.object?["slices"]?.object)
        #expect(slices["all"]?.object?["style.accuracy"] == .number(0.5))
    }
}
