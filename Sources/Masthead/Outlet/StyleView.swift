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

    /// Whether the part is read for cues of the source rather than of the writing.
    var isSurroundings: Bool { self != .article && self != .headline }
}

/// The views a page's style is seen through; each has its own evidence and weight.
///
/// `cues` and `figures` are categorical; the others are terms of a part of the page, each counted
/// once a page.
package enum StyleView: UInt8, CaseIterable, Sendable {
    case boilerplateWords, boilerplateBigrams, boilerplatePhrases
    case articleWords, articleBigrams
    case headlineWords, headlineBigrams
    case creditWords, creditBigrams, creditPhrases
    case noticeWords, noticeBigrams
    case cues, figures

    /// Views of terms; the categorical ones follow them.
    static let terms = Array(allCases[..<termCount])
    /// The number of views of terms.
    static let termCount = 12

    /// The view in which a line's term counts, nil where none does.
    ///
    /// Phrases of articles and headlines are as good as never seen twice.
    @inline(__always)
    init?(_ part: StylePart, _ term: Term) {
        let bigram: UInt8 = term.view == .bigrams ? 1 : 0
        guard bigram == 1 || term.view == .words || term.form == .wholeLine else { return nil }
        let phrase = term.view == .phrases
        switch part {
        case .boilerplate: self = phrase ? .boilerplatePhrases : Self.at(0 + bigram)
        case .article where !phrase: self = Self.at(3 + bigram)
        case .headline where !phrase: self = Self.at(5 + bigram)
        case .credit: self = phrase ? .creditPhrases : Self.at(7 + bigram)
        case .notice where !phrase: self = Self.at(10 + bigram)
        default: return nil
        }
    }

    @inline(__always)
    private static func at(_ raw: UInt8) -> StyleView {
        StyleView(rawValue: raw) ?? .boilerplateWords
    }

    /// The view of lines' terms that it is made of; nil for the categorical ones.
    var termView: View? {
        switch self {
        case .cues, .figures: nil
        case .boilerplatePhrases, .creditPhrases: .phrases
        case .boilerplateWords, .articleWords, .headlineWords, .creditWords, .noticeWords: .words
        default: .bigrams
        }
    }

    /// The name used in count tables and explanations, for example `boilerplate words`.
    package var name: String {
        switch self {
        case .boilerplateWords: "boilerplate words"
        case .boilerplateBigrams: "boilerplate bigrams"
        case .boilerplatePhrases: "boilerplate phrases"
        case .articleWords: "article words"
        case .articleBigrams: "article bigrams"
        case .headlineWords: "headline words"
        case .headlineBigrams: "headline bigrams"
        case .creditWords: "credit words"
        case .creditBigrams: "credit bigrams"
        case .creditPhrases: "credit phrases"
        case .noticeWords: "notice words"
        case .noticeBigrams: "notice bigrams"
        case .cues: "cues"
        case .figures: "figures"
        }
    }
}
