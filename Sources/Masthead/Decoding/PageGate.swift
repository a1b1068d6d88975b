import NaiveBayes

/// How likely a page is residue: naive Bayes over a few traits of the whole page.
package struct PageGate: Sendable {
    /// The traits and the number of their values.
    static let slots: [(name: String, values: Int)] = [
        ("lines", 10), ("prose share", 8), ("short lines", 8), ("lines before the main run", 6),
        ("lines behind the main run", 6), ("repeated lines", 5), ("words in the main run", 8),
    ]
    /// Number of values of all traits.
    package static let values = slots.reduce(0) { $0 + $1.values }

    /// Log-odds of residue for each value of each trait.
    private let evidence: [Float]

    /// The traits tell much the same; their sum is damped as if a third of them were independent.
    private static let damping: Float = 0.4

    /// The gate of the counts. Both regimes are taken as equally frequent, so that the mix of
    /// the samples does not decide.
    package init(_ counts: LabelCounts) {
        var evidence: [Float] = []
        for slot in Self.slots {
            let range = evidence.count..<(evidence.count + slot.values)
            let sums = Regime.allCases.map { regime in
                counts.traits[Int(regime.rawValue)][range].reduce(8) { $0 + Float($1) }
            }
            for value in range {
                let shares = Regime.allCases.map { regime in
                    let index = Int(regime.rawValue)
                    let own = Float(counts.traits[index][value])
                    return (own + 8 / Float(slot.values)) / sums[index]
                }
                evidence.append(log32(shares[1] / shares[0]))
            }
        }
        self.evidence = evidence
    }

    /// Probability that a page with these traits is residue, 0 to 1.
    package func residue(_ traits: [UInt8]) -> Float {
        var sum: Float = 0
        var start = 0
        for (slot, trait) in zip(Self.slots, traits) {
            sum += evidence[start + Int(trait)]
            start += slot.values
        }
        let odds = exp32(ClassVector(repeating: sum * Self.damping))[0]
        return odds / (1 + odds)
    }

    /// The traits of a page, one value for each slot.
    static func traits(_ lines: [PageLine], _ measures: PageMeasures) -> [UInt8] {
        let count = Float(max(lines.count, 1))
        let words = Float(max(measures.words, 1))
        let prose = Float(measures.proseBefore.last ?? 0) / words
        let short = Float(lines.count { $0.words <= 3 }) / count
        let repeated = Float(measures.repeats.count { $0 > 0 }) / count
        let run = measures.segment
        let inside = lines[run].reduce(0) { $0 + $1.words }
        let edges: [7 of Float] = [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9]
        return [
            bin(lines.count, [4, 8, 15, 25, 40, 60, 90, 130, 200]), bin(prose, edges),
            bin(short, [0.02, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8]),
            bin(run.lowerBound, [1, 3, 7, 15, 40]),
            bin(lines.count - run.upperBound, [1, 3, 7, 15, 40]),
            bin(repeated, [0.001, 0.05, 0.15, 0.3]), bin(Float(inside) / words, edges),
        ].map { UInt8($0) }
    }
}

extension PageGate {
    func encode(into writer: inout ByteWriter) {
        for value in evidence { writer.write(value) }
    }

    init(from reader: inout ByteReader) throws(ModelError) {
        var evidence: [Float] = []
        for _ in 0..<Self.values { evidence.append(try reader.readFloat()) }
        self.evidence = evidence
    }
}
