import Testing

@testable import Masthead

@Suite struct EvaluationTextTests {
    private func report() throws -> EvaluationReport {
        var settings = EvaluationSettings()
        settings.breakdowns = ["language", "regime", "family"]
        settings.bootstrap?.resamples = 50
        return EvaluationReport(
            of: try EvaluationSample.random(60, seed: 1), settings: settings)
    }

    @Test func numbersAreRoundedToFixedDecimals() {
        #expect(fixed(0.9665) == "0.967")
        #expect(fixed(0.0004) == "0.000")
        #expect(fixed(-0.0004) == "0.000")
        #expect(fixed(-0.25, 2) == "-0.25")
        #expect(fixed(0.9999) == "1.000")
        #expect(fixed(12.05, 1) == "12.1")
        #expect(fixed(95, 0) == "95")
        #expect(fixed(nil) == "–")
        #expect(fixed(.nan) == "–")
        #expect(fixed(.infinity) == "–")
        #expect(fixed(BootstrapInterval(low: 0.1, high: 0.25)) == "0.100–0.250")
    }

    @Test func textIsAlignedAndFitsTheColumns() throws {
        let text = try report().text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.unicodeScalars.count <= 100 })
        #expect(lines.allSatisfy { $0.last != " " })
        for name in EvaluationFigure.main.map(\.name) + ParagraphLabel.allCases.map(\.name)
            + ["language=de", "regime=residue", "95 % interval", "Keeping over thresholds"]
        {
            #expect(text.contains(name))
        }
    }

    @Test func tablesAlignEveryColumn() {
        var table = ReportTable(["name", "n", "share"])
        table.rows = [["ä", "10", "0.5"], ["longer", "7", "–"]]
        #expect(
            table.text == """
                name     n  share
                ä       10    0.5
                longer   7      –

                """)
        table.rows = [["a|b", "1", "2"]]
        #expect(
            table.markdown == """
                | name | n | share |
                | --- | ---: | ---: |
                | a\\|b | 1 | 2 |

                """)
    }

    @Test func tsvHasALineForEveryFigureOfEverySlice() throws {
        let report = try report()
        let rows = report.tsv.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        #expect(rows.allSatisfy { $0.count == 5 })
        #expect(rows.count == 1 + (1 + report.slices.count) * EvaluationFigure.all.count)
        let row = try #require(rows.first { $0[0] == "all" && $0[1] == "accuracy" })
        #expect(isClose(Double(row[2]), report.all.value(of: .accuracy), within: 1e-6))
        let interval = try #require(report.all.intervals[.accuracy])
        #expect(isClose(Double(row[3]), interval.low, within: 1e-6))
        #expect(isClose(Double(row[4]), interval.high, within: 1e-6))
    }

    @Test func namesWithTabsAndBreaksStayInTheirCell() throws {
        let scored = try EvaluationSample.document(
            [("a", .label(.body), .body)], language: "d\te\n|x")
        let report = EvaluationReport(of: [scored], settings: EvaluationSample.plain)
        #expect(report.tsv.contains("language=d e |x\taccuracy\t1.000000\t\t"))
        #expect(report.markdown.contains("| language=d e \\|x | 1 |"))
    }

    @Test func jsonHoldsTheFiguresOfEverySlice() throws {
        let report = try report()
        let value = try JSONValue(json: report.json.jsonLine.utf8)
        let members = try #require(value.object)
        #expect(members["data digest"]?.string == report.dataDigest)
        #expect(members["curve"]?.array?.count == 101)
        let slices = try #require(members["slices"]?.array)
        #expect(slices.count == 1 + report.slices.count)
        let all = try #require(slices[0].object)
        #expect(all["name"]?.string == "all")
        let figures = try #require(all["figures"]?.object)
        #expect(figures.count == EvaluationFigure.all.count)
        for figure in EvaluationFigure.all {
            #expect(
                isClose(
                    figures[figure.name]?.number, report.all.value(of: figure), within: 1e-6))
        }
        let rows = try #require(all["confusion"]?.array).compactMap(\.array)
        #expect(rows.map(\.count) == Array(repeating: 13, count: 13))
        let sum = rows.joined().compactMap(\.integer).reduce(0, +)
        #expect(sum == report.all.typedParagraphs)
        #expect(all["reliability"]?.object?["body"]?.array?.count == 15)
    }

    @Test func markdownHoldsTheConfusionMatrix() throws {
        let report = try report()
        let lines = report.markdown.split(separator: "\n")
        let header = try #require(lines.firstIndex { $0.hasPrefix("| right \\ said |") })
        let cells = lines[header + 2].split(separator: "|").map { $0.filter { $0 != " " } }
        #expect(cells.count == 14)
        #expect(cells[0] == "body")
        #expect(Int(cells[1]) == report.all.confusion[.body, .body])
        for line in lines where line.hasPrefix("|") { #expect(line.hasSuffix("|")) }
    }
}
