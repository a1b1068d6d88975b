/// A paragraph with its candidates.
struct ProposedParagraph: Sendable {
    /// Index of the paragraph on the page.
    let index: Int
    let tokens: [StanceToken]
    let quotations: [Quotation]
    /// In order of their first token.
    var candidates: [StanceCandidate]
}

/// The candidates of a page's article paragraphs.
struct StancePage: Sendable {
    var paragraphs: [ProposedParagraph] = []
    /// The rows of all candidates, one candidate's after the other's.
    var rows: [Int32] = []
}

/// Finds the candidates of one page.
struct StanceProposer: Sendable {
    let lexicon: StanceLexicon
    let outlet: [[UInt32]]

    init(lexicon: StanceLexicon, outletNames: [String]) {
        self.lexicon = lexicon
        outlet = outletNames.map { name in
            StanceScan(name, stemming: .none).tokens.filter { $0.kind != .mark }.map(\.hash)
        }.filter { !$0.isEmpty }
    }

    /// The candidates of a page's article paragraphs, by paragraph. Only those get a context
    /// that `isHopeful`, which is given each candidate with its rows and may note what it finds.
    /// O(tokens).
    func page(
        of input: StanceInput,
        where isHopeful: (inout StanceCandidate, ArraySlice<Int32>) -> Bool
    ) -> StancePage {
        var page = StancePage()
        for (index, paragraph) in input.paragraphs.enumerated() where paragraph.isArticle {
            let seen = page.paragraphs.count
            let place: UInt32 = seen == 0 ? 0 : seen < 3 ? 1 : 2
            let context = PlaceOnPage(label: paragraph.label, place: place)
            add(paragraph.text, at: index, context, to: &page, where: isHopeful)
        }
        return page
    }

    /// Adds a paragraph with its candidates in order of their first token. O(tokens).
    private func add(
        _ text: String, at index: Int, _ place: PlaceOnPage, to page: inout StancePage,
        where isHopeful: (inout StanceCandidate, ArraySlice<Int32>) -> Bool
    ) {
        var scan = StanceScan(text, stemming: lexicon.stemming)
        let matches = lexicon.matches(in: &scan)
        let quotations = Quotation.quotations(in: scan.tokens)
        // Taken out, so that the list grows it in place.
        var rows: [Int32] = []
        swap(&rows, &page.rows)
        var list = CandidateList(scan: scan, lexicon: lexicon, rows: rows)
        rows = []
        list.add(matches)
        StanceRules(scan: scan, lexicon: lexicon, outlet: outlet).visit(quotations) {
            list.add($0, $1)
        }
        var candidates = list.finish(rows: &page.rows)
        let context = StanceContext(
            scan: scan, quotations: quotations, matches: matches, lexicon: lexicon, page: place)
        for index in candidates.indices
        where isHopeful(&candidates[index], page.rows[candidates[index].rows]) {
            context.describe(&candidates[index])
        }
        page.paragraphs.append(
            ProposedParagraph(
                index: index, tokens: scan.tokens, quotations: quotations,
                candidates: candidates))
    }
}
