import NaiveBayes

/// The few numbers of the label model that are not counts: two softmax layers for each regime.
package struct LabelWeights: Sendable, Hashable {
    /// The first layer by regime: from a line's evidence.
    package var first: [SoftmaxLayer]
    /// The second layer by regime: from the evidence and the page's context.
    package var second: [SoftmaxLayer]

    /// Number of inputs of the first layer: one for each group of evidence and label.
    package static let evidenceInputs = EvidenceGroup.count * ParagraphLabel.count
    /// Number of inputs of the second layer.
    package static let contextInputs = evidenceInputs + PageContext.inputs

    /// Zero weights: every label is as likely as any other.
    package init() {
        let classes = ParagraphLabel.count
        first = Regime.allCases.map { _ in
            SoftmaxLayer(inputs: Self.evidenceInputs, classes: classes)
        }
        second = Regime.allCases.map { _ in
            SoftmaxLayer(inputs: Self.contextInputs, classes: classes)
        }
    }

    /// Evidence is scaled so that most inputs lie between −2 and 2, where the fit's steps suit.
    static let evidenceScale: Float = 0.25

    /// The inputs of the first layer, from a line's evidence by group.
    static func inputs(_ groups: [ClassVector]) -> [Float] {
        var inputs: [Float] = []
        inputs.reserveCapacity(contextInputs)
        for group in groups {
            for label in 0..<ParagraphLabel.count {
                inputs.append(group[label] * evidenceScale)
            }
        }
        return inputs
    }
}

extension LabelWeights {
    /// Weights are a few units at most; absurd ones would add up to what is no number.
    static let limit: Float = 1000

    func encode(into writer: inout ByteWriter) {
        for layer in first + second {
            for row in layer.weights {
                for lane in 0..<classLimit { writer.write(row[lane]) }
            }
        }
    }

    /// The weights of a model. Throws where they are not of this size, or absurd. O(inputs).
    init(_ file: ModelFile) throws(ModelError) {
        self.init()
        let rows = try file.table("weights", of: ClassVector.self)
        guard rows.count == (first + second).reduce(0, { $0 + $1.weights.count }) else {
            throw .malformed(section: "weights")
        }
        var start = 0
        for regime in first.indices { try Self.read(&first[regime], rows, &start) }
        for regime in second.indices { try Self.read(&second[regime], rows, &start) }
    }

    private static func read(
        _ layer: inout SoftmaxLayer, _ rows: TableView<ClassVector>, _ start: inout Int
    ) throws(ModelError) {
        for index in layer.weights.indices {
            let row = rows[start]
            // What is no number, or infinite, stays so when multiplied by 0.
            guard (row * 0).total == 0, row.largest <= limit, (-row).largest <= limit else {
                throw .malformed(section: "weights")
            }
            layer.weights[index] = row
            start += 1
        }
    }
}
