@testable import Masthead
import Testing

struct OutletFindingTests {
    private let tables: OutletTables
    init() throws { tables = try OutletCorpus.tables() }

    private func findings(_ page: [(String, ParagraphLabel)]) -> SourceFindings {
        SourceFindings(page: page.map { LabeledText(text: $0.0, label: $0.1) }, tables: tables)
    }

    // MARK: Named outlets

    @Test func anOutletIsNamedByItsOwnSignature() throws {
        let page = findings([("Ein Elch stand im Weg.", .body), ("KStA abonnieren", .subscription)])
        let outlet = try #require(page.outlets.first)
        #expect(outlet.name == "Kölner Stadt-Anzeiger" && outlet.style == "regional-press")
        #expect(outlet.evidence.map(\.place) == [PageRange(paragraph: 1, range: 0..<15)])
        #expect(outlet.confidence > 0.9 && outlet.confidence < 1)
    }

    @Test func creditsAndMentionsNameNoOutlet() {
        #expect(findings([("BERLIN (Reuters) - Wie ZEIT ONLINE meldet …", .body)]).outlets.isEmpty)
        #expect(
            findings([("© dpa, Foto: AFP", .caption), ("Laut Spiegel", .body)]).outlets.isEmpty)
        // The wording of a subscription box, quoted in a sentence.
        #expect(findings([("Wer KStA abonnieren will, ruft an.", .body)]).outlets.isEmpty)
    }

    @Test func weakSignaturesNeedASecondOne() {
        #expect(findings([("Mehr zum Thema – Elche im Visier", .related)]).outlets.isEmpty)
        let page = findings([
            ("Mehr zum Thema – Elche im Visier", .related), ("Quelle: Sputnik © Jo", .caption),
        ])
        #expect(page.outlets.map(\.name) == ["RT DE"])
        let twice = [
            ("Mehr zum Thema – A", ParagraphLabel.related), ("Mehr zum Thema – B", .related),
        ]
        #expect(findings(twice).outlets.isEmpty)
    }

    @Test func anOutletThatSpeaksOfItselfIsNamedAnywhere() {
        let notice = "Über dieses Thema berichtete die tagesschau am 3. Mai um 20 Uhr."
        #expect(findings([(notice, .body)]).outlets.first?.name == "tagesschau")
        #expect(findings([(notice, .body)]).namedStyle == .publicBroadcaster)
        #expect(findings([("tagesschau", .body)]).namedStyle == nil)
    }

    @Test func initialsWithFullStopsAreCredits() {
        let credits = findings([("AFP, Reuters/ET", .byline), ("D.W.", .byline)]).credits
        #expect(credits.map(\.name) == ["AFP", "Reuters", "DW"])
        #expect(credits[2].mentions.map(\.cue) == [.signature])
        #expect(credits[2].mentions.map(\.place.range) == [0..<4])
        #expect(findings([("PARIS (A.P.) – Es regnet.", .body)]).credits.map(\.name) == ["AP"])
    }

    /// Lines around the article are passed over by their words; no wording may be lost so.
    @Test func everySignatureIsFoundAroundTheArticle() throws {
        let tables = try OutletCorpus.tables()
        for row in tables.signatures {
            let lines = [row.wording, "Weiter: \(row.wording) | 2024", "„\(row.wording)“"]
            let page = PageEvidence(paragraphs: lines)
            for line in lines.indices {
                #expect(tables.around.mayStand(in: page, line: line), "\(row.wording)")
            }
        }
        let plain = PageEvidence(paragraphs: ["Der Deich bleibt dicht", "", "123"])
        #expect((0..<3).allSatisfy { !tables.around.mayStand(in: plain, line: $0) })
    }

    @Test func twoOutletsNamedAlikeNameNone() {
        let footer = [
            ("WAZ-Newsletter", ParagraphLabel.navigation), ("Abendblatt-Shop", .navigation),
        ]
        #expect(findings(footer).outlets.isEmpty)
        #expect(
            findings(footer + [("Jetzt WAZ testen", .subscription)]).outlets.first?.name == "WAZ")
    }

    @Test func theLongestWordingDecides() {
        let page = findings([("Teen Vogue may earn a portion of sales", .notice)])
        #expect(page.outlets.map(\.name) == ["Teen Vogue"])
    }

    // MARK: Syndication

    @Test func syndication() {
        #expect(
            findings([("Von Jo Muster", .byline), ("Ein Elch.", .body)]).syndication.value == .none)
        #expect(
            findings([("Oslo (dpa) - Ein Elch stand da.", .body)]).syndication.value == .credited)
        #expect(findings([("Ein Elch stand da. (das/dpa)", .body)]).syndication.value == .partial)
        #expect(findings([("Von Jo Muster mit AP", .byline)]).syndication.value == .partial)
        let photo = findings([("Foto: dpa", .caption), ("Von Jo Muster", .byline)])
        #expect(photo.syndication.value == .none && photo.syndication.evidence.isEmpty)
    }

    // MARK: Translation

    @Test func notedTranslations() {
        let page = findings([("Aus dem Englischen von Jo Muster", .byline)])
        #expect(page.translation.value == .noted)
        #expect(
            findings([("Der Verlag zahlte die Übersetzung von 1987.", .body)]).translation.value
                == .original)
    }

    @Test func tracesOfMachineTranslation() {
        let german = (
            "Der Elch war gestern noch nicht da und kam auch heute nicht mit ihm.",
            ParagraphLabel.body
        )
        let glued = findings([german, ("Das meldete TASS Er erklärte, er ruhe.", .body)])
        #expect(glued.translation.value == .suspectedMachine)
        #expect(glued.translation.evidence.map(\.trace) == [.runOnSource])
        let quotes = findings([
            german, ("Er sagte „“. .“ und ging.", .body), ("Check Also", .related),
        ])
        #expect(quotes.translation.value == .suspectedMachine)
        #expect(Set(quotes.translation.evidence.map(\.trace)) == [.mangledQuotes, .leftover])
        let place = findings([german, ("Kiew, Russland (Reuters) – Er ruhte.", .body)])
        #expect(place.translation.evidence.map(\.trace) == [.wrongCountry])
    }

    @Test func leftOverEnglishAloneIsNoSuspicion() {
        let german = (
            "Der Elch war gestern noch nicht da und kam auch heute nicht mit ihm.",
            ParagraphLabel.body
        )
        let page = findings([
            german, ("Check Also", .related), ("About admin", .notice),
            ("Leave a Reply", .comments),
            ("Related Articles", .related),
        ])
        #expect(page.translation.value == .original)
        #expect(page.translation.evidence.count == 4)
        #expect(
            findings([("Berlin, Frankreich und Polen (dpa) – Sie reden.", .body)]).translation.value
                == .original)
        #expect(
            findings([("Das meldete TASS. Er erklärte nichts.", .body)]).translation.value
                == .original)
    }

    // MARK: Language

    @Test(arguments: [
        (
            "de",
            "Der Elch ist nicht in den Wald gegangen, weil er mit der Herde auf die Wiese wollte."
        ),
        (
            "en",
            "The elk did not go to the wood because it wanted to be with the herd on the meadow."
        ),
        (
            "fr",
            "L'élan n'est pas allé dans la forêt parce qu'il voulait être avec les autres sur le pré."
        ),
        (
            "es",
            "El alce no fue al bosque porque quería estar con los otros en el prado de la montaña."
        ),
        (
            "it",
            "L'alce non è andato nel bosco perché voleva stare con gli altri sul prato della valle."
        ),
        (
            "pt",
            "O alce não foi para a floresta porque queria ficar com os outros no prado da montanha."
        ),
        (
            "nl",
            "De eland is niet naar het bos gegaan omdat hij met de anderen op de weide wilde zijn."
        ),
        (
            "pl",
            "Łoś nie poszedł do lasu, bo chciał być z innymi na łące, a to jest daleko od domu."
        ),
        (
            "tr",
            "Geyik ormana gitmedi çünkü o diğerleri ile bir çayırda olmak istedi ve bu çok güzel."
        ),
        (
            "ru",
            "Лось не пошёл в лес, потому что он хотел быть с другими на лугу, а не один в лесу."
        ),
        (
            "uk",
            "Лось не пішов до лісу, бо він хотів бути з іншими на лузі, а це було далеко від дому."
        ),
        (
            "ar",
            "لم يذهب إلى الغابة في هذا اليوم لأن القطيع كان في المرج ومن ذلك المكان كان ينظر على الجبل"
        ),
        ("ja", "ヘラジカは森に行かなかった。群れと一緒に草原にいたかったからだ。"),
        ("zh", "麋鹿没有去森林,因为它想和鹿群一起待在草地上。"),
    ])
    func languages(code: String, text: String) {
        let language = findings([(text, .body)]).language
        #expect(language.language == code)
        #expect(language.confidence > 0.6)
    }

    @Test func tooShortAndForeignTextsHaveNoLanguage() {
        #expect(findings([("Foto dpa", .body)]).language.language == nil)
        #expect(
            findings([("Xyz qwq brm plk wvz mnk jhg fds trw qqp lkj mnb", .body)]).language.language
                == nil)
    }

    @Test func varietiesOfGerman() {
        let swiss = findings([
            (
                "Der Bund muss gemäss den Massnahmen auch grosse Strassen schliessen, "
                    + "ausserdem ist die Frist der Stadt mit dem Kanton nicht klar.",
                .body
            )
        ])
        #expect(swiss.language.variety == "de-CH")
        #expect(swiss.language.evidence.count >= 3)
        let austrian = findings([
            (
                "Die Sitzung ist heuer im Jänner und nicht im Feber, "
                    + "wie der Landeshauptmann in der Stadt sagte und auch zu ihm.",
                .body
            )
        ])
        #expect(austrian.language.variety == "de-AT")
        let german = findings([
            (
                "Der Bund muss gemäß der Frist auch große Straßen schließen, "
                    + "und die Stadt ist mit dem Land nicht einig.",
                .body
            )
        ])
        #expect(german.language.variety == nil)
        // One slip, and ß beside it.
        let slip = findings([
            (
                "Er heisst Karl und die große Straße ist nicht in der Stadt, "
                    + "in der er mit ihr war, gemäss dem Plan ausser.",
                .body
            )
        ])
        #expect(slip.language.variety == nil)
    }

    // MARK: Figures

    @Test func figures() {
        let page = findings([
            ("Am 3. Mai kam Dr. Elch. „Ich bin da“, sagte er! Laut dpa z. B. gestern.", .body),
            ("Menü Suche", .navigation),
        ])
        #expect(page.figures.words == 15)
        #expect(page.figures.sentences == 3)
        #expect(page.figures.meanSentenceLength == 5)
        #expect(page.figures.quotedShare == Float(3) / 15)
        #expect(abs(page.figures.attributionRate - 1000 / 15) < 0.01)
        // The number counts for the shares.
        #expect(page.figures.labelShares[Int(ParagraphLabel.navigation.rawValue)] == Float(2) / 18)
        #expect(abs(page.figures.labelShares.reduce(0, +) - 1) < 1e-5)
    }

    @Test func figuresOfNothing() {
        let figures = findings([("…", .body), ("", .caption)]).figures
        #expect(figures.words == 0 && figures.sentences == 0)
        #expect(figures.meanSentenceLength == 0 && figures.quotedShare == 0)
        #expect(figures.labelShares == Array(repeating: 0, count: 13))
    }
}
