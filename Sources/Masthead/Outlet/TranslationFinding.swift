/// Whether a page's text is a translation, as far as the page shows it.
public struct Translation: Sendable, Hashable {
    /// What the page shows.
    public let value: Value
    /// How sure the value is, 0 to 1: by rule of thumb from the weight of evidence, not
    /// calibrated.
    public let confidence: Float
    /// What shows it.
    public let evidence: [Evidence]

    /// What a page shows.
    public enum Value: String, CaseIterable, Sendable {
        /// Nothing speaks for a translation.
        case original
        /// The page says that its text is translated.
        case noted
        /// The text has marks that machine translation and careless copying leave.
        case suspectedMachine = "suspected-machine"
    }

    /// A trace and its place.
    public struct Evidence: Sendable, Hashable {
        /// What it is.
        public let trace: Trace
        /// Where it stands.
        public let place: PageRange
    }

    /// A trace of translation.
    public enum Trace: String, CaseIterable, Sendable {
        /// "Übersetzt von", "Translated by".
        case note
        /// A source's name run into the sentence after it: "TASS Er erklärte".
        case runOnSource = "run-on-source"
        /// Quotation marks around nothing but marks: „“. .“
        case mangledQuotes = "mangled-quotes"
        /// A foreign theme's English on a page in another language.
        case leftover
        /// A place with a country that it does not lie in, where a report begins.
        case wrongCountry = "wrong-country"
        /// The same word twice, or two verbs of saying in a row.
        case repeatedWord = "repeated-word"

        /// How much one occurrence says, in units of which one makes a suspicion. A run-on
        /// source or a wrong country hardly happen in an edited text; an English widget or a
        /// doubled word do.
        var weight: Float {
            switch self {
            case .note: 0
            case .runOnSource, .wrongCountry: 1
            case .mangledQuotes: 0.7
            case .leftover: 0.4
            case .repeatedWord: 0.35
            }
        }
    }
}

extension SourceScan {
    /// What the page shows of a translation. `language` is the text's. O(tokens).
    func translation(language: String?) -> Translation {
        var evidence: [Translation.Evidence] = []
        for paragraph in paragraphs {
            for (trace, tokens) in paragraph.translationTraces(tables, language: language) {
                let range = paragraph.text.codePoints(tokens)
                evidence.append(
                    Translation.Evidence(
                        trace: trace, place: PageRange(paragraph: paragraph.index, range: range)))
            }
        }
        let notes = evidence.filter { $0.trace == .note }
        if !notes.isEmpty {
            return Translation(value: .noted, confidence: 0.9, evidence: notes)
        }
        // Each kind counts three times at most: a template repeats its wording on every page.
        var weight: Float = 0
        for trace in Translation.Trace.allCases {
            let count = evidence.filter { $0.trace == trace }.count
            weight += trace.weight * Float(min(count, 3))
        }
        // English left over is what any blog in a purchased theme has: never enough alone.
        let kinds = Set(evidence.map(\.trace))
        guard weight >= 1, kinds != [.leftover], kinds != [.repeatedWord] else {
            return Translation(
                value: .original, confidence: 0.9 - 0.4 * min(weight, 1), evidence: evidence)
        }
        return Translation(
            value: .suspectedMachine, confidence: min(0.5 + 0.15 * weight, 0.95),
            evidence: evidence)
    }
}

extension ScannedParagraph {
    fileprivate typealias Trace = (Translation.Trace, Range<Int>)

    fileprivate func translationTraces(
        _ tables: OutletTables, language: String?
    ) -> [Trace] {
        if cues.isEmpty && label != .body { return [] }
        var traces: [Trace] = []
        let isArticle = label?.disposition == .content
        if isArticle || label?.disposition == .ancillary { traces += notes() }
        if let language, language != "en", label != .body {
            traces += cues(.leftover).filter { isLine($0.tokens) }.map { (.leftover, $0.tokens) }
        }
        guard isArticle || label == .byline else { return traces }
        traces += wrongCountries(tables)
        guard label == .body else { return traces }
        traces += runOnSources(tables) + mangledQuotes()
        // Pronouns stand twice in good French and Spanish: "nous nous engageons".
        return language == "de" || language == "en" ? traces + repeatedWords() : traces
    }

    /// Notes of translation, the longest wording of each. In running text only where they begin
    /// the paragraph or a bracket: articles speak of other translations too.
    private func notes() -> [Trace] {
        var notes: [Range<Int>] = []
        for cue in cues(.translated) {
            let start = cue.tokens.lowerBound
            guard label != .body || start == 0 || isMark(start - 1, "(") else { continue }
            if let last = notes.last, last.overlaps(cue.tokens) {
                notes[notes.count - 1] =
                    last.lowerBound..<max(last.upperBound, cue.tokens.upperBound)
            } else {
                notes.append(cue.tokens)
            }
        }
        return notes.map { (.note, $0) }
    }

    /// Whether a wording is the whole paragraph, or begins one of at most eight tokens: menus
    /// of a theme are short lines.
    private func isLine(_ wording: Range<Int>) -> Bool {
        wording.lowerBound == 0 && tokens.count <= wording.count + 8
    }

    /// "TASS Er erklärte": a source, then a pronoun with a capital, nothing between.
    private func runOnSources(_ tables: OutletTables) -> [Trace] {
        sources.compactMap { source in
            guard tables.sources[source.row].use != .weak else { return nil }
            let next = source.tokens.upperBound
            guard next + 1 < tokens.count, isCue(next, .pronoun), tokens[next + 1].shape == .lower
            else { return nil }
            return (.runOnSource, source.tokens.lowerBound..<(next + 1))
        }
    }

    /// A run of marks with two quotation marks and two stops, or a stop between quotation marks
    /// and nothing else: what is left when a quotation's words were moved away from its marks.
    private func mangledQuotes() -> [Trace] {
        var traces: [Trace] = []
        var start = 0
        while start < tokens.count {
            guard tokens[start].shape == .mark else {
                start += 1
                continue
            }
            var end = start
            while end < tokens.count, tokens[end].shape == .mark { end += 1 }
            let run = start..<end
            let quotes = run.count { tokens[$0].mark == 0x22 }
            let stops = run.count { tokens[$0].isMark(".") }
            if quotes >= 1, stops == 2, !run.contains(where: { isMark($0, ")") }) {
                traces.append((.mangledQuotes, run))
            }
            start = end
        }
        return traces
    }

    /// "Kiew, Russland (Reuters) –": a place, a comma, another country's name, among the first
    /// tokens of a report or in a byline.
    private func wrongCountries(_ tables: OutletTables) -> [Trace] {
        let places = cues(.place)
        if places.isEmpty { return [] }
        let countries = cues(.country)
        return places.compactMap { place in
            guard place.tokens.lowerBound <= 4, isMark(place.tokens.upperBound, ","),
                let country = countries.first(where: {
                    $0.tokens.lowerBound == place.tokens.upperBound + 1
                }), tables.cues[country.row].value != tables.cues[place.row].value
            else { return nil }
            // "Berlin, Frankreich und Polen" is a list; a dateline or byline stops here.
            let after = country.tokens.upperBound
            let stops = after == tokens.count || tokens[after].shape == .mark
            guard stops, !isMark(after, ",") else { return nil }
            return (.wrongCountry, place.tokens.lowerBound..<after)
        }
    }

    /// A lower-case word of three letters or more twice in a row, or two verbs of saying.
    private func repeatedWords() -> [Trace] {
        var traces: [Trace] = []
        let hasVerbs = cues.count { $0.kind == .after } > 1
        let words = text.tokens.span
        for index in 1..<max(words.count, 1) {
            let areTwice = words[index - 1].exact == words[index].exact
            guard areTwice || hasVerbs, words[index - 1].shape == .lower,
                words[index].shape == .lower, words[index - 1].range.count >= 4
            else { continue }
            if areTwice || hasVerbs && isCue(index - 1, .after) && isCue(index, .after) {
                traces.append((.repeatedWord, (index - 1)..<(index + 1)))
            }
        }
        return traces
    }
}
