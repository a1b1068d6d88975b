import NaiveBayes
import Testing

@testable import Masthead

@Suite struct StanceProfileTests {
    @Test func equalUseHasNoDifference() {
        let odds = LogOdds(count: 10, of: 1000, against: 20, of: 2000)
        #expect(abs(odds.z) < 0.05)
        #expect(odds.interval.contains(0))
    }

    @Test func swappingTheSetsChangesTheSign() {
        let one = LogOdds(count: 30, of: 1000, against: 5, of: 1000)
        let two = LogOdds(count: 5, of: 1000, against: 30, of: 1000)
        #expect(one.z > 2 && abs(one.z + two.z) < 1e-9)
    }

    @Test func rareWordsDoNotLead() {
        let once = LogOdds(count: 1, of: 1000, against: 0, of: 9000)
        let often = LogOdds(count: 20, of: 1000, against: 9, of: 9000)
        #expect(often.z > once.z)
        #expect(once.z > 0 && once.z < 2)
    }

    @Test func nothingAtAllIsFinite() {
        let odds = LogOdds(count: 0, of: 0, against: 0, of: 0)
        #expect(odds.value == 0 && odds.error.isFinite)
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

    @Test func slotsAddUpToTheirCategory() throws {
        let profile = try profile([charged, "„Der Machthaber kommt nicht“, sagte Ida Kern."])
        let slots = profile.slots(of: .naming)
        #expect(slots.map(\.voice) == [.writer, .quoted])
        #expect(slots.allSatisfy { $0.polarity == .delegitimising })
        #expect(slots.reduce(0) { $0 + profile.count(in: $1) } == profile.count(of: .naming))
        #expect(slots.reduce(0) { $0 + profile.rate(in: $1) } == profile.rate(of: .naming))
        let plain = try self.profile(Array(repeating: "Das ist ein Satz.", count: 40))
        #expect(profile.odds(in: slots[0], against: plain).value > 0)
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
        #expect(odds.value > 0)
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
