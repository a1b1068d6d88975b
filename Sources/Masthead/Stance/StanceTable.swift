import NaiveBayes

/// Where a scorer reads counts: the growing memory or the compiled table.
protocol StanceCountSource: Sendable {
    /// What leads to the counts of a key.
    associatedtype Place
    /// What leads to the counts of several keys, looked up at once.
    func places<let count: Int>(
        of keys: InlineArray<count, UInt32>
    ) -> InlineArray<count, Place>
    /// Calls `body` with each class a key was seen in and the count.
    func visit(at place: Place, _ body: (Int, Float) -> Void)
    /// The polarity most often annotated for a wording; nil where none was.
    func polarity(of key: UInt32) -> StancePolarity?
}

extension StanceCountSource {
    /// The counts of a key by class, their sum in the lane ``StanceCounts/total``.
    @inline(__always)
    func vector(of key: UInt32) -> ClassVector {
        let keys: InlineArray<1, UInt32> = [key]
        return vector(at: places(of: keys)[0])
    }

    /// The same where the place of the key is known.
    @inline(__always)
    func vector(at place: Place) -> ClassVector {
        var lanes = ClassLanes(repeating: 0)
        var sum: Float = 0
        visit(at: place) { lane, count in
            lanes[lane] = count
            sum += count
        }
        lanes[StanceCounts.total] = sum
        return ClassVector(lanes)
    }
}

/// The lanes of a vector in memory: changing one of a vector in a register is slow.
typealias ClassLanes = InlineArray<16, Float>

extension ClassVector {
    @inline(__always)
    init(_ lanes: ClassLanes) { self = unsafe unsafeBitCast(lanes, to: ClassVector.self) }
}

extension ClassLanes {
    @inline(__always)
    init(_ vector: ClassVector) { self = unsafe unsafeBitCast(vector, to: ClassLanes.self) }
}

/// Counts compiled for reading in place.
///
/// The index's value is a class and its count where there is one, which there mostly is, else
/// the place of a row: a mask of classes, then a count for each.
struct StanceTable: StanceCountSource {
    private let index: FlatIndex<UInt32>
    private let rows: TableView<Int32>
    private let polarityIndex: FlatIndex<UInt32>
    private let polarityRows: TableView<Int32>

    /// Marks the value of a single class: class in bits 27 to 30, count below.
    private static let single: UInt32 = 1 << 31
    private static let singleLimit: Int32 = 1 << 27
    /// Stands for the value of a key that has none: there is no class 15.
    private static let nothing = UInt32.max
    /// Number of tables in a pack.
    static let tableCount = 6

    /// The tables of a pack from `first` on. Throws ``ModelError``. O(1).
    init(_ pack: TablePack, first: Int) throws(ModelError) {
        index = try FlatIndex(
            keys: pack.table(first, of: UInt32.self), values: pack.table(first + 1, of: UInt32.self)
        )
        rows = try pack.table(first + 2, of: Int32.self)
        polarityIndex = try FlatIndex(
            keys: pack.table(first + 3, of: UInt32.self),
            values: pack.table(first + 4, of: UInt32.self))
        polarityRows = try pack.table(first + 5, of: Int32.self)
    }

    @inline(__always)
    func places<let count: Int>(
        of keys: InlineArray<count, UInt32>
    ) -> InlineArray<count, UInt32> {
        index.values(of: keys, else: Self.nothing)
    }

    @inline(__always)
    func visit(at value: UInt32, _ body: (Int, Float) -> Void) {
        if value & Self.single != 0 {
            if value == Self.nothing { return }
            return body(Int(value >> 27 & 15), Float(value & UInt32(Self.singleLimit - 1)))
        }
        var next = Int(value)
        var mask = UInt32(truncatingIfNeeded: rows.at(next, else: 0)) & 0xFFFF
        while mask != 0 {
            next += 1
            body(mask.trailingZeroBitCount, Float(rows.at(next, else: 0)))
            mask &= mask - 1
        }
    }

    func polarity(of key: UInt32) -> StancePolarity? {
        polarityIndex[key].flatMap {
            StanceCounts.polarity(of: Self.counts($0, in: polarityRows))
        }
    }

    private static func counts(_ value: UInt32, in rows: TableView<Int32>) -> ClassCounts {
        if value & single == 0 { return counts(at: value, in: rows) }
        var counts = ClassCounts.zero
        counts[Int(value >> 27 & 15)] = Int32(value & UInt32(singleLimit - 1))
        return counts
    }

    private static func counts(at place: UInt32, in rows: TableView<Int32>) -> ClassCounts {
        var counts = ClassCounts.zero
        var mask = UInt32(truncatingIfNeeded: rows.at(Int(place), else: 0)) & 0xFFFF
        var next = Int(place) + 1
        while mask != 0 {
            counts[mask.trailingZeroBitCount] = rows.at(next, else: 0)
            mask &= mask - 1
            next += 1
        }
        return counts
    }

    /// The counts as a memory that can grow. Throws where a count is of no class. O(keys).
    func counts() throws(ModelError) -> StanceCounts {
        StanceCounts(
            terms: try Self.terms(index, rows, classes: StanceCounts.classes),
            polarities: try Self.terms(
                polarityIndex, polarityRows, classes: StancePolarity.allCases.count))
    }

    private static func terms(
        _ index: FlatIndex<UInt32>, _ rows: TableView<Int32>, classes: Int
    ) throws(ModelError) -> TermCounts {
        let items = index.items
        var terms = TermCounts(capacity: items.count)
        for (key, value) in items {
            let row = counts(value, in: rows)
            guard (classes..<classLimit).allSatisfy({ row[$0] == 0 }) else {
                throw TablePack.malformed
            }
            terms.set(row, of: key)
        }
        return terms
    }

    /// The six tables of counts. O(keys · log keys).
    static func tables(_ counts: StanceCounts) -> [[UInt8]] {
        tables(counts.terms) + tables(counts.polarities)
    }

    private static func tables(_ terms: TermCounts) -> [[UInt8]] {
        var rows: [Int32] = []
        var items: [(key: UInt32, value: UInt32)] = []
        for (key, row) in terms.rows.sorted(by: { $0.key < $1.key }) {
            let lanes = (0..<classLimit).filter { row[$0] != 0 }
            if lanes.count == 1, (0..<singleLimit).contains(row[lanes[0]]) {
                items.append((key, single | UInt32(lanes[0]) << 27 | UInt32(row[lanes[0]])))
                continue
            }
            items.append((key, UInt32(rows.count)))
            rows.append(lanes.reduce(0) { $0 | 1 << Int32($1) })
            rows += lanes.map { row[$0] }
        }
        return FlatIndex.tables(items) + [TablePack.bytes(of: rows)]
    }
}

extension StanceCounts: StanceCountSource {
    func places<let count: Int>(
        of keys: InlineArray<count, UInt32>
    ) -> InlineArray<count, UInt32> { keys }

    func visit(at key: UInt32, _ body: (Int, Float) -> Void) {
        let row = terms[key]
        if row == .zero { return }
        for lane in 0..<Self.classes where row[lane] != 0 { body(lane, Float(row[lane])) }
    }
}

/// Natural logarithm of each lane, for positive normal numbers.
///
/// The exponent and a series for the mantissa as in `log64`, in single precision: relative error
/// below 1e-6, the same on every machine.
@inline(__always)
func logarithms(_ value: ClassVector) -> ClassVector {
    let bits = SIMD16<Int32>(
        truncatingIfNeeded: unsafe unsafeBitCast(value, to: SIMD16<UInt32>.self))
    // Mantissas from 0.70 on, so that the series is short on both sides of 1.
    let shifted = bits &- 0x3F35_04F3
    let exponent = shifted &>> 23
    let mantissaBits = bits &- (exponent &<< 23)
    let mantissa = unsafe unsafeBitCast(mantissaBits, to: ClassVector.self)
    let t = (mantissa - 1) / (mantissa + 1)
    let square = t * t
    var series = square * Float(1.0 / 9) + Float(1.0 / 7)
    series = series * square + Float(1.0 / 5)
    series = series * square + Float(1.0 / 3)
    series = series * square + Float(1)
    return t * series * Float(2) + ClassVector(exponent) * Float(0.693_147_18)
}
