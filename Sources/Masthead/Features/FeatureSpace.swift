/// The views a paragraph is seen through; each has its own evidence and weight.
///
/// `shape`, `page` and `neighbours` are categorical: a fixed number of slots with one value each.
/// The others are bags of terms; whole phrases are looked at for styles alone.
package enum View: UInt8, CaseIterable, Sendable {
    case shape, page, neighbours, words, bigrams, grams, phrases

    /// Views of categorical slots.
    static let categorical: [View] = [.shape, .page, .neighbours]
    /// Views of the terms of labels.
    static let terms: [View] = [.words, .bigrams, .grams]
    /// The same, and that of phrases, which styles use.
    static let bags = terms + [.phrases]

    /// Index of a view of terms among ``bags``.
    package var termIndex: Int { Int(rawValue) - 3 }
}

/// Categorical features that tell of the same thing: their evidence is added up and weighed
/// together.
package enum SlotGroup: UInt8, CaseIterable, Sendable {
    /// Of what and how many characters a line is made.
    case characters
    /// Dates, addresses, symbols, quotes.
    case details
    /// Characters and ends together.
    case form
    /// Whether the line speaks for itself or to its reader.
    case persons
    /// Whether it speaks of its publisher.
    case publisher
    /// Whether the line stands elsewhere on the page too.
    case repeats
    /// Whether its words stand in the page's title.
    case title
    /// Where on the page it stands.
    case place
    /// Where it stands with respect to the prose.
    case prose
    /// The lines right before and behind.
    case adjacent
    /// Those together with the line.
    case around
    /// The lines beyond those.
    case further
    /// Pairs of lines on one side.
    case pairs
    /// How much prose there is around.
    case density
    /// That together with the line.
    case enclosed
}

/// A categorical feature: a name and the number of its values.
package struct Slot: Sendable {
    package let name: String
    package let view: View
    package let group: SlotGroup
    package let values: Int
    /// Where its values start in the numbering of all values.
    package let offset: Int
}

/// The table of all categorical features, in the order in which they are computed.
package struct FeatureSpace: Sendable {
    package static let shared = FeatureSpace()

    package let slots: [Slot]
    /// The number of values of all slots.
    package let values: Int

    private init() {
        var slots: [Slot] = []
        var offset = 0
        let tables: [(View, [(String, Int, SlotGroup)])] = [
            (.shape, ShapeFeatures.slots), (.page, PageFeatures.slots),
            (.neighbours, NeighbourFeatures.slots),
        ]
        for (view, table) in tables {
            for (name, values, group) in table {
                slots.append(
                    Slot(name: name, view: view, group: group, values: values, offset: offset))
                offset += values
            }
        }
        self.slots = slots
        values = offset
    }

    /// The slots of a view, as a range of `slots`.
    package func slots(of view: View) -> Range<Int> {
        let first = slots.firstIndex { $0.view == view } ?? 0
        let last = slots.lastIndex { $0.view == view } ?? -1
        return first..<(last + 1)
    }
}

/// Writes the values of slots, from `start` on.
@inline(__always)
func writeValues<let count: Int>(
    _ slots: [count of Int], to values: inout MutableSpan<UInt16>, at start: Int
) {
    for index in 0..<count {
        values[start + index] = UInt16(truncatingIfNeeded: slots[index])
    }
}

/// The number of edges that `x` has reached: 0 below the first.
@inline(__always)
func bin<let count: Int, T: Comparable>(_ x: T, _ edges: [count of T]) -> Int {
    var reached = 0
    for index in 0..<count where edges[index] <= x { reached += 1 }
    return reached
}
