import Testing

@testable import Masthead

@Suite("Tokens")
struct FeaturesScannerTests {
    /// A line's tokens and measures.
    private func scan(_ text: String) -> (tokens: [String], kinds: [Token.Kind], line: LineScan) {
        let bytes = Array(text.utf8)
        var scanner = LineScanner()
        let line = scanner.scan(bytes.span, 0..<bytes.count)
        let texts = scanner.tokens.map { token in
            let range = Int(token.start)..<Int(token.start + token.length)
            return String(decoding: bytes[range], as: UTF8.self)
        }
        return (texts, scanner.tokens.map(\.kind), line)
    }

    private func hashes(_ text: String) -> [UInt64] {
        let bytes = Array(text.utf8)
        var scanner = LineScanner()
        _ = scanner.scan(bytes.span, 0..<bytes.count)
        return scanner.tokens.map(\.hash)
    }

    @Test(
        "words, numbers and marks",
        arguments: [
            ("Wörter, die zählen.", ["Wörter", "die", "zählen"]),
            ("3,5 Prozent (2024)", ["3", "5", "Prozent", "2024"]),
            ("ABC123def", ["ABC", "123", "def"]),
            ("Start | Politik • Sport", ["Start", "|", "Politik", "•", "Sport"]),
            ("© 2025 – 9 €", ["©", "2025", "9", "€"]),
            ("@lokal #stadt", ["@", "lokal", "#", "stadt"]),
            ("»Nein«, sagte er …", ["Nein", "sagte", "er"]),
            ("", []), (" \u{A0}\t", []), ("...", []),
        ])
    func tokens(text: String, expected: [String]) { #expect(scan(text).tokens == expected) }

    @Test(
        "an apostrophe belongs to a word only between letters",
        arguments: [
            ("don't", ["don't"]), ("l’eau", ["l’eau"]), ("rock 'n' roll", ["rock", "n", "roll"]),
            ("die Anders' kommen", ["die", "Anders", "kommen"]), ("'s", ["s"]),
            ("20's", ["20", "s"]), ("a''b", ["a", "b"]),
        ])
    func apostrophes(text: String, expected: [String]) {
        #expect(scan(text).tokens == expected)
    }

    @Test("every ideograph is a word, letters of other scripts join")
    func scripts() {
        let japanese = scan("東京タワー")
        #expect(japanese.tokens.count == 5)
        #expect(japanese.line.words == 5)
        #expect(scan("한국어 عربي हिन्दी").tokens == ["한국어", "عربي", "हिन्दी"])
        #expect(scan("Привет, мир").tokens == ["Привет", "мир"])
    }

    @Test("emoji are marks of their own, also where several code points make one")
    func emoji() {
        #expect(scan("👍 Teilen").tokens == ["👍", "Teilen"])
        #expect(scan("👍 Teilen").kinds == [.mark, .capitalised])
        #expect(scan("🎉🎉").line.marks == 2)
        #expect(scan("👨‍👩‍👧").tokens == ["👨", "👩", "👧"])
        #expect(scan("🎉").line.words == 0)
    }

    @Test(
        "case is folded in Latin, Greek and Cyrillic, in place of precomposed letters too",
        arguments: [
            ("TEILEN", "teilen"), ("Über ÖSTERREICH", "über österreich"), ("ПРИВЕТ", "привет"),
            ("Ёж ЇЖАК", "ёж їжак"), ("ΑΘΗΝΑ", "αθηνα"), ("ŽIŽEK", "žižek"), ("L’EAU", "l'eau"),
        ])
    func caseFolding(upper: String, lower: String) {
        #expect(hashes(upper) == hashes(lower))
    }

    @Test("all numbers of as many digits are the same word, whatever the script of the digits")
    func digits() {
        #expect(hashes("1999") == hashes("2024"))
        #expect(hashes("12") != hashes("123"))
        #expect(hashes("٣٤") == hashes("12"))
        #expect(hashes("12") != hashes("ab"))
    }

    @Test(
        "the kind of a word",
        arguments: [
            ("haus", Token.Kind.lower), ("Haus", .capitalised), ("HAUS", .upper),
            ("A", .capitalised), ("iPhone", .lower), ("2024", .digits), ("東", .uncased),
            ("|", .mark), ("ДОМ", .upper), ("дом", .lower), ("بيت", .uncased),
        ])
    func kinds(text: String, kind: Token.Kind) { #expect(scan(text).kinds == [kind]) }

    @Test(
        "a sentence ends at a mark before white space, not inside numbers or abbreviations",
        arguments: [
            ("Er kam. Sie ging. Ende", 2), ("um 3.5 z.B. gut", 1), ("Wer? Ich! Gut", 2), ("", 0),
        ])
    func sentences(text: String, ends: Int) { #expect(scan(text).line.sentenceEnds == ends) }

    @Test(
        "addresses, dates and times",
        arguments: [
            ("https://mk.example/s", "url"), ("siehe www.mk.example", "url"),
            ("Mail an a.b@mk.example bitte", "email"), ("Stand: 12:30 Uhr", "time"),
            ("am 3.9.2025", "date"), ("2025-09-03 kam", "date"), ("3/9 ist", "date"),
            ("im Mai 2024", "date"), ("es stand 3:2", ""), ("Wie war es?", ""), ("@lokal", ""),
            ("Band 2024", "date"), ("2024", ""), ("wwwalter. x", ""), ("12:300", ""),
        ])
    func patterns(text: String, expected: String) {
        let line = scan(text).line
        let found = [
            line.hasURL ? "url" : "", line.hasEmail ? "email" : "", line.hasTime ? "time" : "",
            line.hasDate ? "date" : "",
        ]
        #expect(found.filter { !$0.isEmpty }.joined(separator: " ") == expected)
    }

    @Test("first and last character decide start and end, closing quotes and brackets aside")
    func ends() {
        #expect(scan("„Gut.“").line.last == .fullStop)
        #expect(scan("„Gut.“").line.endsInQuote)
        #expect(scan("Ende (Foto)").line.last == .lower)
        #expect(scan("– Punkt").line.first == .hyphen)
        #expect(scan("weiter …").line.last == .ellipsis)
        #expect(scan("").line.first == .space)
        #expect(scan("Frage?").line.last == .question)
    }

    @Test("what a line's measures count")
    func measures() {
        let line = scan("Der SPD-Chef kam, sah und siegte (2:1): 50 € | mehr…").line
        #expect(line.words == 11)
        #expect(line.alphabetic == 8)
        #expect(line.allUpper == 1)
        #expect(line.capitalised == 3)
        #expect(line.digits == 4)
        #expect(line.commas == 1)
        #expect(line.colons == 2)
        #expect(line.brackets == 2)
        #expect(line.currencies == 1)
        #expect(line.pipes == 1)
    }

    @Test("a line of more tokens than there was room for has all of them")
    func longLine() {
        let words = (0..<3000).map { ["Wort", "und", "Teilen", "7"][$0 % 4] }
        #expect(scan(words.joined(separator: " ")).tokens == words)
    }

    @Test(
        "a word of publishing counts as the publisher's up to three words behind \"our\"",
        arguments: [
            ("Unsere Redaktion dankt unseren Leserinnen und Lesern.", 3),
            ("Our long and quiet years, readers.", 0), ("Die Redaktion der Zeitung", 0),
            ("OUR NEWSROOM", 1), ("Die Leser und unsere Nachbarn", 0), ("", 0),
        ])
    func publisher(text: String, count: Int) { #expect(scan(text).line.publisher == count) }

    @Test("persons are counted by their words; \"Sie\" only behind the line's first word")
    func persons() {
        let line = scan("Sie und wir, ich und Sie, unser Dank").line
        #expect((line.we, line.you, line.i) == (2, 1, 1))
    }

    @Test("equal hashes have equal numbers, in the order in which they come")
    func numbers() {
        let numbered = HashNumbers([7, 0, 7, 1 << 63, 0, 9])
        #expect(numbered.numbers == [0, 1, 0, 2, 1, 3] && numbered.count == 4)
        #expect(HashNumbers([]).count == 0)
        let many = HashNumbers((0..<5000).map { UInt64($0 % 1000) << 40 }[...])
        #expect(many.count == 1000 && many.numbers == (0..<5000).map { $0 % 1000 })
    }

    @Test("a line scanned after others is scanned as if alone")
    func noCarryOver() {
        let text = Array("offen'|Zweite Zeile 12".utf8)
        let split = 6
        var both = LineScanner()
        _ = both.scan(text.span, 0..<split)
        _ = both.scan(text.span, split..<text.count)
        #expect(both.tokens.map(\.hash) == hashes("|Zweite Zeile 12"))
    }
}
