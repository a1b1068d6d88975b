import Foundation
import Testing

@Suite("Stance tables: balance of naming")
struct StanceTablesBalanceTests {
    static let german = [
        ("Regierung eines Staates", "Gegner der Regierung"),
        ("Polizei und Sicherheitskräfte", "Protestierende"),
        ("russische Streitkräfte und Führung", "ukrainische Streitkräfte und Führung"),
        ("Israel", "palästinensische Kampfgruppen"),
        ("USA und Verbündete", "China"), ("USA und Verbündete", "Iran"), ("China", "Taiwan"),
        ("Nordkorea", "Südkorea"), ("bewaffnete Gruppe", "Streitkräfte eines Staates"),
        ("Menschen auf der Flucht", "Gegner der Zuwanderung"),
        ("Klimaprotest", "Kritiker der Klimapolitik"),
        ("trans Personen und ihre Rechte", "Kritiker der Gleichstellungspolitik"),
        ("Gegner des Schwangerschaftsabbruchs", "Befürworter des Schwangerschaftsabbruchs"),
        ("Gewerkschaften", "Arbeitgeber und Unternehmer"),
        ("rechte Parteien und Anhänger", "linke und grüne Parteien und Anhänger"),
        ("Presse und Rundfunk", "alternative Medien"), ("Impfkritiker", "Corona-Maßnahmen"),
    ]
    static let english = [
        ("government of a state", "opponents of the government"),
        ("police and security forces", "protesters"),
        ("Russian forces and leadership", "Ukrainian forces and leadership"),
        ("Israel", "Palestinian armed groups"),
        ("United States and its allies", "China"), ("United States and its allies", "Iran"),
        ("China", "Taiwan"), ("North Korea", "South Korea"),
        ("armed group", "armed forces of a state"),
        ("people on the move", "opponents of immigration"),
        ("climate protest", "critics of climate policy"),
        ("trans people and their rights", "critics of gender policy"),
        ("opponents of abortion", "supporters of abortion rights"),
        ("trade unions", "employers and the rich"),
        ("right-wing parties and supporters", "left-wing and green parties and supporters"),
        ("press and broadcasters", "alternative media"),
        ("vaccination critics", "pandemic measures"),
    ]

    /// Distinct designations by referent and polarity; inflected variants of a phrase count once.
    static func tally(_ rows: [StanceTermRow]) -> [String: [String: Set<String>]] {
        var tally: [String: [String: Set<String>]] = [:]
        for row in rows where row.category == "naming" {
            let polarity = row.attributes["polarity"] ?? ""
            tally[row.attributes["referent"] ?? "", default: [:]][polarity, default: []]
                .insert(row.stem)
        }
        return tally
    }

    /// The referents that lack a charged designation of one kind.
    static func oneSided(_ rows: [StanceTermRow]) -> [String] {
        tally(rows).filter { _, found in
            found["legitimising"] == nil || found["delegitimising"] == nil
        }.keys.sorted()
    }

    @Test(
        "Every naming row says of whom, how and in which dispute",
        arguments: StanceTablesReader.languages)
    func complete(language: String) throws {
        let polarities = ["legitimising", "neutral", "delegitimising"]
        var problems = Problems()
        for row in try StanceTablesReader.rows(language) {
            guard row.category == "naming" else {
                problems.note(row.attributes["referent"] != nil, row, "referent")
                continue
            }
            let polarity = row.attributes["polarity"] ?? ""
            let offered = row.alternatives.split(separator: "|").map {
                $0.split(separator: ":")[0].trimmingCharacters(in: .whitespaces)
            }
            problems.note(row.attributes["referent"] == nil, row, "no referent")
            problems.note(row.attributes["topic"] == nil, row, "no topic")
            problems.note(!polarities.contains(polarity), row, polarity)
            problems.note(offered.isEmpty, row, "no alternatives")
            problems.note(offered.contains(polarity), row, "an alternative of its own polarity")
            problems.note(!offered.allSatisfy(polarities.contains), row, row.alternatives)
        }
        #expect(problems.found == [])
    }

    @Test(
        "Every referent has legitimising and delegitimising designations",
        arguments: StanceTablesReader.languages)
    func bothWays(language: String) throws {
        #expect(Self.oneSided(try StanceTablesReader.rows(language)) == [])
    }

    @Test("Every dispute has at least two referents", arguments: StanceTablesReader.languages)
    func twoReferents(language: String) throws {
        var referents: [String: Set<String>] = [:]
        for row in try StanceTablesReader.rows(language) where row.category == "naming" {
            referents[row.attributes["topic"] ?? "", default: []]
                .insert(row.attributes["referent"] ?? "")
        }
        for (topic, found) in referents { #expect(found.count >= 2, "\(topic)") }
    }

    @Test(
        "Neither side of a pair has more than three times the other's charged designations",
        arguments: [("de", german), ("en", english)])
    func pairs(language: String, pairs: [(String, String)]) throws {
        let tally = Self.tally(try StanceTablesReader.rows(language))
        for (one, other) in pairs {
            for polarity in ["legitimising", "delegitimising"] {
                let first = tally[one]?[polarity]?.count ?? 0
                let second = tally[other]?[polarity]?.count ?? 0
                #expect(
                    min(first, second) > 0 && max(first, second) <= 3 * min(first, second),
                    "\(polarity): \(one) \(first), \(other) \(second)")
            }
        }
    }

    @Test("A table with one side only is found out")
    func imbalance() throws {
        let row = "naming\tRegime\tlemma-noun\tpolarity=delegitimising;referent=R;topic=T\t\town"
        let text = StanceTablesReader.header + "\n" + row + "\n"
        #expect(Self.oneSided(try StanceTablesReader.rows(of: text)) == ["R"])
    }
}
