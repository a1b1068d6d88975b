/// The two regimes a page can be in; the model infers which.
package enum Regime: UInt8, CaseIterable, Sendable {
    /// A whole page: mostly navigation with one block of prose.
    case page
    /// What an extractor leaves: mostly article with a few strays.
    case residue

    /// The name in files: `page` or `residue`.
    package var name: String { "\(self)" }
}
