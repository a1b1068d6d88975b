import Testing

@testable import Masthead

@Suite struct StanceScanTests {
    private func words(_ text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        return StanceScan(text).tokens.filter { $0.kind != .mark }.map { token in
            var word = ""
            word.unicodeScalars.append(contentsOf: scalars[token.range])
            return word
        }
    }

    @Test func wordsKeepHyphensAndInitials() {
        #expect(words("US-Militär, F.A.Z. und z. B.") == ["US-Militär", "F.A.Z.", "und", "z", "B"])
        #expect(words("Trump's plan isn't new") == ["Trump", "s", "plan", "isn't", "new"])
        #expect(words("25.000 Menschen, 3,5 Prozent.") == ["25.000", "Menschen", "3,5", "Prozent"])
        #expect(words("") == [])
    }

    @Test func rangesCountCodePoints() {
        let tokens = StanceScan("👩‍👧 Regime").tokens
        #expect(tokens.last?.range == 4..<10)
    }

    @Test func foldingIgnoresCaseUmlautsAndSharpS() {
        func hash(_ word: String) -> UInt32? { StanceScan(word).tokens.first?.hash }
        #expect(hash("Maßnahme") == hash("MASSNAHME"))
        #expect(hash("Führung") == hash("fuehrung"))
        #expect(hash("Ёлка") == hash("елка"))
        #expect(hash("Regime") != hash("Regimes"))
    }

    @Test(arguments: [
        ("Terroristen", "Terrorist"), ("umstrittenen", "umstritten"), ("Krieges", "Krieg"),
        ("Siedlern", "Siedler"), ("Festnahmen", "Festnahme"), ("Regimes", "Regime"),
    ])
    func germanFormsShareAStem(_ form: String, _ lemma: String) {
        #expect(StemRule.german.hash(of: form) == StemRule.german.hash(of: lemma))
    }

    @Test func stemsKeepFourLetters() {
        #expect(StemRule.german.hash(of: "eine") != StemRule.german.hash(of: "ein"))
        #expect(StemRule.english.hash(of: "regimes") == StemRule.english.hash(of: "regime"))
        #expect(StemRule.none.hash(of: "regimes") != StemRule.none.hash(of: "regime"))
    }

    @Test func sentencesEndAtFullStopsBeforeCapitals() {
        let scan = StanceScan("Am 20. Dezember kam er. Warum? \"Ja.\" Er ging, z. B. heim.")
        #expect(scan.sentences == 4)
        let starts = scan.tokens.filter(\.startsSentence).map { scan.spelling($0) }
        #expect(starts.map { String(decoding: $0, as: UTF8.self) } == ["am", "warum", "ja", "er"])
    }

    @Test func anyTextHasOrderedTokensWithinIt() {
        var random = SeededBytes(seed: 7)
        let alphabet = Array("aÄß .,-'’„“\"«»?!1👩\u{301}Ж\u{AD}\n")
        for _ in 0..<400 {
            let text = String(
                (0..<Int.random(in: 0..<40, using: &random)).map { _ in
                    alphabet.randomElement(using: &random) ?? "a"
                })
            let scan = StanceScan(text)
            var end = 0
            for token in scan.tokens {
                #expect(token.range.lowerBound >= end && !token.range.isEmpty)
                #expect(Int(token.sentence) < scan.sentences)
                end = token.range.upperBound
            }
            #expect(end <= text.unicodeScalars.count)
            for quotation in Quotation.quotations(in: scan.tokens) {
                #expect(quotation.open < quotation.close)
                #expect(quotation.close <= scan.tokens.count)
            }
        }
    }
}

/// A small seeded generator for property tests.
struct SeededBytes: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}
