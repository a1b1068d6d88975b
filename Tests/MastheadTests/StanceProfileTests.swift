import Testing

@testable import Masthead

@Suite struct StanceProfileTests {
    @Test func equalUseHasNoDifference() {
        let odds = StanceLogOdds(count: 10, words: 1000, referenceCount: 20, referenceWords: 2000)
        #expect(abs(odds.z) < 0.05)
        #expect(odds.interval.contains(0))
    }

    @Test func swappingTheSetsChangesTheSign() {
        let one = StanceLogOdds(count: 30, words: 1000, referenceCount: 5, referenceWords: 1000)
        let two = StanceLogOdds(count: 5, words: 1000, referenceCount: 30, referenceWords: 1000)
        #expect(one.z > 2 && abs(one.z + two.z) < 1e-9)
    }

    @Test func rareWordsDoNotLead() {
        let once = StanceLogOdds(count: 1, words: 1000, referenceCount: 0, referenceWords: 9000)
        let often = StanceLogOdds(count: 20, words: 1000, referenceCount: 9, referenceWords: 9000)
        #expect(often.z > once.z)
        #expect(once.z > 0 && once.z < 2)
    }

    @Test func nothingAtAllIsFinite() {
        let odds = StanceLogOdds(count: 0, words: 0, referenceCount: 0, referenceWords: 0)
        #expect(odds.difference == 0 && odds.error.isFinite)
    }

    private func profile(_ texts: [String]) throws -> StanceProfile {
        var trainer = StanceTrainer(lexicons: [try StanceFixture.lexicon()])
        for document in StanceFixture.documents { trainer.add(document) }
        let model = trainer.makeModel()
        var profile = StanceProfile()
        for text in texts {
            let page = StanceInput(
                paragraphs: [.init(text: text, label: .body), .init(text: "wohl", label: .share)],
                language: "de")
            profile.add(model.markers(in: page), of: page)
        }
        return profile
    }

    private let charged = "Der Machthaber kommt wohl nicht, sagte Ida Kern."

    @Test func ratesArePerThousandWords() throws {
        let profile = try profile([charged, charged])
        #expect(profile.words == 16)
        #expect(profile.count() == 6 && profile.count(of: .naming) == 2)
        #expect(profile.rate(of: .naming) == 125)
        #expect(profile.count(of: .naming, polarity: .neutral) == 0)
        #expect(profile.count(of: .naming, polarity: .delegitimising, voice: .writer) == 2)
        #expect(StanceProfile().rate() == 0)
    }

    @Test func mergingAddsUp() throws {
        var one = try profile([charged])
        one.merge(try profile([charged]))
        #expect(try one == profile([charged, charged]))
    }

    @Test func distinctionsLeadWithWhatSetsApart() throws {
        let plain = Array(repeating: "Das kommt wohl nicht, sagte Ida Kern.", count: 8)
        let one = try profile([charged, charged, charged])
        let list = one.distinctions(against: try profile(plain))
        #expect(list.first?.wording == "machthaber")
        #expect(list.first?.count == 3 && list.first?.referenceCount == 0)
        #expect(zip(list, list.dropFirst()).allSatisfy { $0.odds.z >= $1.odds.z })
        let odds = one.odds(of: .naming, against: try profile(plain))
        #expect(odds.difference > 0)
    }

    @Test func proposalsAreWordingsTheTableLacks() throws {
        let documents = (0..<4).map {
            StanceFixture.document(
                "p\($0)", ["Ein [loaded:jäher] Sturz, ein jäher Fall, [hedge:wohl] ein Ende."])
        }
        let proposals = StanceProposals.ranked(documents, lexicon: try StanceFixture.lexicon())
        #expect(proposals.map(\.term.term) == ["jäher"])
        #expect(proposals.first?.marked == 4 && proposals.first?.unmarked == 4)
        #expect((proposals.first?.odds.z ?? 0) > 0)
    }
}
