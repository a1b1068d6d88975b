@testable import Masthead
import Testing

struct OutletCreditTests {
    private let tables: OutletTables
    init() throws { tables = try OutletCorpus.tables() }

    private func findings(_ page: [(String, ParagraphLabel)]) -> SourceFindings {
        SourceFindings(page: page.map { LabeledText(text: $0.0, label: $0.1) }, tables: tables)
    }

    /// "name/cue@text" of each mention.
    private func credits(_ text: String, _ label: ParagraphLabel = .body) -> Set<String> {
        let scalars = Array(text.unicodeScalars)
        var found: Set<String> = []
        for credit in findings([(text, label)]).credits {
            for mention in credit.mentions {
                var part = String.UnicodeScalarView()
                part.append(contentsOf: scalars[mention.place.range])
                found.insert("\(credit.name)/\(mention.cue.rawValue)@\(String(part))")
            }
        }
        return found
    }

    @Test func datelines() {
        #expect(credits("Rovaniemi (dpa/lno) - Ein Elch stand im Weg.") == ["dpa/dateline@dpa"])
        #expect(credits("OSLO (AP) — An elk blocked the road.") == ["AP/dateline@AP"])
        #expect(
            credits("МОСКВА, 3 сентября. /ТАСС/. Лось вышел на дорогу.") == ["TASS/dateline@ТАСС"])
        #expect(credits("AFP, OSLO", .byline) == ["AFP/dateline@AFP"])
        #expect(credits("Der Verein (AP) spielte gut und gewann.").isEmpty)
    }

    @Test func signatures() {
        #expect(credits("Der Elch ging heim. (das/dpa)") == ["dpa/signature@dpa"])
        #expect(
            credits("AFP, Reuters/ET", .byline) == [
                "AFP/signature@AFP", "Reuters/signature@Reuters",
            ])
        #expect(credits("Von Jana Beispiel mit AP", .byline) == ["AP/signature@AP"])
        #expect(credits("Quelle: ntv.de, jdo/dpa", .byline).contains("dpa/signature@dpa"))
        #expect(credits("Additional reporting from PA", .byline) == ["PA/signature@PA"])
    }

    @Test func photoCreditsKnownAndUnknown() {
        #expect(
            credits("Ein Elch. Foto: picture alliance / ASSOCIATED PRESS", .caption) == [
                "picture alliance/photo@picture alliance", "AP/photo@ASSOCIATED PRESS",
            ])
        #expect(
            credits("Ein Elch am See (Foto: Waldhof Studios)", .caption) == [
                "Waldhof Studios/photo@Waldhof Studios"
            ])
        #expect(credits("Jo Muster/Getty Images", .caption) == ["Getty Images/photo@Getty Images"])
        #expect(credits("© dpa | Jo Muster", .caption) == ["dpa/photo@dpa"])
        #expect(credits("Elk at dusk. (AP Photo/Jo Sample)", .caption) == ["AP/photo@AP"])
    }

    @Test func photographersAreNoCredits() {
        #expect(credits("Ein Elch. Foto: Jo Muster", .caption).isEmpty)
        #expect(credits("Foto: privat", .caption).isEmpty)
        #expect(credits("Photo by Jo van der Sample", .caption).isEmpty)
        #expect(credits("Ein Blick auf die BBC-Zentrale im Regen", .caption).isEmpty)
    }

    @Test func attributions() {
        #expect(credits("Wie KCNA meldete, ruhte der Elch.") == ["KCNA/attribution@KCNA"])
        #expect(credits("Das sei unter Berufung auf APnews gesagt.") == ["AP/attribution@APnews"])
        #expect(
            credits("Laut einem Bericht des russischen Fernsehens ruhte er.") == [
                "Russian media/attribution@russischen Fernsehens"
            ])
        #expect(credits("Ein Reuters-Bericht nannte Zahlen.") == ["Reuters/attribution@Reuters"])
        #expect(
            credits("“It was big,” he told The Guardian.") == ["The Guardian/attribution@Guardian"])
        #expect(credits("Das sagte er der Nachrichtenagentur dpa.").contains("dpa/attribution@dpa"))
    }

    @Test func namesWithoutACueAndCommonWordsAreNoCredits() {
        #expect(credits("Er las die New York Times im Zug.").isEmpty)
        #expect(credits("Das Bild zeigt die Welt im Spiegel der Zeit.").isEmpty)
        #expect(credits("People said the sun was a star of its time.").isEmpty)
        #expect(credits("Er berichtete auf der Bühne. Bloomberg trat zurück.").isEmpty)
        #expect(credits("Laut Polizei war niemand verletzt.").isEmpty)
    }

    @Test func outletsThatNoTableKnowsAreIntroducedByTheText() {
        let page = findings([
            ("Laut dem südfinnischen Magazin Elchpost wuchs der Bestand.", .body),
            ("Der Wald wuchs, schreibt Elchpost weiter.", .body),
            ("She told the Elkville Herald that it grew.", .body),
        ])
        #expect(page.credits.map(\.name) == ["Elchpost", "Elkville Herald"])
        #expect(page.credits[0].mentions.map(\.place.paragraph) == [0, 1])
    }

    @Test func copyrightOfTheOutletItselfCounts() {
        #expect(
            credits("© 2024 Waldhof Medien GmbH. Alle Rechte vorbehalten", .notice) == [
                "Waldhof Medien GmbH/copyright@Waldhof Medien GmbH"
            ])
        #expect(credits("Copyright © euronews 2024", .notice) == ["Euronews/copyright@euronews"])
        #expect(
            credits("Waldhof Media © 2024", .notice) == ["Waldhof Media/copyright@Waldhof Media"])
    }

    @Test func aliasesAreJoinedInOneCredit() {
        let page = findings([
            ("Ein Elch. (AP Photo/Jo Sample)", .caption),
            ("Das meldete Associated Press.", .body), ("Laut APnews stimmt es.", .body),
        ])
        #expect(page.credits.count == 1)
        #expect(page.credits.first?.name == "AP")
        #expect(page.credits.first?.kind == .agency)
        #expect(page.credits.first?.mentions.map(\.cue) == [.photo, .attribution, .attribution])
    }

    @Test func teasersMenusAndCommentsCreditNobody() {
        for label in ParagraphLabel.allCases where label.disposition == .boilerplate {
            #expect(credits("Foto: dpa, laut Reuters (AFP)", label).isEmpty, "\(label.name)")
        }
    }

    @Test func rangesCountCodePoints() {
        let page = findings([("🙌🏽 Laut Reuters ruhte er.", .body)])
        #expect(page.credits.first?.mentions.first?.place.range == 8..<15)
    }
}
