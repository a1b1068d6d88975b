import Testing

@testable import Masthead

@Suite struct CueWordsTests {
    @Test func wordsAreCuesOfTheirKindAlone() throws {
        let rows = [
            "kind\twording\tvalue", "link\tfür\t", "particle\tvon\t", "link\tvon\t",
            "organisation\tGmbH Co\t", "before\tlaut\t",
        ]
        let words = CueWords(try CreditCue.rows(of: rows.joined(separator: "\n")))
        let link = try #require(CreditCue.Kind.link.wordNumber)
        let particle = try #require(CreditCue.Kind.particle.wordNumber)
        let organisation = try #require(CreditCue.Kind.organisation.wordNumber)
        let tokens = TokenText("für Von von GmbH").tokens
        #expect(tokens.map { words.contains($0, ofKind: link) } == [true, false, true, false])
        #expect(tokens.map { words.contains($0, ofKind: particle) } == [false, false, true, false])
        #expect(!tokens.contains { words.contains($0, ofKind: organisation) })
        #expect(CreditCue.Kind.before.wordNumber == nil)
    }
}
