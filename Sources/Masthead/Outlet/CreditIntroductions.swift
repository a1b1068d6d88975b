extension ScannedParagraph {
    /// A name that no table knows, credited by a cue and by what is said of it.
    struct IntroducedName: Hashable {
        let tokens: Range<Int>
        /// Whether a noun says what it is, so that the name can be looked for elsewhere.
        let isSure: Bool
    }

    /// Outlets that the text introduces: "die Nachrichtenagentur X meldete", "told the X Times",
    /// "laut dem Magazin »X«".
    func introducedNames() -> [IntroducedName] {
        var names: [IntroducedName] = []
        for cue in cues {
            switch cue.kind {
            case .noun:
                guard let name = name(after: cue.tokens.upperBound), !touchesSource(name),
                    hasAttribution(cue.tokens.lowerBound..<name.upperBound, use: .cue)
                else { continue }
                names.append(IntroducedName(tokens: name, isSure: true))
            case .before:
                guard let name = name(after: cue.tokens.upperBound), !touchesSource(name),
                    let last = name.last, name.count > 1, isCue(last, .masthead),
                    !isMark(last - 1, "-") || tokens[last].shape == .capitals
                else { continue }
                names.append(IntroducedName(tokens: name, isSure: true))
            default: continue
            }
        }
        return names
    }

    private func touchesSource(_ name: Range<Int>) -> Bool {
        sources.contains { $0.tokens.overlaps(name) }
    }

    /// The name that begins at an index, after an article and an opening quotation mark:
    /// capitalised words, hyphens and domains, at most six tokens; within quotation marks what
    /// stands between them.
    private func name(after index: Int) -> Range<Int>? {
        var start = index
        while start < tokens.count, isArticle(start) || isCue(start, .noun), start - index < 3 {
            start += 1
        }
        guard start < tokens.count else { return nil }
        if tokens[start].mark == 0x22 {
            var end = start + 1
            while end < tokens.count, end - start <= 7, tokens[end].mark != 0x22 { end += 1 }
            guard end < tokens.count, tokens[end].mark == 0x22, end - start > 1,
                tokens[start + 1].shape != .lower
            else { return nil }
            return (start + 1)..<end
        }
        var end = start
        while end < tokens.count, end - start < 6, continuesName(end, from: start) { end += 1 }
        while end > start, tokens[end - 1].shape == .mark { end -= 1 }
        return end > start ? start..<end : nil
    }

    private func continuesName(_ index: Int, from start: Int) -> Bool {
        let token = tokens[index]
        if token.isCapitalised || token.shape == .mixed { return true }
        if index == start { return false }
        if token.shape == .number { return token.range.count <= 2 && tokens[index - 1].isWord }
        if token.isMark("-") || token.isMark("&") || token.isMark(".") {
            return !token.spaceBefore && index + 1 < tokens.count
                && !tokens[index + 1].spaceBefore
        }
        return token.shape == .lower && isMark(index - 1, ".") && !token.spaceBefore
    }

    private func isArticle(_ index: Int) -> Bool {
        Self.articles.contains(tokens[index].folded) && tokens[index].shape != .capitals
    }

    private static let articles = Set(
        ["der", "die", "das", "dem", "den", "des", "the", "le", "la", "a", "el"].map {
            TokenText($0).tokens[0].folded
        })
}
