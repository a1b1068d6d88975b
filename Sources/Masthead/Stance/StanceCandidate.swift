/// A range that may be a stance marker, with everything that speaks for and against it.
struct StanceCandidate: Sendable {
    /// Token indices in the paragraph.
    var tokens: Range<Int>
    /// Code points in the paragraph, half-open.
    var range: Range<Int>
    /// Rows of the lexicon that propose it, as indices of the page's list of rows; empty for
    /// candidates of a rule.
    var rows: Range<Int> = 0..<0
    /// What a rule proposes, where no row does.
    var rule: StanceRule?
    /// Whether all rows matched as the head of a compound.
    var isCompound = false
    /// An adjective and a designation.
    var isComposed = false
    /// Inside a quotation.
    var isQuoted = false
    /// Whether any of its rows has a polarity.
    var mayLean = false
    /// What proposes it, as ``StanceProposal`` tells it.
    var proposal: UInt32 = 0
    /// Hash of the exact spelling.
    var form: UInt32
    /// Hash that stands for the wording in any form.
    var wording: UInt32
    /// Context, one value a feature of ``StanceContext``.
    var context = SIMD16<UInt32>.zero
}

/// What proposes a candidate without a row of the lexicon.
enum StanceRule: UInt8, CaseIterable, Sendable, Hashable {
    /// A verb of the lexicon in the Konjunktiv.
    case knownKonjunktiv
    /// Any other word that ends as the Konjunktiv I does.
    case openKonjunktiv
    /// A short quotation.
    case shortQuotation
    /// A sentence that ends with a question mark.
    case question
    /// The outlet's own name.
    case outletName

    /// The category it proposes.
    var category: StanceCategory {
        switch self {
        case .knownKonjunktiv, .openKonjunktiv: .reportedSpeech
        case .shortQuotation: .scareQuotes
        case .question: .engagement
        case .outletName: .selfMention
        }
    }

    /// How the rule is named in reasons.
    var name: String {
        switch self {
        case .knownKonjunktiv: "rule \"konjunktiv\""
        case .openKonjunktiv: "rule \"konjunktiv by ending\""
        case .shortQuotation: "rule \"short quotation\""
        case .question: "rule \"question\""
        case .outletName: "rule \"own name\""
        }
    }

    /// Whole sentences and quotations may hold other markers.
    var holdsOthers: Bool { self == .question || self == .shortQuotation }
}
