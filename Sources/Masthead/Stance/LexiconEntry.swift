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
    let kind: Kind

    enum Kind: UInt8, Sendable { case form, stem, particle, phrase }
}
