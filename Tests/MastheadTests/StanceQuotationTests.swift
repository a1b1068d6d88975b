import Testing

@testable import Masthead

@Suite struct StanceQuotationTests {
    /// What stands in the quotations of a text, outermost first.
    private func quoted(_ text: String) -> [String] {
        let scan = StanceScan(text)
        let scalars = Array(text.unicodeScalars)
        return Quotation.quotations(in: scan.tokens).map { quotation in
            let start = Int(scan.tokens[quotation.open].end)
            let end =
                quotation.close < scan.tokens.count
                ? Int(scan.tokens[quotation.close].start) : scalars.count
            var string = ""
            string.unicodeScalars.append(contentsOf: scalars[start..<end])
            return string
        }
    }

    @Test(arguments: [
        "Er sagte: „Das geht nicht“, und ging.", "Er sagte: »Das geht nicht«, und ging.",
        "Er sagte: «Das geht nicht», und ging.", "Er sagte: \"Das geht nicht\", und ging.",
        "He said: “Das geht nicht”, und ging.", "Er sagte: „Das geht nicht„, und ging.",
        "Er sagte: “Das geht nicht“, und ging.", "Er sagte: ‚Das geht nicht‘, und ging.",
        "He said: 'Das geht nicht', und ging.", "Er sagte: „Das geht nicht\", und ging.",
        "Er sagte: ”Das geht nicht”, und ging.",
    ])
    func everyStylePairs(_ text: String) {
        #expect(quoted(text) == ["Das geht nicht"])
    }

    @Test func nestedQuotationsAreBothFound() {
        #expect(
            quoted("„Smotrich sagt: ‚Ich gehe‘ – immer“, sagte er.") == [
                "Smotrich sagt: ‚Ich gehe‘ – immer", "Ich gehe",
            ])
    }

    @Test func apostrophesQuoteNothing() {
        #expect(quoted("Yated Ne'eman and the dogs' tails don't count") == [])
    }

    @Test func anUnclosedQuotationRunsToTheEnd() {
        #expect(quoted("Er sagte: „Das geht so weiter") == ["Das geht so weiter"])
    }

    @Test func twoQuotationsAreNotOne() {
        #expect(quoted("Der \"Stern\" und die \"Zeit\" schweigen.") == ["Stern", "Zeit"])
    }
}
