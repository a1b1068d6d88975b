import Masthead

/// Prints explanations.
struct ExplanationPrinter {
    /// Pieces of evidence to show for each paragraph.
    let evidenceCount: Int
    /// How the text looks.
    let palette: Palette

    /// For people: the paragraph, its label and the runner-up, and a line for each piece of
    /// evidence, the number being natural log-odds.
    func text(_ paragraph: ExplainedParagraph) -> String {
        var lines = [
            palette.text("\(paragraph.index)  \(visible(paragraph.text))", .strong),
            "   \(paragraph.label.name) \(fourDigits(paragraph.label.probability)), then "
                + "\(paragraph.runnerUp.name) \(fourDigits(paragraph.runnerUp.probability)); "
                + "margin \(signed(paragraph.margin))",
        ]
        for piece in paragraph.evidence.prefix(evidenceCount) {
            lines.append(weighted(piece.weight, "\(piece.view) \(visible(piece.feature))"))
        }
        let rest = paragraph.evidence.dropFirst(evidenceCount)
        if !rest.isEmpty {
            lines.append(weighted(rest.reduce(0) { $0 + $1.weight }, "\(rest.count) more"))
        }
        return lines.joined(separator: "\n") + "\n\n"
    }

    /// For programs. All evidence is there, whatever the number to show.
    func json(_ paragraph: ExplainedParagraph, of document: String?) -> JSONValue {
        let evidence = paragraph.evidence.map { piece in
            JSONValue.object([
                "view": .string(piece.view), "feature": .string(piece.feature),
                "weight": .number(rounded(piece.weight)),
            ])
        }
        return .object([
            "id": document.map(JSONValue.string) ?? .null, "paragraph": .integer(paragraph.index),
            "text": .string(paragraph.text), "label": .string(paragraph.label.name),
            "probability": .number(rounded(paragraph.label.probability)),
            "runner-up": .string(paragraph.runnerUp.name),
            "runner-up probability": .number(rounded(paragraph.runnerUp.probability)),
            "margin": .number(rounded(paragraph.margin)), "evidence": .array(evidence),
        ])
    }

    /// A number with four digits after the point.
    func rounded(_ value: Float) -> Double {
        (Double(value) * 10_000).rounded() / 10_000
    }

    /// A line of evidence with its weight in front, faint where it speaks against the decision.
    func weighted(_ weight: Float, _ what: String) -> String {
        let number = signed(weight)
        let margin = String(repeating: " ", count: max(0, 10 - number.count))
        let line = "\(margin)\(number)  \(what)"
        return weight < 0 ? palette.text(line, .faint) : line
    }

    /// A number with its sign and two digits after the point.
    func signed(_ value: Float) -> String {
        let hundredths = Int((min(abs(value), 1e9) * 100).rounded())
        let digits = hundredths % 100
        return "\(value < 0 ? "-" : "+")\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
    }
}
