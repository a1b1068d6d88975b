/// How often each term stood in each class: the memory of a naive Bayes model.
///
/// Terms are 32-bit hashes. Counts add, subtract and merge exactly, and a term whose counts are
/// all zero is not kept, so adding and then removing a sample restores the value.
public struct TermCounts: Sendable, Hashable {
    /// The counts by term.
    public private(set) var rows: [UInt32: ClassCounts] = [:]

    /// No counts.
    public init() {}

    /// No counts, with room for that many terms.
    public init(capacity: Int) { rows.reserveCapacity(capacity) }

    /// Adds `amount`, which may be negative, to a term's count in a class. O(1).
    public mutating func add(_ amount: Int32 = 1, of term: UInt32, in label: Int) {
        let index = rows.index(forKey: term)
        guard let index else {
            if amount == 0 { return }
            var row = ClassCounts.zero
            row[label] = amount
            rows[term] = row
            return
        }
        rows.values[index][label] &+= amount
        if rows.values[index] == .zero { rows.remove(at: index) }
    }

    /// Adds all counts of another value, or subtracts them with `sign` −1. O(terms of `other`).
    public mutating func merge(_ other: TermCounts, sign: Int32 = 1) {
        for (term, row) in other.rows {
            let sum = (rows[term] ?? .zero) &+ row &* sign
            rows[term] = sum == .zero ? nil : sum
        }
    }

    /// The counts of a term, all zero where it was never seen.
    public subscript(term: UInt32) -> ClassCounts { rows[term] ?? .zero }

    /// Sets the counts of a term.
    public mutating func set(_ row: ClassCounts, of term: UInt32) {
        rows[term] = row == .zero ? nil : row
    }
}
