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

    func explanations(of text: [UInt8], paragraph: Int?) -> [ExplainedParagraph] {
        let page = analyze(text)
        return page.paragraphs.indices.filter { paragraph == nil || $0 == paragraph }.map { index in
            let explanation = explanation(ofParagraph: index, in: page)
            return ExplainedParagraph(
                index: index, text: page.paragraphs[index].text,
                label: (explanation.label.name, explanation.probability.label),
                runnerUp: (explanation.runnerUp.name, explanation.probability.runnerUp),
                margin: explanation.margin,
                evidence: explanation.evidence.map {
                    .init(view: $0.view, feature: $0.feature, weight: $0.weight)
                })
        }
    }
}

extension Environment {
    /// What labels paragraphs by a model's bytes; nil stands for the built-in model.
    static func libraryAnalyzer(_ bytes: [UInt8]?) throws(ModelError) -> any PageAnalyzing {
        guard let bytes else { return Analyzer() }
        return Analyzer(model: try Model(bytes: bytes))
    }
}
