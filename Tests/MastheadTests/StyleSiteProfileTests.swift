import NaiveBayes
import Testing

@testable import Masthead

@Suite struct StyleSiteProfileTests {
    private func page(_ lines: [(String, ParagraphLabel)]) -> [LabeledParagraph] {
        lines.map { text, label in
            LabeledParagraph(
                text: text, byteRange: 0..<0, codePointRange: 0..<0, label: label,
                probabilities: [])
        }
    }

    private func profiles(pages: Int) -> [SiteProfile] {
        var profiles = SiteProfiles()
        for number in 0..<pages {
            profiles.add(
                site: "a.example",
                paragraphs: page([
                    ("Die Regierung lobt den Deich und den Hafen", .body),
                    ("Folgen Sie uns", .share), ("Folgen Sie uns", .share),
                    ("Nur hier auf Seite \("x" + String(repeating: "y", count: number))", .related),
                ]),
                figures: [
                    "words": PageFigure(Double(number)),
                    "quoted share": PageFigure(number % 2 == 0 ? 0 : 0.1, limit: 1),
                    "share of body": PageFigure(1, limit: 1),
                ], credits: ["dpa", "dpa", "AFP"])
            profiles.add(
                site: "b.example",
                paragraphs: page([("Die Regierung tadelt den Wald und den Berg", .body)]),
                figures: ["words": PageFigure(4), "odd": PageFigure(.nan)],
                credits: number == 0 ? ["dpa"] : [])
        }
        return profiles.profiles()
    }

    @Test func wordsLinesAndCreditsOfASite() throws {
        let profiles = profiles(pages: 20)
        #expect(profiles.map(\.site) == ["a.example", "b.example"])
        let first = profiles[0]
        #expect(first.pages == 20)
        #expect(first.repeatedLines.map(\.text).contains("Folgen Sie uns"))
        #expect(first.repeatedLines.first { $0.text == "Folgen Sie uns" }?.pages == 20)
        #expect(!first.repeatedLines.contains { $0.text.hasPrefix("Nur hier") })
        #expect(first.credits.map(\.text) == ["AFP", "dpa"])
        #expect(first.credits.map(\.pages) == [20, 20])
        let words = Set(first.characteristicWords.map(\.word))
        #expect(words == ["lobt", "deich", "hafen"])
        #expect(first.characteristicWords.allSatisfy { $0.z > 1.96 && $0.count == 20 })
        #expect(profiles[1].figures["odd"] == nil)
    }

    @Test func intervalsAreStudents() throws {
        let words = try #require(profiles(pages: 3)[0].figures["words"])
        #expect(words.mean == 1)
        // 0, 1, 2: standard deviation 1, so 1 ± 4.303 / √3.
        let interval = try #require(words.interval)
        #expect(abs(interval.upperBound - 3.4843) < 1e-3)
        // There are no pages of fewer than no words.
        #expect(interval.lowerBound == 0)
        #expect(profiles(pages: 1)[0].figures["words"]?.interval == nil)
    }

    @Test func sharesHaveIntervalsInsideTheirBounds() throws {
        let site = profiles(pages: 12)[0]
        // Six of 0 and six of 0.1: variance 0.03 / 11, so p (1 − p) · 12 / variance = 209
        // answers; Wilson's interval for 0.05 of them at t = 2.201.
        let quoted = try #require(site.figures["quoted share"]?.interval)
        #expect(abs(quoted.lowerBound - 0.0258) < 2e-4)
        #expect(abs(quoted.upperBound - 0.0945) < 2e-4)
        // Twelve of 1: as twelve yes-or-no answers.
        let body = try #require(site.figures["share of body"]?.interval)
        #expect(abs(body.lowerBound - 12 / (12 + 2.201 * 2.201)) < 1e-3)
        #expect(body.upperBound == 1)
        for pages in 2...12 {
            for (name, figure) in profiles(pages: pages)[0].figures where name != "words" {
                let interval = try #require(figure.interval)
                #expect(interval.lowerBound >= 0 && interval.upperBound <= 1)
                #expect(interval.contains(figure.mean))
            }
        }
    }

    @Test func memoryIsBoundedAndFrequentLinesStay() throws {
        var profiles = SiteProfiles(entryLimit: 64)
        var random = SplitMix(seed: 3)
        for _ in 0..<300 {
            let word = String((0..<8).map { _ in "abcdefgh".randomElement(using: &random) ?? "a" })
            profiles.add(
                site: "a", paragraphs: page([("Immer dieselbe Zeile", .share), (word, .related)]),
                figures: [:], credits: [])
        }
        let lines = profiles.profiles()[0].repeatedLines
        #expect(lines.map(\.text) == ["Immer dieselbe Zeile"])
        #expect(lines[0].pages == 300)
    }

    @Test func logOddsAreSymmetricAndZeroForEqualShares() {
        let equal = LogOdds(10, of: 1000, against: 20, of: 2000, prior: 1, priorTotal: 100)
        #expect(abs(equal.value) < 1e-9)
        let more = LogOdds(30, of: 1000, against: 5, of: 1000, prior: 2, priorTotal: 100)
        let less = LogOdds(5, of: 1000, against: 30, of: 1000, prior: 2, priorTotal: 100)
        #expect(more.z > 3)
        #expect(abs(more.z + less.z) < 1e-9)
        // log (32/1068) − log (7/1093), over √(1/32 + 1/7).
        #expect(abs(more.value - 1.54298) < 1e-4)
        #expect(abs(more.z - 1.54298 / (1.0 / 32 + 1.0 / 7).squareRoot()) < 1e-3)
    }
}
