/// How far a page's text comes from an agency or another outlet.
public struct Syndication: Sendable, Hashable {
    /// What the page shows.
    public let value: Value
    /// How sure the value is, 0 to 1: by rule of thumb from the kind of evidence, not calibrated.
    public let confidence: Float
    /// The credits that show it.
    public let evidence: [PageRange]

    /// What a page shows of its text's origin.
    public enum Value: String, CaseIterable, Sendable {
        /// No agency and no other outlet is credited for the text.
        case none
        /// The text is credited to an agency or another outlet, and to nobody of its own.
        case credited
        /// An agency or another outlet is credited together with an author or initials.
        case partial
    }
}

extension SourceScan {
    /// What the page's datelines, signatures and source lines say of its text's origin.
    ///
    /// Photo credits, copyright and attributions do not count: they credit pictures and facts,
    /// not the text. Nor does a signature of the outlet that the page itself names.
    func syndication(_ credits: [Credit], outlet: NamedOutlet?) -> Syndication {
        var places: [PageRange] = []
        var hasDateline = false
        for credit in credits where credit.name != outlet?.name {
            guard credit.kind == .agency || credit.kind != .photo && credit.kind != .media else {
                continue
            }
            for mention in credit.mentions {
                guard mention.cue == .dateline || mention.cue == .signature else { continue }
                places.append(mention.place)
                hasDateline = hasDateline || mention.cue == .dateline
            }
        }
        guard !places.isEmpty else {
            // A page without any byline may have lost the line that credits an agency.
            let hasByline = paragraphs.contains { $0.label == .byline }
            return Syndication(value: .none, confidence: hasByline ? 0.8 : 0.6, evidence: [])
        }
        let isShared =
            places.contains { paragraph(at: $0.paragraph)?.hasAuthorBeside($0.range) ?? false }
            || hasAuthorLine(apartFrom: Set(places.map(\.paragraph)))
        return Syndication(
            value: isShared ? .partial : .credited,
            confidence: min(0.7 + 0.1 * Float(places.count) + (hasDateline ? 0.1 : 0), 0.95),
            evidence: places)
    }

    /// Whether a byline without a credit names an author: "Von …", "By …", or two capitalised
    /// words alone.
    private func hasAuthorLine(apartFrom credited: Set<Int>) -> Bool {
        paragraphs.contains { paragraph in
            guard paragraph.label == .byline, !credited.contains(paragraph.index) else {
                return false
            }
            guard let first = paragraph.tokens.first,
                let second = paragraph.tokens.dropFirst().first
            else { return false }
            if paragraph.isCue(0, .byline) { return second.shape == .capital }
            return paragraph.tokens.count == 2 && first.shape == .capital
                && second.shape == .capital
        }
    }
}

extension ScannedParagraph {
    /// Whether initials or a person's name share the line or bracket with a credit: "das/dpa",
    /// "Von Anna Muster mit AP".
    fileprivate func hasAuthorBeside(_ range: Range<Int>) -> Bool {
        guard let place = tokens.firstIndex(where: { $0.range.lowerBound == range.lowerBound })
        else { return false }
        let isCredited = { (index: Int) in
            sources.contains { $0.tokens.contains(index) }
        }
        var persons = 0
        for index in tokens.indices where abs(index - place) <= 8 && !isCredited(index) {
            let token = tokens[index]
            let isBeside =
                isMark(index - 1, "/") || isMark(index + 1, "/") || isMark(index - 1, ",")
                || isMark(index + 1, ",")
            if isBeside, token.shape == .lower, token.range.count >= 2, token.range.count <= 4,
                abs(index - place) <= 6, !isDesk(index)
            {
                return true
            }
            if label == .byline, token.shape == .capital, token.range.count > 1,
                index > 0, tokens[index - 1].shape == .capital || isCue(index - 1, .byline)
            {
                persons += 1
            }
        }
        return persons > 0 && label == .byline
    }

    /// Whether a token is an agency's own desk or service, as in "dpa/lno" and "sda-ats": it
    /// follows an agency's slash inside the bracket of a dateline.
    private func isDesk(_ index: Int) -> Bool {
        guard index <= 14, isMark(index - 1, "/") || isMark(index - 1, "-") else { return false }
        let follows = sources.contains { $0.tokens.upperBound == index - 1 }
        return follows && index + 2 < tokens.count && isMark(index + 1, ")")
            && isMark(index + 2, "-")
    }
}
