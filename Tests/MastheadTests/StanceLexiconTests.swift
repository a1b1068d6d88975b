import Testing

@testable import Masthead

@Suite struct StanceLexiconTests {
    private static let table = """
        category\tterm\tform\tattributes\talternatives\treference
        attribution\tmitteilen\tlemma-verb\tparticle=mit;finite=teilte,teilt;forms=mitgeteilt\t\town
        endorsement\tbetonen\tlemma-verb\t\t\town
        naming\tTerrorist\tlemma-noun\tpolarity=delegitimising;referent=Gruppe\tneutral: Kämpfer\town
        naming\tkrieg\tsuffix\tpolarity=delegitimising;except=weltkrieg\t\town
        loaded\tbrutal\tlemma-adj\tpolarity=negative\t\town
        distancing\tsoll … haben\tphrase\tmark=first\t\town
        hedge\twohl\tword\tcase=lower\t\town
        engagement\tSie\tword\tcase=upper\t\town
        naming\tMarionettenregime in\tphrase\tpolarity=delegitimising\t\town
        """

    private func matches(_ text: String) throws -> [String] {
        let lexicon = StanceLexicon(terms: try StanceTerm.table(Self.table), language: "de")
        var scan = StanceScan(text)
        let scalars = Array(text.unicodeScalars)
        return lexicon.matches(in: &scan).map { match in
            let start = Int(scan.tokens[match.tokens.lowerBound].start)
            let end = Int(scan.tokens[match.tokens.upperBound - 1].end)
            var found = ""
            found.unicodeScalars.append(contentsOf: scalars[start..<end])
            return found
        }
    }

    @Test(arguments: [
        ("Das teilte die Polizei gestern in Bonn mit.", ["teilte"]),
        ("Das teilte die Polizei mit dem Bürgermeister.", []),
        ("Das wurde mitgeteilt.", ["mitgeteilt"]),
        ("Er betonte, sie betont es, was betont wurde.", ["betonte", "betont", "betont"]),
        ("Die TERRORISTEN und des Terroristen", ["TERRORISTEN", "Terroristen"]),
        ("Ein Angriffskrieg, kein Weltkrieg, der Krieg selbst", ["Angriffskrieg"]),
        ("die brutalen Täter, brutaler", ["brutalen", "brutaler"]),
        ("Er wünscht Wohl, aber wohl nicht", ["wohl"]),
        ("Haben Sie gehört, was sie sagt?", ["Sie"]),
        ("ein Marionettenregimes in Bonn", ["Marionettenregimes in"]),
        ("", []),
    ])
    func findsForms(_ text: String, _ expected: [String]) throws {
        #expect(try matches(text) == expected)
    }

    @Test func gappedPhrasesProposeTheVerbAndTheWhole() throws {
        #expect(
            try matches("Er soll dort Geld genommen haben.") == [
                "soll", "soll dort Geld genommen haben",
            ])
        #expect(try matches("Er soll eins zwei drei vier fünf sechs sieben haben.") == [])
        #expect(try matches("Er soll gehen. Wir haben es.") == [])
    }

    @Test func tableErrorsNameTheirLine() {
        #expect(throws: StanceTermError.missingColumn("form")) {
            try StanceTerm.table("category\tterm\nhedge\twohl")
        }
        #expect(throws: StanceTermError.unknownValue("hegde", column: "category", line: 3)) {
            try StanceTerm.table("category\tterm\tform\nhedge\twohl\tword\nhegde\ta\tword")
        }
        #expect(throws: StanceTermError.unknownValue("verb", column: "form", line: 2)) {
            try StanceTerm.table("category\tterm\tform\nhedge\twohl\tverb")
        }
        #expect(throws: StanceTermError.unknownValue("bad", column: "attributes", line: 2)) {
            try StanceTerm.table("category\tterm\tform\tattributes\nhedge\ta\tword\tpolarity=bad")
        }
    }

    @Test func rowsSurviveTheTable() throws {
        let rows = try StanceTerm.table(Self.table)
        let again = try StanceTerm.table(
            ([StanceTerm.tableHeader] + rows.map(\.tableRow)).joined(separator: "\n"))
        #expect(again == rows)
    }

    @Test(arguments: [
        ("sprechen", ["spricht", "sprach", "gesprochen"]), ("fordern", ["forderte", "gefordert"]),
        ("widersprechen", ["widersprach", "widersprochen"]), ("vermuten", ["vermutet"]),
        ("einräumen", ["einräumte", "eingeräumt", "einzuräumen"]), ("gestehen", ["gestanden"]),
        ("kritisieren", ["kritisiert", "kritisierte"]), ("antworten", ["antwortete"]),
    ])
    func germanVerbsInflect(_ infinitive: String, _ forms: [String]) {
        let verb = GermanVerb(infinitive: infinitive)
        for form in forms { #expect(verb.joined.contains(form), "\(infinitive): \(form)") }
    }

    @Test func separableVerbsHaveKonjunktivInBothPlaces() {
        let verb = GermanVerb(infinitive: "mitteilen")
        #expect(verb.particle == "mit")
        #expect(verb.reported == "mitteile" && verb.reportedSeparated == "teile")
        #expect(verb.separated.contains("teilte"))
    }

    @Test(arguments: [
        ("deny", ["denies", "denied", "denying"]), ("say", ["said", "says", "saying"]),
        ("admit", ["admitted", "admitting"]), ("point out", ["pointed out", "points out"]),
    ])
    func englishVerbsInflect(_ infinitive: String, _ forms: [String]) {
        for form in forms { #expect(EnglishVerb.forms(of: infinitive).contains(form)) }
    }
}
