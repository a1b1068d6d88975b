import Testing

@testable import Masthead

@Suite("Lines repeated on a site's pages")
struct RepeatedLinesTests {
    /// A paragraph that is body with this probability, else related.
    private func paragraph(_ text: String, body: Float = 0.6) -> LabeledParagraph {
        var probabilities = [Float](repeating: 0, count: ParagraphLabel.count)
        probabilities[Int(ParagraphLabel.body.rawValue)] = body
        probabilities[Int(ParagraphLabel.related.rawValue)] = 1 - body
        return LabeledParagraph(
            text: text, byteRange: 0..<text.utf8.count, codePointRange: 0..<text.count,
            label: body >= 0.5 ? .body : .related, probabilities: probabilities)
    }

    private func bodies(_ paragraphs: [LabeledParagraph]) -> [Float] {
        paragraphs.map { $0.probability(of: .body) }
    }

    @Test("only what stood on an earlier page of the same site is less likely the article")
    func repeats() {
        var lines = RepeatedLines()
        let page = ["Mehr aus der Region lesen Sie hier.", "Mehr aus der Region lesen Sie hier."]
            .map { paragraph($0) }
        // Twice on one page is no repeat.
        #expect(bodies(lines.weighed(page, site: "a.example")) == [0.6, 0.6])
        #expect(bodies(lines.weighed(page, site: "b.example")) == [0.6, 0.6])
        let again = lines.weighed(page + [paragraph("Neu.")], site: "a.example")
        let odds = 0.6 / 0.4 * RepeatedLines.factor
        for body in bodies(again).prefix(2) { #expect(abs(body - odds / (1 + odds)) < 1e-5) }
        #expect(again.map(\.label) == [.related, .related, .body])
        #expect(again[0].byteRange == page[0].byteRange && again[0].text == page[0].text)
        #expect(abs(again[0].probabilities.reduce(0, +) - 1) < 1e-5)
    }

    @Test("a line that is surely the article stays one, as on a page that came twice")
    func certain() {
        var lines = RepeatedLines()
        let page = [paragraph("Der Rat tagte am Montag bis in die Nacht.", body: 0.97)]
        _ = lines.weighed(page, site: "a.example")
        #expect(Keeping().keeps(lines.weighed(page, site: "a.example")[0]))
    }

    @Test("where there is no room, the line not seen for longest is forgotten")
    func bounded() {
        var lines = RepeatedLines(bucketBits: 0)
        func areKnown(_ texts: [String]) -> [Bool] {
            lines.weighed(texts.map { paragraph($0) }, site: "").map {
                $0.probability(of: .body) < 0.5
            }
        }
        _ = areKnown(["a", "b", "c", "d"])
        #expect(areKnown(["a", "e"]) == [true, false])
        #expect(areKnown(["b"]) == [false])
        #expect(areKnown(["a", "d"]) == [true, true])
    }
}
