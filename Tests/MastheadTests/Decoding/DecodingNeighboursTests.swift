import Testing

@testable import Masthead

@Suite("False body and its neighbours")
struct DecodingNeighboursTests {
    private static let article = [
        "Stadtrat beschließt neue Brücke über die Oder",
        "Von Mareike Tolksdorf",
        "Der Stadtrat von Lebus hat am Dienstag den Bau einer neuen Brücke beschlossen. "
            + "Sie soll im Jahr 2029 fertig sein und acht Millionen Euro kosten.",
        "Bürgermeister Henner Pohl sprach von einem Tag, auf den die Stadt lange gewartet habe. "
            + "Die alte Brücke war vor sechs Jahren gesperrt worden, weil ihre Pfeiler rosteten.",
    ]
    private static let before = ["Teilen", "Auf Facebook teilen", "Per E-Mail versenden"]
    private static let behind = ["Auf WhatsApp teilen", "Drucken", "Artikel teilen"]
    /// A subscription pitch that reads like an article.
    private static let pitch =
        "Unsere Reporter waren drei Tage am Fluss unterwegs, sprachen mit Fischern und Händlern "
        + "und kamen mit Geschichten zurück, die sonst niemand erzählt hätte. Solche Wege kosten "
        + "Zeit und Geld. Wer uns vier Wochen lang liest, versteht, warum sich beides lohnt."
    private static let end = [
        "Gegen den Beschluss stimmten zwei Abgeordnete, die eine Fähre für billiger hielten."
    ]

    private func labels(_ lines: [String]) -> [ParagraphLabel] {
        Analyzer().analyze(lines.joined(separator: "\n\n")).paragraphs.map(\.label)
    }

    @Test("share lines around a pitch in prose keep their label")
    func shareLines() {
        let lines = Self.article + Self.before + [Self.pitch] + Self.behind + Self.end
        let labels = labels(lines)
        let first = Self.article.count
        let shares = Array(first..<(first + 3)) + Array((first + 4)..<(first + 7))
        for index in shares { #expect(labels[index] == .share, "\(lines[index])") }
        #expect(labels[2] == .body && labels[3] == .body)
        #expect(labels[0] == .headline && labels[1] == .byline)
    }

    @Test("prose between two share lines costs neither more than a little of its probability")
    func shift() {
        let analyzer = Analyzer()
        func share(_ lines: [String], _ index: Int) -> Float {
            let page = analyzer.analyze(lines.joined(separator: "\n\n"))
            return page.paragraphs[index].probabilities[Int(ParagraphLabel.share.rawValue)]
        }
        let with = Self.article + Self.before + [Self.pitch] + Self.behind + Self.end
        let without = Self.article + Self.before + Self.behind + Self.end
        let last = Self.article.count + 2
        #expect(share(with, last) > 0.5)
        #expect(share(with, last) > share(without, last) - 0.4)
        #expect(share(with, last + 2) > share(without, last + 1) - 0.4)
    }

    @Test("a pitch put before the article does not make the menu body")
    func menu() {
        let menu = ["Startseite", "Politik", "Wirtschaft", "Sport", "Kultur", "Impressum"]
        let labels = labels(menu + [Self.pitch] + menu + Self.article + Self.end)
        let found = Array(labels[0..<6] + labels[7..<13])
        #expect(found.allSatisfy { $0 != .body && $0 != .headline })
        #expect(found.count { $0 == .navigation } >= 10)
    }
}
