/// One token of an entry after the first.
struct LexiconElement: Sendable, Hashable {
    /// Hash of a spelling, or salted hash of a stem.
    let key: UInt32
    /// The most words that may stand before it.
    let gap: UInt8
}

/// One way in which a row's wording may stand in a text.
struct LexiconEntry: Sendable, Hashable {
    let first: UInt32
    let rest: [LexiconElement]
    let row: Int32
    /// Only the first token is marked; the rest is the condition.
    var marksFirst: Bool
    /// The other tokens may stand in another order or stay away.
    let kind: Kind

    enum Kind: UInt8, Sendable { case form, stem, particle, phrase }
}

/// An entry without its first token, which the index knows: its other tokens are a range of the
/// lexicon's elements.
struct CompiledEntry: Sendable, Hashable {
    let row: Int32
    let start: Int32
    let end: Int32
    let marksFirst: Bool
    let isParticle: Bool
}
