extension ScannedParagraph {
    /// How a source of the table that stands outside all slots is credited, or nil.
    func cue(
        of source: Range<Int>, label: ParagraphLabel, use: CreditableSource.Use
    ) -> Credit.Cue? {
        switch label {
        case .byline: return bylineCue(of: source, use)
        case .caption: return isCaptionCredit(source, use) ? .photo : nil
        case .body, .headline:
            if label == .body, use != .weak {
                if isDateline(source) { return .dateline }
                if isSignature(source, use) { return .signature }
            }
            return hasAttribution(source, use: use) ? .attribution : nil
        default: return nil
        }
    }

    /// "AFP, MANILA" and "Bogotá (dpa)" are datelines, other mentions in a byline signatures.
    private func bylineCue(
        of source: Range<Int>, _ use: CreditableSource.Use
    ) -> Credit.Cue? {
        if isDateline(source) { return .dateline }
        let end = source.upperBound
        if source.lowerBound == 0, isMark(end, ","), end + 1 < tokens.count,
            tokens[end + 1].shape == .capitals
        {
            return .dateline
        }
        if use == .free { return .signature }
        let isAlone = tokens.count <= source.count + 4
        let opens = source.lowerBound > 0 && isCue(source.lowerBound - 1, .byline)
        if use == .weak { return isAlone && source.lowerBound == 0 ? .signature : nil }
        let isBeside =
            isMark(source.lowerBound - 1, "/") || isMark(end, "/")
            || source.lowerBound == 0 && isMark(end, "(")
            || isMark(source.lowerBound - 1, ",") || isMark(end, ",")
        return isAlone || opens || isBeside ? .signature : nil
    }

    /// In a caption a provider stands beside a slash, a bar, "via" or "Photo", in brackets, or
    /// alone; other mentions are part of what the picture shows.
    private func isCaptionCredit(
        _ source: Range<Int>, _ use: CreditableSource.Use
    ) -> Bool {
        let (before, after) = (source.lowerBound - 1, source.upperBound)
        if source == tokens.indices || source == trimmedName(tokens.indices) { return true }
        if use == .weak { return false }
        let beside: [Unicode.Scalar] = ["/", "|"]
        if beside.contains(where: { isMark(before, $0) || isMark(after, $0) }) { return true }
        if before >= 0, tokens[before].folded == Self.via { return true }
        if after < tokens.count, tokens[after].folded == Self.via { return true }
        guard use == .free else { return false }
        if isMark(before, "("), isMark(after, ")") { return true }
        if after < tokens.count, tokens[after].folded == Self.photo { return true }
        return after == tokens.count
    }

    private static let via = TokenText("via").tokens[0].folded
    private static let photo = TokenText("photo").tokens[0].folded

    /// Whether a source stands in the bracket that opens a report: "BERLIN (dpa/lno) –",
    /// "МОСКВА, 3 сентября. /ТАСС/.". A place has at most a dozen tokens.
    private func isDateline(_ source: Range<Int>) -> Bool {
        guard source.lowerBound <= 14, let bracket = bracket(around: source) else { return false }
        let after = bracket.upperBound
        if bracket.lowerBound > 0, !tokens[..<bracket.lowerBound].contains(where: \.isWord) {
            return false
        }
        guard after < tokens.count else { return false }
        if bracket.lowerBound == 0 { return isMark(after, "-") }
        return isMark(after, "-") || isMark(after, ".") || isMark(after, ":")
            || tokens[after].isCapitalised && bracket.lowerBound <= 4
    }

    /// The tokens of the brackets or slashes around a source, marks included: at most eight
    /// tokens, which are three sources with desks.
    private func bracket(around source: Range<Int>) -> Range<Int>? {
        var start = source.lowerBound - 1
        while start >= 0, source.lowerBound - start <= 8, !isMark(start, "("), !isMark(start, "[") {
            start -= 1
        }
        var end = source.upperBound
        while end < tokens.count, end - source.upperBound < 8, !isMark(end, ")"),
            !isMark(end, "]")
        {
            end += 1
        }
        if start >= 0, end < tokens.count, isMark(start, "(") || isMark(start, "["),
            isMark(end, ")") || isMark(end, "]")
        {
            return start..<(end + 1)
        }
        guard isMark(source.lowerBound - 1, "/"), isMark(source.upperBound, "/") else {
            return nil
        }
        return (source.lowerBound - 1)..<(source.upperBound + 1)
    }

    /// Whether a source stands in a list of sources and initials that closes a text: a bracket
    /// at the paragraph's end, or a paragraph of its own.
    private func isSignature(_ source: Range<Int>, _ use: CreditableSource.Use) -> Bool {
        if let bracket = bracket(around: source), tokens.count - bracket.upperBound <= 1,
            isList(bracket.lowerBound + 1..<bracket.upperBound - 1)
        {
            return true
        }
        return tokens.count <= 10 && (use == .free || tokens.count > source.count)
            && isList(tokens.indices)
            && (use == .free || tokens.contains { $0.isMark("/") || $0.isMark(",") })
    }

    /// Whether tokens are sources, initials, numbers and the marks between them.
    private func isList(_ range: Range<Int>) -> Bool {
        range.allSatisfy { index in
            let token = tokens[index]
            if token.shape == .mark || token.shape == .number { return true }
            if token.range.count <= 4 && token.shape != .capital { return true }
            return sources.contains { $0.tokens.contains(index) }
        }
    }

    /// Whether a name is credited by words around it: "laut X", "X meldet", "X-Bericht".
    ///
    /// A cue before may be four tokens away, one after six ("BBC am Dienstag berichtete"); no
    /// end of clause may stand between. A common word needs its cue right beside it, with an
    /// article or a quotation mark at most between.
    func hasAttribution(_ name: Range<Int>, use: CreditableSource.Use) -> Bool {
        let end = name.upperBound
        if isMark(end, "-"), !tokens[end].spaceBefore, isCue(end + 1, .compound) { return true }
        if use == .free, isIntroduced(name) { return true }
        let reach = use == .weak ? (before: 2, after: 1) : (before: 4, after: 6)
        for cue in cues {
            switch cue.kind {
            case .before:
                let gap = cue.tokens.upperBound..<max(cue.tokens.upperBound, name.lowerBound)
                guard cue.tokens.upperBound <= name.lowerBound, gap.count <= reach.before,
                    use != .weak || gap.allSatisfy({ isThin($0) }), isOneClause(gap),
                    !gap.contains(where: { isCue($0, .preposition) })
                else { continue }
                return true
            case .after:
                let gap = end..<max(end, cue.tokens.lowerBound)
                guard cue.tokens.lowerBound >= end, gap.count <= reach.after,
                    use != .weak || gap.allSatisfy({ isThin($0) }) && hasArticle(before: name),
                    isOneClause(gap)
                else { continue }
                return true
            default: continue
            }
        }
        return false
    }

    /// Whether the kind of the source stands right before its name: "der Nachrichtenagentur AFP".
    private func isIntroduced(_ name: Range<Int>) -> Bool {
        let start = isMark(name.lowerBound - 1, "\"") ? name.lowerBound - 1 : name.lowerBound
        return cues.contains { $0.kind == .noun && $0.tokens.upperBound == start }
    }

    /// Whether a name is inside a cue that opens a slot: the "Bild" of "Bild:".
    func isPartOfCue(_ name: Range<Int>) -> Bool {
        cues.contains {
            ($0.kind == .photo || $0.kind == .source) && $0.tokens.overlaps(name)
                && $0.tokens.count > name.count
        }
    }

    private func isThin(_ index: Int) -> Bool {
        tokens[index].mark == 0x22 || Self.articles.contains(tokens[index].folded)
    }

    private func hasArticle(before name: Range<Int>) -> Bool {
        name.lowerBound > 0 && isThin(name.lowerBound - 1)
    }

    private func isOneClause(_ gap: Range<Int>) -> Bool {
        !gap.contains { index in
            let token = tokens[index]
            return token.isMark(",") || token.isMark(";") || token.isMark(":")
                || token.isMark("?") || token.isMark("!")
                || token.isMark(".") && endsSentence(index)
        }
    }

    private static let articles = Set(
        ["der", "die", "das", "dem", "den", "des", "the", "le", "la", "les", "à", "l", "el"].map {
            TokenText($0).tokens[0].folded
        })
}
