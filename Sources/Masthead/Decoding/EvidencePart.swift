/// A part of the evidence that can be left out to see what it is worth.
package enum EvidencePart: Hashable, Sendable {
    /// A group of categorical features.
    case slots(SlotGroup)
    /// A view of terms.
    case terms(View)
    /// What the labels of the page tell of a line's label.
    case context

    /// All parts.
    package static let all: [EvidencePart] =
        SlotGroup.allCases.map { .slots($0) } + View.terms.map { .terms($0) } + [.context]

    /// The name in commands and reports.
    package var name: String {
        switch self {
        case .slots(let group): "\(group)"
        case .terms(let view): "\(view)"
        case .context: "context"
        }
    }

    /// The part of that name.
    package init?(name: String) {
        guard let part = Self.all.first(where: { $0.name == name }) else { return nil }
        self = part
    }

    /// The groups of evidence that belong to it.
    var evidenceGroups: [Int] {
        switch self {
        case .slots(let group): Regime.allCases.map { EvidenceGroup.index(group, $0) }
        case .terms(let view): [EvidenceGroup.index(view)]
        case .context: []
        }
    }
}
