import NaiveBayes

/// A trained model of styles: immutable, derived from ``StyleCounts`` and ``StyleWeights``.
package struct StyleModel: Sendable, Hashable {
    /// Below this probability of the likeliest style a page's style is `unknown`: of German
    /// pages of outlets never seen about a third of the answers below it are right
    /// (`Documentation/style.md`).
    package static let unknownBelow: Float = 0.4

    /// Terms that stood in fewer pages are left out: one page is chance.
    static let fewestPages: Int32 = 2

    private let tables: [StyleTable]
    private let values: [ClassVector]
    /// Tells the terms of ``tables``.
    let filter: StyleTermFilter
    package let weights: StyleWeights

    /// Compiles counts and weights. O(terms · log terms).
    package init(_ counts: StyleCounts, weights: StyleWeights) {
        let source = CountedStyles(counts)
        tables = counts.terms.enumerated().map { view, terms in
            var rows: [(key: UInt32, row: ClassVector)] = []
            for (key, row) in terms.rows where row.wrappedSum() >= Self.fewestPages {
                guard let evidence = source.evidence(of: key, in: view) else { continue }
                rows.append((key, evidence))
            }
            return StyleTable(rows)
        }
        filter = StyleTermFilter(tables.map(\.keys))
        values = (0..<StyleSpace.shared.values).map { source.evidence(ofValue: $0) }
        self.weights = weights
    }

    /// Number of terms, over all views.
    package var termCount: Int { tables.reduce(0) { $0 + $1.count } }

    /// The styles with their calibrated probabilities, likeliest first; they sum to 1.
    /// O(terms of the page).
    package func rank(_ page: StylePage) -> [(style: OutletStyle, probability: Float)] {
        let vector = probabilities(page)
        let order = OutletStyle.allCases.sorted {
            let (first, second) = (vector[Int($0.rawValue)], vector[Int($1.rawValue)])
            return first != second ? first > second : $0.rawValue < $1.rawValue
        }
        return order.map { ($0, vector[Int($0.rawValue)]) }
    }

    /// The likeliest style, nil for `unknown`: where it is less likely than ``unknownBelow``.
    package func style(of page: StylePage) -> OutletStyle? {
        guard let best = rank(page).first, best.probability >= Self.unknownBelow else {
            return nil
        }
        return best.style
    }

    /// The probabilities, one lane a style. O(terms of the page).
    package func probabilities(_ page: StylePage) -> ClassVector {
        softmax(weights.logits(sums(of: page), of: page), mask: .mask(OutletStyle.count))
    }
}

extension StyleModel: StyleSource {
    func evidence(of key: UInt32, in view: Int) -> ClassVector? { tables[view].evidence(key) }

    func evidence(ofValue value: Int) -> ClassVector { values[value] }
}

/// Tells terms that a model does not know for sure: most terms of a page.
struct StyleTermFilter: Sendable, Hashable {
    /// One bit for the upper eighteen bits of a key, view after view.
    private var bits: [UInt64]
    private static let words = 1 << 12

    init(_ views: [[UInt32]]) {
        bits = Array(repeating: 0, count: Self.words * views.count)
        for (view, keys) in views.enumerated() {
            for key in keys {
                bits[view * Self.words + Int(key >> 20)] |= 1 << UInt64(key >> 14 & 63)
            }
        }
    }

    /// Whether a term of a view may be known. O(1).
    @inline(__always)
    func mayKnow(_ key: UInt32, in view: StyleView) -> Bool {
        let word = bits[Int(view.rawValue) * Self.words + Int(key >> 20)]
        return word >> UInt64(key >> 14 & 63) & 1 != 0
    }
}

extension StyleModel {
    /// Writes the model's section. O(size).
    package func encode(into writer: inout ByteWriter) {
        writer.write(varint: UInt64(values.count))
        for table in tables { table.encode(into: &writer) }
        for row in values { writer.write(styles: row) }
        weights.encode(into: &writer)
    }

    /// Reads a model's section. Throws ``ModelError``. O(size).
    package init(from reader: inout ByteReader) throws(ModelError) {
        let count = try reader.readVarint()
        guard count == UInt64(StyleSpace.shared.values) else { throw .otherFeatures }
        var tables: [StyleTable] = []
        for _ in 0..<StyleView.termCount { tables.append(try StyleTable(from: &reader)) }
        var values: [ClassVector] = []
        for _ in 0..<StyleSpace.shared.values { values.append(try reader.readStyles()) }
        self.tables = tables
        filter = StyleTermFilter(tables.map(\.keys))
        self.values = values
        weights = try StyleWeights(from: &reader)
        guard reader.remaining == 0 else { throw reader.malformed }
    }
}

extension ByteWriter {
    /// Appends the lanes of the styles.
    mutating func write(styles row: ClassVector) {
        for lane in 0..<OutletStyle.count { write(row[lane]) }
    }
}

extension ByteReader {
    /// Reads the lanes of the styles.
    mutating func readStyles() throws(ModelError) -> ClassVector {
        var row = ClassVector.zero
        for lane in 0..<OutletStyle.count { row[lane] = try readFloat() }
        return row
    }
}
