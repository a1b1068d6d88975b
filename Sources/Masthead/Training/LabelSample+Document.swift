extension LabelSample {
    /// The sample of an annotated document.
    ///
    /// The regime is the document's `regime`, or whole page where it says nothing. A paragraph's
    /// weight is its `weight`, or what its `evidence` is worth. Coarse and missing labels count
    /// for nothing. O(text).
    package init(_ document: AnnotatedDocument, group key: String = "family") {
        var labels: [ParagraphLabel?] = []
        var weights: [Int32] = []
        var possible: [UInt16] = []
        for paragraph in document.paragraphs {
            possible.append(paragraph.possibleLabels)
            let weight = Int32((Double(LabelCounts.unit) * paragraph.trust).rounded())
            if case .label(let label) = paragraph.label, weight > 0 {
                labels.append(label)
                weights.append(weight)
            } else {
                labels.append(nil)
                weights.append(0)
            }
        }
        self.init(
            evidence: PageEvidence(paragraphs: document.paragraphs.map(\.text)),
            regime: document.other["regime"]?.string == Regime.residue.name ? .residue : .page,
            group: document.group(by: key), labels: labels, weights: weights)
        self.possible = possible
        if !possible.contains(where: { $0 != 0 }) { fitWeight = 0 }
    }

    /// Whether some line has a label given by hand.
    var isLabelledByHand: Bool { possible.contains { $0.nonzeroBitCount == 1 } }
}

extension AnnotatedParagraph {
    /// The labels that the paragraph may have, one bit each; 0 where the label can't be trusted.
    ///
    /// Labels of evidence `gold` or `snippet` were aligned with the text of the article. Such
    /// texts have subheadings but often not the title, so that what stands in them is body or
    /// headline, and what does not is anything but body.
    var possibleLabels: UInt16 {
        func bits(_ labels: [ParagraphLabel]) -> UInt16 {
            labels.reduce(0) { $0 | 1 << UInt16($1.rawValue) }
        }
        guard trust == 1 else { return 0 }
        let isAligned = ["gold", "snippet"].contains(other["evidence"]?.string)
        switch label {
        case .none: return 0
        case .label(.body) where isAligned: return bits([.body, .headline])
        case .label(let label) where !isAligned: return bits([label])
        case .boilerplate where !isAligned:
            return bits(ParagraphLabel.allCases.filter { $0.disposition != .content })
        default: return bits(ParagraphLabel.allCases.filter { $0 != .body })
        }
    }

    /// How far the label is trusted, 0 to 1: the `weight`, or 0 where an `evidence` key says
    /// that the label was voted or guessed. Counting those at a half and an eighth made body
    /// worse and types no better (`Documentation/training.md`).
    var trust: Double {
        switch other["evidence"]?.string {
        case "silver", "weak", "ambiguous": 0
        default: weight
        }
    }
}
