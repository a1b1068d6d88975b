@testable import Masthead
import NaiveBayes
import Testing

struct TokenTextTests {
    @Test func wordsNumbersAndMarksAreTokens() {
        let text = TokenText("Die t3n-App: 12 Artikel.")
        let parts = text.tokens.indices.map { text.string($0..<($0 + 1)) }
        #expect(parts == ["Die", "t3n", "-", "App", ":", "12", "Artikel", "."])
        #expect(
            text.tokens.map(\.shape) == [
                .capital, .lower, .mark, .capital, .mark, .number, .capital, .mark,
            ])
        #expect(
            TokenText("iFixit AFP A x").tokens.map(\.shape) == [
                .mixed, .capitals, .capital, .lower,
            ])
    }

    @Test func rangesCountCodePointsNotBytes() {
        let text = TokenText("🙌🏽 Köln dpa")
        #expect(text.tokens.last?.range == 8..<11)
        #expect(text.codePoints == 11)
        #expect(text.string(text.tokens.count - 1..<text.tokens.count) == "dpa")
    }

    @Test func typographyDoesNotCountButCapitalsDoInExactHashes() {
        let hashes = { (text: String) in TokenText(text).tokens.map(\.exact) }
        #expect(hashes("RFE’s „A“ – B") == hashes("RFE's \"A\" - B"))
        #expect(hashes("KStA") != hashes("KSTA"))
        #expect(TokenText("KStA").tokens[0].folded == TokenText("ksta").tokens[0].folded)
        #expect(TokenText("Ж").tokens[0].folded == TokenText("ж").tokens[0].folded)
    }

    @Test func softHyphensAndZeroWidthCharactersVanish() {
        let plain = TokenText("Stadtanzeiger").tokens.map(\.exact)
        #expect(TokenText("Stadt\u{AD}anzei\u{200B}ger").tokens.map(\.exact) == plain)
    }

    @Test func ideographsAreTokensOfTheirOwn() {
        let tokens = TokenText("新华社报道").tokens
        #expect(tokens.count == 5)
        #expect(tokens.allSatisfy { $0.isWord })
    }

    @Test func emptyAndBlankTextsHaveNoTokens() {
        #expect(TokenText("").tokens.isEmpty)
        #expect(TokenText(" \u{A0}\t\n").tokens.isEmpty)
        #expect(TokenText("a").string(0..<0) == "")
    }
}

struct PhraseMatcherTests {
    private func found(_ phrases: [(String, Bool)], in text: String) -> [String] {
        let matcher = PhraseMatcher(
            phrases.map { PhraseMatcher.Phrase($0.0, isCaseSensitive: $0.1) })
        let tokens = TokenText(text)
        return matcher.matches(in: tokens).map {
            "\($0.phrase):\(tokens.string($0.tokens))"
        }
    }

    @Test func matchesBeginAndEndAtWordBoundaries() {
        #expect(found([("AP", true)], in: "APA, AP/APnews, MAP AP") == ["0:AP", "0:AP"])
    }

    @Test func capitalsCountWhereTheRowSaysSo() {
        #expect(found([("AP", true), ("dpa", true)], in: "ap DPA dpa") == ["1:dpa"])
        #expect(
            found([("Associated Press", false)], in: "ASSOCIATED PRESS") == [
                "0:ASSOCIATED PRESS"
            ])
    }

    @Test func bothRowsAreReportedWherePhrasesDifferInCaseRule() {
        #expect(found([("Bild", true), ("bild", false)], in: "Bild") == ["1:Bild", "0:Bild"])
    }

    @Test func whiteSpaceInTheTextDoesNotCount() {
        #expect(
            found([("St. Galler Tagblatt", true)], in: "St . Galler\n\u{A0}Tagblatt").count == 1)
    }

    @Test func overlappingPhrasesAreAllReportedAndTheLongestChosen() {
        let phrases = [("New York", true), ("New York Times", true), ("York Times Square", true)]
        #expect(found(phrases, in: "New York Times Square").count == 3)
        let matcher = PhraseMatcher(
            phrases.map { PhraseMatcher.Phrase($0.0, isCaseSensitive: $0.1) })
        let text = TokenText("New York Times Square, York Times Square")
        #expect(matcher.longestMatches(in: text).map(\.phrase) == [1, 2])
    }

    @Test func ofEqualPhrasesTheFirstIsReported() {
        #expect(found([("dpa", true), ("dpa", true)], in: "dpa") == ["0:dpa"])
    }

    @Test func emptyTablesAndUnmatchablePhrasesFindNothing() {
        #expect(found([], in: "dpa").isEmpty)
        let long = Array(repeating: "a", count: PhraseMatcher.longestPhrase + 1)
            .joined(separator: " ")
        #expect(found([("", true), ("  ", false), (long, true)], in: long).isEmpty)
        #expect(found([(String(long.dropLast(2)), true)], in: long).count == 2)
    }

    /// Against the plain definition, on random tables over few words, which overlap a lot.
    @Test func findsWhatTheDefinitionFinds() {
        var random = SplitMix(seed: 7)
        let words = ["a", "b", "A", "/"]
        for _ in 0..<300 {
            let pick = { words[Int(random.next() % UInt64(words.count))] }
            let phrases = (0..<6).map { _ in
                (0..<(1 + Int(random.next() % 3))).map { _ in pick() }
            }
            let text = (0..<12).map { _ in pick() }
            let matcher = PhraseMatcher(
                phrases.map {
                    PhraseMatcher.Phrase($0.joined(separator: " "), isCaseSensitive: true)
                })
            let matches = matcher.matches(in: TokenText(text.joined(separator: " ")))
            var expected: Set<PhraseMatcher.Match> = []
            for (index, phrase) in phrases.enumerated()
            where phrases.firstIndex(of: phrase) == index {
                for start in 0...(text.count - phrase.count)
                where Array(text[start..<(start + phrase.count)]) == phrase {
                    expected.insert(
                        PhraseMatcher.Match(phrase: index, tokens: start..<(start + phrase.count)))
                }
            }
            #expect(Set(matches) == expected)
            #expect(matches.count == expected.count)
        }
    }

    /// A text of the worst kind, all one word, under a table that shares every prefix: the work
    /// is bounded by the longest phrase, so that ten times the text takes about ten times as
    /// long.
    @Test(.timeLimit(.minutes(1))) func longTextsTakeLinearTime() {
        let phrases = (1...PhraseMatcher.longestPhrase).map {
            PhraseMatcher.Phrase(
                Array(repeating: "a", count: $0).joined(separator: " "), isCaseSensitive: true)
        }
        let matcher = PhraseMatcher(phrases)
        let clock = ContinuousClock()
        var times: [Duration] = []
        for length in [5_000, 50_000] {
            let text = TokenText(String(repeating: "a ", count: length))
            var count = 0
            times.append(
                clock.measure { matcher.visitMatches(in: text.tokens) { _ in count += 1 } })
            #expect(count >= (length - 32) * 32)
        }
        #expect(times[1] < times[0] * 60)
    }

    @Test(.timeLimit(.minutes(1))) func aMillionBytesOfTextAreReadInOnePass() {
        let line = "Foto: picture alliance / dpa, sagte er der Zeitung am 3. März in Köln. "
        let text = TokenText(String(repeating: line, count: 1_000_000 / line.utf8.count))
        let matcher = PhraseMatcher([
            PhraseMatcher.Phrase("picture alliance", isCaseSensitive: false),
            PhraseMatcher.Phrase("dpa", isCaseSensitive: true),
        ])
        #expect(matcher.matches(in: text).count == 2 * (1_000_000 / line.utf8.count))
    }

    @Test(.timeLimit(.minutes(2))) func manyRowsDoNotSlowTheTextDown() {
        let matcher = PhraseMatcher(
            (0..<100_000).map { PhraseMatcher.Phrase("wort\($0) blatt", isCaseSensitive: true) })
        let text = TokenText("im wort99999 blatt und im wort1 Blatt stand wort77 blatt")
        #expect(matcher.matches(in: text).map(\.phrase) == [99_999, 77])
    }
}
