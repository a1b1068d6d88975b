import NaiveBayes

/// The language of a page's text, with its variety where the text shows it.
public struct LanguageGuess: Sendable, Hashable {
    /// BCP 47 code, for example `de`; nil where the text is too short or like none of the table.
    public let language: String?
    /// Probability of that language against the next likely one of the table, 0 to 1.
    public let confidence: Float
    /// BCP 47 code of the variety, for example `de-CH`; nil where the text does not show one.
    public let variety: String?
    /// How far the variety's words outweigh what speaks against it, 0 to 1.
    public let varietyConfidence: Float
    /// The words that show the variety, at most ten.
    public let evidence: [PageRange]

    /// No language.
    static let unknown = LanguageGuess(
        language: nil, confidence: 0, variety: nil, varietyConfidence: 0, evidence: [])
}

/// Counts words by language over a page, then decides.
///
/// Naive Bayes over the words of ``LanguageTable``: a word of rate r in 10,000 has the likelihood
/// (r + 1) / 10,000 in its language and 1 / 10,000 in the others. Kana and ideographs decide by
/// themselves.
struct LanguageCounter {
    private let table: LanguageTable
    private var scores: [Float]
    private var hits: [Int]
    private var words = 0
    private var kana = 0
    private var ideographs = 0
    private var varietyWeights: [Float]
    private var varietyEvidence: [[PageRange]]
    private var sharpS = 0

    /// Below this number of words nothing is said: a headline's names decide too much.
    private static let fewestWords = 8
    /// Function words are 30 to 50 % of running text, 10 % and more of menus and captions; a
    /// foreign text shares 5 % with the nearest language of the table by accident.
    private static let lowestShare: Float = 0.08
    /// A Swiss text of 300 words has about four words with ss for ß; one may be a slip.
    private static let varietyWeight: Float = 2

    init(_ table: LanguageTable) {
        self.table = table
        scores = Array(repeating: 0, count: table.languages.count)
        hits = Array(repeating: 0, count: table.languages.count)
        varietyWeights = Array(repeating: 0, count: table.varieties.count)
        varietyEvidence = Array(repeating: [], count: table.varieties.count)
    }

    mutating func count(_ text: TokenText, paragraph: Int) {
        for token in text.tokens where token.isWord {
            words += 1
            for place in table.rates(of: token) {
                let rate = table.rates[place]
                if !rate.isVariety {
                    scores[rate.index] += rate.evidence
                    hits[rate.index] += 1
                    continue
                }
                varietyWeights[rate.index] += rate.evidence
                if varietyEvidence[rate.index].count < 10 {
                    varietyEvidence[rate.index].append(
                        PageRange(paragraph: paragraph, range: token.range))
                }
            }
        }
        sharpS += text.scripts.sharpS
        kana += text.scripts.kana
        ideographs += text.scripts.ideographs
    }

    /// The language of what was counted.
    func guess() -> LanguageGuess {
        if kana + ideographs >= Self.fewestWords, (kana + ideographs) * 2 > words {
            let isJapanese = kana * 10 > ideographs
            return LanguageGuess(
                language: isJapanese ? "ja" : "zh", confidence: 0.99, variety: nil,
                varietyConfidence: 0, evidence: [])
        }
        guard words >= Self.fewestWords,
            let best = scores.indices.max(by: { scores[$0] < scores[$1] }),
            Float(hits[best]) >= Self.lowestShare * Float(words), hits[best] >= 3
        else { return .unknown }
        let second = scores.indices.filter { $0 != best }.map { scores[$0] }.max() ?? 0
        // The words of a text are not independent: half the log-odds is what they are worth.
        let odds = exp32(ClassVector(repeating: max((second - scores[best]) / 2, -80)))[0]
        let (variety, trust) = variety(of: table.languages[best])
        return LanguageGuess(
            language: table.languages[best], confidence: 1 / (1 + odds),
            variety: variety.map { table.varieties[$0] }, varietyConfidence: trust,
            evidence: variety.map { varietyEvidence[$0] } ?? [])
    }

    private func variety(of language: String) -> (Int?, Float) {
        var best: Int?
        var against: Float = 0
        for (index, name) in table.varieties.enumerated() where name.hasPrefix(language + "-") {
            var weight = varietyWeights[index]
            // Swiss texts have no ß at all: each is worth more than one word with ss.
            if name == "de-CH" { weight -= 3 * Float(sharpS) }
            if weight >= Self.varietyWeight, weight > (best.map { varietyWeights[$0] } ?? 0) {
                against += best.map { varietyWeights[$0] } ?? 0
                best = index
            } else {
                against += max(weight, 0)
            }
        }
        guard let best else { return (nil, 0) }
        let weight = varietyWeights[best]
        return (best, weight / (weight + against + 1))
    }
}

extension SourceScan {
    /// The language of the article; where that is too short to say, of the whole page, whose
    /// texts are then asked for. O(words).
    func language(of count: Int, text: (Int) -> String) -> LanguageGuess {
        var article = LanguageCounter(tables.languages)
        for paragraph in paragraphs where paragraph.label?.disposition == .content {
            article.count(paragraph.text, paragraph: paragraph.index)
        }
        let guess = article.guess()
        if guess.language != nil { return guess }
        var page = LanguageCounter(tables.languages)
        for index in 0..<count {
            page.count(paragraph(at: index)?.text ?? TokenText(text(index)), paragraph: index)
        }
        return page.guess()
    }
}
