/// The part of a page that a line belongs to, by its label.
enum StylePart: UInt8, CaseIterable, Sendable {
    case boilerplate, article, headline, credit, notice

    /// The part that lines of a label belong to.
    init(_ label: ParagraphLabel) {
        switch label {
        case .body: self = .article
        case .headline: self = .headline
        case .byline, .caption: self = .credit
        case .notice: self = .notice
        default: self = .boilerplate
        }
    }
}

/// The views a page's style is seen through; each has its own evidence and weight.
///
/// `cues` and `figures` are categorical; the others are terms of a part of the page, each counted
/// once a page. Words of the article, the headline and the boilerplate and pairs of words of the
/// article are left out: beside these views the fit gave them no weight
/// (`Documentation/style.md`).
package enum StyleView: UInt8, CaseIterable, Sendable {
    case boilerplateBigrams, boilerplatePhrases, headlineBigrams, creditPhrases
    case noticeWords, noticeBigrams
    case cues, figures

    /// Views of terms; the categorical ones follow them.
    static let terms = Array(allCases[..<termCount])
    /// The number of views of terms.
    static let termCount = 6

    /// The view in which a line's term counts, nil where none does.
    @inline(__always)
    init?(_ part: StylePart, _ view: View) {
        switch (part, view) {
        case (.boilerplate, .bigrams): self = .boilerplateBigrams
        case (.boilerplate, .phrases): self = .boilerplatePhrases
        case (.headline, .bigrams): self = .headlineBigrams
        case (.credit, .phrases): self = .creditPhrases
        case (.notice, .words): self = .noticeWords
        case (.notice, .bigrams): self = .noticeBigrams
        default: return nil
        }
    }

    /// The view of lines' terms that it is made of; nil for the categorical ones.
    var termView: View? {
        switch self {
        case .cues, .figures: nil
        case .boilerplatePhrases, .creditPhrases: .phrases
        case .noticeWords: .words
        default: .bigrams
        }
    }

    /// The name used in count tables and explanations, for example `boilerplate bigrams`.
    package var name: String {
        switch self {
        case .boilerplateBigrams: "boilerplate bigrams"
        case .boilerplatePhrases: "boilerplate phrases"
        case .headlineBigrams: "headline bigrams"
        case .creditPhrases: "credit phrases"
        case .noticeWords: "notice words"
        case .noticeBigrams: "notice bigrams"
        case .cues: "cues"
        case .figures: "figures"
        }
    }
}
