extension LabelSample {
    /// The sample of an annotated document.
    ///
    /// The regime is the document's `regime`, or whole page where it says nothing. A paragraph's
    /// weight is its `weight`, or what its `evidence` is worth. Coarse and missing labels count
    /// for nothing. O(text).
    package init(_ document: AnnotatedDocument, group key: String = "family") {
        var labels: [ParagraphLabel?] = []
        var weights: [Int32] = []
        for paragraph in document.paragraphs {
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
        // Where not one line has a label given by hand, there is nothing to fit weights on.
        if !weights.contains(where: { $0 >= LabelCounts.unit }) { fitWeight = 0 }
    }
}

extension AnnotatedParagraph {
    /// How far the label is trusted, 0 to 1: the `weight`, or 0 where an `evidence` key says
    /// that the label was voted or guessed. Counting those at a half and an eighth made body
    /// worse and types no better (`Documentation/model.md`).
    var trust: Double {
        switch other["evidence"]?.string {
        case "silver", "weak", "ambiguous": 0
        default: weight
        }
    }
}
