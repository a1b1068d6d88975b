import NaiveBayes

/// Calls `body` with 0 to 12, one after another.
///
/// A lane of a vector in registers costs an instruction where its number is a constant, and a
/// detour through memory where it is a variable; hence no loop.
@inline(__always)
func forEachLabel(_ body: (Int) -> Void) {
    body(0)
    body(1)
    body(2)
    body(3)
    body(4)
    body(5)
    body(6)
    body(7)
    body(8)
    body(9)
    body(10)
    body(11)
    body(12)
}

/// A row of two layers or of two inputs, or what adds up from such rows.
struct RowPair: Sendable {
    var first: ClassVector
    var second: ClassVector

    static let zero = RowPair(first: .zero, second: .zero)

    /// Adds a row multiplied by an input.
    @inline(__always)
    mutating func add(_ row: RowPair, times input: Float) {
        first += row.first * input
        second += row.second * input
    }
}
