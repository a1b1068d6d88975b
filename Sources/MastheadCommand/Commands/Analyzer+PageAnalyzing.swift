import Masthead

extension Analyzer: PageAnalyzing {
    func analysis(of text: [UInt8]) -> PageAnalysis {
        let page = analyze(text)
        return PageAnalysis(paragraphs: page.paragraphs, repairs: page.repairs.count)
    }

    func analysis(of paragraphs: [String]) -> PageAnalysis {
        let document = AnnotatedDocument(
            paragraphs: paragraphs.map { AnnotatedParagraph(text: $0, label: .none) })
        let labelled = zip(paragraphs, probabilities(of: document)).map { text, probabilities in
            // The first of equals, as in the analysis of raw text.
            let best = probabilities.indices.max {
                probabilities[$0] < probabilities[$1]
                    || (probabilities[$0] == probabilities[$1] && $0 > $1)
            }
            return LabeledParagraph(
                text: text, byteRange: 0..<0, codePointRange: 0..<0,
                label: best.flatMap { ParagraphLabel(rawValue: UInt8($0)) } ?? .debris,
                probabilities: probabilities)
        }
        return PageAnalysis(paragraphs: labelled)
    }
}

extension Environment {
    /// What labels paragraphs by a model's bytes; nil stands for the built-in model.
    static func libraryAnalyzer(_ bytes: [UInt8]?) throws(ModelError) -> any PageAnalyzing {
        guard let bytes else { return Analyzer() }
        return Analyzer(model: try Model(bytes: bytes))
    }
}
