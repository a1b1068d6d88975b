@testable import Masthead
import Testing

struct OutletTablesTests {
    private static let signatureHeader = "outlet\tstyle\tlanguage\twording\twhere\tstrength\n"
    private static let sourceHeader = "source\tkind\tuse\texact\tfolded\n"

    private func problem(_ body: () throws -> Void) -> OutletTableError? {
        do { try body() } catch { return error as? OutletTableError }
        return nil
    }

    @Test func theProjectsTablesAreReadAndRich() throws {
        let tables = try OutletCorpus.tables()
        #expect(tables.signatures.count >= 250)
        for language in ["de", "en", "fr", "ru", "tr"] {
            #expect(tables.signatures.count { $0.language == language } >= 40, "\(language)")
        }
        #expect(tables.sources.count >= 300)
        for language in ["de", "en", "es", "fr", "it", "pt", "nl", "pl", "tr", "ru", "uk", "ar"] {
            #expect(tables.languages.languages.contains(language))
        }
        #expect(Set(tables.languages.varieties) == ["de-AT", "de-CH"])
    }

    @Test func outletsTableNamesOwnersOfHighConfidenceOnly() throws {
        let text = try #require(OutletCorpus.text("TrainingData/outlets.tsv"))
        let lines = try TableLines(
            text, name: "outlets.tsv",
            columns: ["outlet", "domain", "style", "country", "language", "owner"])
        #expect(lines.rows.count >= 15)
        for (_, fields) in lines.rows {
            #expect(OutletSignature.styles.contains(fields[2]))
            #expect(!fields[5].isEmpty && fields[1].contains("."))
        }
    }

    @Test func rowsAreReadAndCommentsAndEmptyLinesSkipped() throws {
        let rows = try OutletSignature.rows(
            of: "# ours\n\n" + Self.signatureHeader
                + "KStA\tregional-press\tde\tKStA abonnieren\tboilerplate\tnames\r\n")
        #expect(
            rows == [
                OutletSignature(
                    outlet: "KStA", style: "regional-press", language: "de",
                    wording: "KStA abonnieren", place: .boilerplate, strength: .names)
            ])
    }

    @Test func errorsSayLineAndWhatWasExpected() {
        #expect(
            problem { _ = try OutletSignature.rows(of: "a\tb\n") }?.description
                == "\"signatures.tsv\", line 1: expected a first line with the columns \"outlet\", "
                + "\"style\", \"language\", \"wording\", \"where\", \"strength\", separated by tabs"
        )
        #expect(
            problem { _ = try OutletSignature.rows(of: Self.signatureHeader + "a\tb") }?.description
                == "\"signatures.tsv\", line 2: expected 6 columns separated by tabs, found 2")
        let place = problem {
            _ = try OutletSignature.rows(
                of: Self.signatureHeader + "A\tblog\tde\tw\tfooter\tnames", table: "mine.tsv")
        }
        #expect(
            place?.description == "\"mine.tsv\", line 2: column \"where\" is \"footer\", expected "
                + "one of \"boilerplate\", \"article\", \"any\"")
        #expect(
            problem {
                _ = try OutletSignature.rows(
                    of: Self.signatureHeader + "A\tweekly\tde\tw\tany\tnames")
            }?.line == 2)
        #expect(
            problem { _ = try LanguageTable("language\tword\trate\nde\tund\t0\n") }?.description
                == "\"languages.tsv\", line 2: column \"rate\" is \"0\", expected a whole number "
                + "above 0")
    }

    @Test func wordingsThatCannotMatchOrStandForTwoAreRefused() {
        let long = Array(repeating: "x", count: 40).joined(separator: " ")
        let row = { (outlet: String, wording: String) in
            "\(outlet)\tblog\tde\t\(wording)\tany\tnames\n"
        }
        #expect(
            problem {
                _ = try OutletSignature.rows(of: Self.signatureHeader + row("A", long))
            }?.problem == .unmatchable(wording: long, longest: PhraseMatcher.longestPhrase))
        #expect(
            problem {
                _ = try OutletSignature.rows(
                    of: Self.signatureHeader + row("A", "© A") + row("B", "© A"))
            }?.problem == .taken(wording: "© A", by: "A"))
        #expect(
            problem {
                _ = try CreditableSource.rows(
                    of: Self.sourceHeader + "AP\tagency\tfree\tAP\t\nX\tagency\tfree\tAP\t\n")
            }?.problem == .taken(wording: "=AP", by: "AP"))
        #expect(
            problem {
                _ = try CreditableSource.rows(of: Self.sourceHeader + "AP\tagency\tfree\t\t\n")
            }?.problem == .empty(column: "exact"))
    }

    @Test func tablesOfUsersAreAddedAndConflictsNamed() throws {
        let tables = try OutletCorpus.tables()
        let mine = OutletSignature(
            outlet: "Dorfblatt", style: "regional-press", language: "de",
            wording: "Dorfblatt-Leserreisen", place: .boilerplate, strength: .names)
        let more = try tables.adding([mine, mine], from: "mine.tsv")
        #expect(more.signatures.count == tables.signatures.count + 1)
        let findings = SourceFindings(
            page: [LabeledText(text: "Zu den Dorfblatt-Leserreisen", label: .navigation)],
            tables: more)
        #expect(findings.outlets.map(\.name) == ["Dorfblatt"])
        let thief = OutletSignature(
            outlet: "Anderes", style: "blog", language: "de", wording: "KStA abonnieren",
            place: .any, strength: .names)
        #expect(
            problem { _ = try tables.adding([thief], from: "mine.tsv") }?.problem
                == .taken(wording: "KStA abonnieren", by: "Kölner Stadt-Anzeiger"))
    }

    @Test func modelSectionsComeBackAsTheyWere() throws {
        let tables = try OutletCorpus.tables()
        var writer = ByteWriter()
        tables.encode(into: &writer)
        var reader = ByteReader(writer.bytes[...], section: "outlets")
        let back = try OutletTables(from: &reader)
        #expect(reader.remaining == 0)
        #expect(back.signatures == tables.signatures)
        #expect(back.sources == tables.sources)
        #expect(back.cues == tables.cues)
        #expect(back.languages == tables.languages)
        var again = ByteWriter()
        back.encode(into: &again)
        #expect(again.bytes == writer.bytes)
    }

    @Test func truncatedAndAlteredSectionsAreErrorsNotTraps() throws {
        var writer = ByteWriter()
        try OutletTables(
            signatures: Self.signatureHeader + "A\tblog\tde\t© A\tany\tnames\n",
            sources: Self.sourceHeader + "AP\tagency\tfree\tAP\tAssociated Press\n",
            cues: "kind\twording\tvalue\nphoto\tFoto:\t\n",
            languages: "language\tword\trate\nde\tund\t250\n"
        ).encode(into: &writer)
        for length in writer.bytes.indices {
            var reader = ByteReader(writer.bytes[..<length], section: "outlets")
            #expect(throws: ModelError.self) { try OutletTables(from: &reader) }
        }
        for index in writer.bytes.indices {
            var bytes = writer.bytes
            bytes[index] ^= 0xFF
            var reader = ByteReader(bytes[...], section: "outlets")
            _ = try? OutletTables(from: &reader)
        }
    }

    @Test func emptyTablesFindNothing() throws {
        let tables = try OutletTables(
            signatures: Self.signatureHeader, sources: Self.sourceHeader,
            cues: "kind\twording\tvalue", languages: "language\tword\trate")
        let findings = SourceFindings(
            page: [LabeledText(text: "Berlin (dpa) - © ZEIT ONLINE", label: .body)],
            tables: tables)
        #expect(findings.outlets.isEmpty && findings.credits.isEmpty)
        #expect(findings.language.language == nil)
        #expect(findings.syndication.value == .none)
        #expect(SourceFindings(page: [], tables: tables).figures.words == 0)
    }

    @Test(.timeLimit(.minutes(2))) func tablesOfManyRowsAreRead() throws {
        var text = Self.signatureHeader
        for index in 0..<20_000 {
            text += "Blatt \(index)\tblog\tde\tBlatt\(index) abonnieren\tany\tnames\n"
        }
        let rows = try OutletSignature.rows(of: text)
        #expect(rows.count == 20_000)
        let tables = OutletTables(
            signatures: rows, sources: [], cues: [],
            languages: try LanguageTable("language\tword\trate"))
        let findings = SourceFindings(
            page: [LabeledText(text: "Jetzt Blatt19999 abonnieren", label: .share)],
            tables: tables)
        #expect(findings.outlets.first?.name == "Blatt 19999")
    }
}
