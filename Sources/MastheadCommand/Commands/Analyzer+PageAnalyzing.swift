import Masthead

extension Analyzer: PageAnalyzing {
    func analysis(of text: [UInt8]) -> PageAnalysis { PageAnalysis(analyze(text)) }

    func analysis(of paragraphs: [String]) -> PageAnalysis {
        PageAnalysis(analyze(paragraphs: paragraphs))
    }

    var labelling: any PageAnalyzing {
        // Without findings no part of the model is read that could be damaged.
        (try? Analyzer(model: model, finding: [])) ?? self
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

extension Analyzer {
    func explainedProfile(of text: [UInt8]) -> ExplainedProfile {
        let page = analyze(text)
        return ExplainedProfile(page: PageAnalysis(page), style: explanationOfStyle(of: page))
    }
}

extension PageAnalysis {
    fileprivate init(_ page: AnalyzedPage) {
        self.init(
            paragraphs: page.paragraphs, outlet: page.outlet, markers: page.markers,
            repairs: page.repairs.count)
    }
}

extension Environment {
    /// What analyses pages by a model's bytes; nil stands for the built-in model.
    static func libraryAnalyzer(
        _ bytes: [UInt8]?, finding findings: Analyzer.Findings
    ) throws(ModelError) -> any PageAnalyzing {
        guard let bytes else { return Analyzer(finding: findings) }
        return try Analyzer(model: try Model(bytes: bytes), finding: findings)
    }
}
