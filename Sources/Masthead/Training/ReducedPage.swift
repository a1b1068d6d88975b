import NaiveBayes

/// A whole page as an extractor might leave it: training pages for residue.
///
/// There are far fewer hand-labelled pages of residue than whole ones, and the page and neighbour
/// features of the two have little in common. So each whole page is counted a second time with
/// most of its surroundings left out, in proportions that make the mix of labels that of real
/// residue. Its terms are not counted again.
enum ReducedPage {
    /// Probability that a line of each label stays. The shares bring the labels of 561 whole
    /// pages to the mix of 415 pages of real residue, times 1.5 so that the strays, which are
    /// what has to be learnt, are a little more frequent than they are.
    private static let staying: [Double] = [
        1, 1, 0.56, 0.9, 0.38, 0.38, 0.15, 0.3, 0.12, 0.3, 0.015, 0.3, 0.2,
    ]
    /// Pages with fewer lines of body are left alone.
    private static let fewestBodyLines = 2

    /// The reduced page, or nil where the document is residue, or hardly an article.
    ///
    /// The same document gives the same page: the draw is seeded with its digest. O(text).
    static func sample(of document: AnnotatedDocument, group key: String) -> LabelSample? {
        if document.other["regime"]?.string == Regime.residue.name { return nil }
        var random = SplitMix(seed: document.digest)
        var reduced = document
        reduced.paragraphs = document.paragraphs.filter { paragraph in
            guard case .label(let label) = paragraph.label, paragraph.trust == 1 else {
                return false
            }
            return Double.random(in: 0..<1, using: &random) < staying[Int(label.rawValue)]
        }
        let bodies = reduced.paragraphs.count { $0.label == .label(.body) }
        if bodies < fewestBodyLines { return nil }
        reduced.other["regime"] = .string(Regime.residue.name)
        var sample = LabelSample(reduced, group: key)
        sample.isReduced = true
        return sample
    }
}
