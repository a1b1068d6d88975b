/// How often each value of a set of categorical features stood in each class.
///
/// Values of all features are numbered through; the rows are dense.
public struct ValueCounts: Sendable, Hashable {
    /// The counts by value.
    public private(set) var rows: [ClassCounts]

    /// Zero counts for that many values.
    public init(values: Int) { rows = Array(repeating: .zero, count: values) }

    /// Adds `amount`, which may be negative, to a value's count in a class. O(1).
    @inlinable
    public mutating func add(_ amount: Int32, of value: Int, in label: Int) {
        self[value][label] &+= amount
    }

    /// The counts of a value.
    public subscript(value: Int) -> ClassCounts {
        get { rows[value] }
        set { rows[value] = newValue }
    }

    /// Adds all counts of another value of the same size, or subtracts them with `sign` −1.
    public mutating func merge(_ other: ValueCounts, sign: Int32 = 1) {
        for index in rows.indices { rows[index] &+= other.rows[index] &* sign }
    }
}
