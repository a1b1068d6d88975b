@testable import Masthead

@testable import MastheadCommand

/// Labels as ``PrefixAnalyzer`` does, and finds a profile by small tables and one marker: the
/// word "angeblich".
struct ProfilingAnalyzer: PageAnalyzing {
    var labelling: any PageAnalyzing { PrefixAnalyzer() }

    func analysis(of text: [UInt8]) -> PageAnalysis {
        complete(PrefixAnalyzer().analysis(of: text))
    }

    func analysis(of paragraphs: [String]) -> PageAnalysis {
        complete(PrefixAnalyzer().analysis(of: paragraphs))
    }

    func explanations(of text: [UInt8], paragraph: Int?) -> [ExplainedParagraph] {
        PrefixAnalyzer().explanations(of: text, paragraph: paragraph)
    }

    func explainedProfile(of text: [UInt8]) -> ExplainedProfile {
        let style = StyleExplanation(
            style: .regionalPress, runnerUp: .blog, margin: 1.25,
            reasons: [
                .init(view: "boilerplate words", name: "abonnieren", weight: 1.5),
                .init(view: "figures", name: "lines=2", weight: -0.5),
            ])
        return ExplainedProfile(page: analysis(of: text), style: style)
    }

    private func complete(_ page: PageAnalysis) -> PageAnalysis {
        var page = page
        if let tables = try? Self.tables() {
            page.outlet = OutletProfile(
                styles: [
                    .init(style: .regionalPress, probability: 0.75),
                    .init(style: .blog, probability: 0.25),
                ], sources: SourceFindings(paragraphs: page.paragraphs, tables: tables))
        }
        page.markers = page.paragraphs.indices.flatMap { markers(in: page.paragraphs[$0], $0) }
        return page
    }

    private func markers(in paragraph: LabeledParagraph, _ index: Int) -> [StanceMarker] {
        guard paragraph.label == .body, let found = paragraph.text.firstRange(of: "angeblich")
        else { return [] }
        let scalars = paragraph.text.unicodeScalars
        let start = scalars.distance(from: scalars.startIndex, to: found.lowerBound)
        var attributes = StanceMarker.Attributes()
        attributes.polarity = .negative
        attributes.referent = "der Vorfall"
        attributes.alternatives = "neutral: wohl"
        attributes.anonymous = true
        return [
            StanceMarker(
                paragraph: index, range: start..<start + 9, category: .distancing,
                attributes: attributes, voice: .quoted,
                reason: .init(source: "term \"angeblich\"", probability: 0.9, threshold: 0.5))
        ]
    }

    static let signatures = """
        outlet\tstyle\tlanguage\twording\twhere\tstrength
        Muster-Bote\tregional-press\tde\tMuster-Bote abonnieren\tboilerplate\tnames

        """
    static let sources = """
        source\tkind\tuse\texact\tfolded
        dpa\tagency\tfree\tdpa\tDeutsche Presse-Agentur

        """
    static let cues = "kind\twording\tvalue\nbefore\tlaut\tde\n"
    static let languages = "language\tword\trate\nde\tder\t270\nde\tist\t90\nen\tthe\t600\n"

    static func tables() throws -> OutletTables {
        try OutletTables(
            signatures: signatures, sources: sources, cues: cues, languages: languages)
    }
}
