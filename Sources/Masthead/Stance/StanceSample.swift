import NaiveBayes

/// An annotated document prepared for counting: its candidates and what each is.
struct StanceSample: Sendable {
    let id: String
    let language: String
    /// Candidates in the order of the page.
    let candidates: [StanceCandidate]
    /// The rows of all candidates.
    let rows: [Int32]
    /// Where each candidate stands.
    let places: [StanceMark.Place]
    /// Class of each candidate: a category's index, or 12 for none.
    let classes: [Int]
    /// The annotated markers of article paragraphs.
    let gold: [StanceMark]
    /// Wordings of the markers that fit in a lexicon.
    let wordings: [StanceTerm]
    /// How often the document counts.
    var weight = 1
    /// How much the document counts when weights and thresholds are fitted.
    var fitWeight: Float = 1
    /// Words in article paragraphs.
    let words: Int

    /// Prepares a document with complete markers; nil where it has none annotated or the
    /// lexicon is of another language. O(tokens).
    init?(_ document: AnnotatedDocument, lexicon: StanceLexicon) {
        guard let markers = document.markers,
            document.language?.prefix(2) == lexicon.language.prefix(2)
        else { return nil }
        let input = StanceInput(document)
        let proposer = StanceProposer(lexicon: lexicon, outletNames: input.outletNames)
        id = document.id
        language = lexicon.language
        gold = markers.compactMap(StanceMark.init).filter {
            input.paragraphs[$0.paragraph].isArticle
        }
        var page = proposer.page(of: input) { _, _ in true }
        page.describeRivals(lexicon)
        rows = page.rows
        candidates = page.paragraphs.flatMap(\.candidates)
        places = page.paragraphs.flatMap { paragraph in
            paragraph.candidates.map {
                StanceMark.Place(paragraph: paragraph.index, range: $0.range)
            }
        }
        var known: [StanceMark.Place: StanceCategory] = [:]
        for mark in gold { known[mark.place] = mark.category }
        classes = places.map { known[$0].map { Int($0.rawValue) } ?? StanceCounts.none }
        wordings = Self.wordings(of: gold, in: input)
        words = input.paragraphs.filter(\.isArticle).reduce(0) { sum, paragraph in
            sum + StanceScan(paragraph.text).tokens.count { $0.kind != .mark }
        }
    }

    /// Longer markers are turns of phrase that do not come again.
    private static let longestWording = 4

    /// Rows for the markers' wordings.
    static func wordings(of gold: [StanceMark], in input: StanceInput) -> [StanceTerm] {
        gold.compactMap { mark in
            switch mark.category {
            case .scareQuotes, .reportedSpeech: return nil
            default: break
            }
            let scalars = Array(input.paragraphs[mark.paragraph].text.unicodeScalars)
            var text = ""
            text.unicodeScalars.append(contentsOf: scalars[mark.range])
            let tokens = StanceScan(text).tokens
            let words = tokens.filter(\.isWord)
            guard !words.isEmpty, words.count <= longestWording,
                !tokens.contains(where: { $0.hash == 0x3F && $0.kind == .mark })
            else { return nil }
            if mark.category == .selfMention, words[0].isCapitalized, words.count <= 2,
                words[0].foldedLength > 3
            {
                return nil
            }
            var form: StanceTerm.Form = words.count > 1 ? .phrase : .word
            if form == .word, mark.category == .naming || mark.category == .loaded {
                form = words[0].isCapitalized ? .lemmaNoun : .lemmaAdjective
            }
            var term = StanceTerm(category: mark.category, term: text.lowercased(), form: form)
            let startsText = mark.range.lowerBound == 0
            if !startsText { term.attributes["case"] = words[0].isCapitalized ? "upper" : "lower" }
            if let polarity = mark.polarity { term.attributes["polarity"] = polarity.name }
            if mark.category == .naming { term.attributes["referent"] = mark.referent }
            return term
        }
    }
}

/// A marker as annotated or found, for comparison.
struct StanceMark: Sendable, Hashable {
    var paragraph: Int
    var range: Range<Int>
    var category: StanceCategory
    var polarity: StancePolarity?
    var referent: String?
    var anonymous: Bool?
    var voice: StanceMarker.Voice

    struct Place: Hashable {
        let paragraph: Int
        let range: Range<Int>
    }

    var place: Place { Place(paragraph: paragraph, range: range) }

    init?(_ marker: AnnotatedMarker) {
        guard let category = StanceCategory(name: marker.category) else { return nil }
        paragraph = marker.paragraph
        range = marker.range
        self.category = category
        polarity = marker.attributes["polarity"]?.string.flatMap { StancePolarity(name: $0) }
        referent = marker.attributes["referent"]?.string
        if case .bool(let value)? = marker.attributes["anonymous"] { anonymous = value }
        voice = marker.attributes["voice"]?.string.flatMap(StanceMarker.Voice.init) ?? .writer
    }

    init(_ marker: StanceMarker) {
        paragraph = marker.paragraph
        range = marker.range
        category = marker.category
        polarity = marker.attributes.polarity
        referent = marker.attributes.referent
        anonymous = marker.attributes.anonymous
        voice = marker.voice
    }
}
