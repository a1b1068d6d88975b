/// How well labels and probabilities agree with annotated documents.
///
/// Definitions and formulas of all figures are in `Documentation/evaluation.md`.
public struct EvaluationReport: Sendable {
    /// What was counted and how.
    public let settings: EvaluationSettings
    /// Digest of the evaluated documents: texts, labels and the keys of the breakdowns, whatever
    /// their order. Figures are comparable only where it is equal.
    public let dataDigest: String
    /// The figures over all documents.
    public let all: EvaluationSlice
    /// The figures by the keys of the settings: in the order of the keys, then by name.
    public let slices: [EvaluationSlice]
    /// Precision and recall of keeping over thresholds, all documents.
    public let curve: ThresholdCurve

    /// The report on scored documents. O(paragraphs + resamples · documents).
    public init(
        of documents: [ScoredDocument], settings: EvaluationSettings = EvaluationSettings()
    ) {
        self.settings = settings
        dataDigest = DataDigest(of: documents.map(\.document), breakdowns: settings.breakdowns).text
        let tallies = documents.map { Self.tally($0, settings: settings) }
        let everything = SliceMembers(name: "all", indices: Array(documents.indices))
        all = everything.slice(of: documents, tallies: tallies, settings: settings)
        slices = settings.breakdowns.flatMap { keys in
            SliceMembers.by(keys, documents: documents)
                .map { $0.slice(of: documents, tallies: tallies, settings: settings) }
        }
        curve = ThresholdCurve(of: documents, settings: settings)
    }

    /// The slice of that name, for example `all` or `language=de`.
    public func slice(named name: String) -> EvaluationSlice? {
        name == "all" ? all : slices.first { $0.name == name }
    }

    /// The figure at a path of slice and figure, for example `all.bodyLines.f1`,
    /// `regime=residue.macroF1`, `language=de.label=share.f1`; nil where there is no such slice
    /// or figure, or nothing was counted for it.
    public func value(at path: String) -> Double? {
        for (name, figure) in EvaluationFigure.readings(ofPath: path) {
            if let slice = slice(named: name) { return slice.value(of: figure) }
        }
        return nil
    }

    private static func tally(_ scored: ScoredDocument, settings: EvaluationSettings) -> Tally {
        var tally = Tally()
        for (index, paragraph) in scored.document.paragraphs.enumerated() {
            tally.add(
                paragraph, label: scored.labels[index],
                probabilities: scored.probabilities[index], settings: settings)
        }
        return tally
    }
}

/// The documents that belong to a slice.
private struct SliceMembers {
    let name: String
    let indices: [Int]

    /// The slices by one key, or by several joined with `+`, sorted by name.
    static func by(_ keys: String, documents: [ScoredDocument]) -> [SliceMembers] {
        Dictionary(grouping: documents.indices) { documents[$0].document.sliceName(by: keys) }
            .map { SliceMembers(name: $0.key, indices: $0.value) }
            .sorted { $0.name < $1.name }
    }

    func slice(
        of documents: [ScoredDocument], tallies: [Tally], settings: EvaluationSettings
    ) -> EvaluationSlice {
        var sum = Tally()
        for index in indices { sum.add(tallies[index]) }
        var slice = EvaluationSlice(name: name, documents: indices.count, tally: sum)
        if let bootstrap = settings.bootstrap {
            let units = units(of: documents, tallies: tallies, key: bootstrap.unit)
            slice.intervals = Bootstrap(settings: bootstrap).intervals(units: units)
        }
        return slice
    }

    /// The tallies that are drawn together, in the order of their first documents.
    private func units(
        of documents: [ScoredDocument], tallies: [Tally], key: String?
    ) -> [Tally] {
        guard let key else { return indices.map { tallies[$0] } }
        var order: [String: Int] = [:]
        var units: [Tally] = []
        for index in indices {
            let group = documents[index].document.sliceValue(key)
            if let unit = order[group] {
                units[unit].add(tallies[index])
            } else {
                order[group] = units.count
                units.append(tallies[index])
            }
        }
        return units
    }
}

/// A digest of documents that does not depend on their order.
///
/// Sum of the documents' 64-bit FNV-1a hashes (Fowler, Noll and Vo): it tells changed data from
/// unchanged; it is no protection against forgery.
struct DataDigest {
    private var sum: UInt64 = 0

    init(of documents: [AnnotatedDocument], breakdowns: [String]) {
        for document in documents {
            var hash = FNV()
            hash.add(document.id)
            for keys in breakdowns { hash.add(document.sliceName(by: keys)) }
            for paragraph in document.paragraphs {
                hash.add(paragraph.text)
                switch paragraph.label {
                case .label(let label): hash.add(label.name)
                case .boilerplate: hash.add("boilerplate")
                case .none: hash.add("")
                }
            }
            sum &+= hash.state
        }
    }

    /// Sixteen hexadecimal digits.
    var text: String {
        let digits = String(sum, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private struct FNV {
        var state: UInt64 = 0xCBF2_9CE4_8422_2325

        mutating func add(_ text: String) {
            for byte in text.utf8 { add(byte) }
            // A byte that no UTF-8 text holds keeps neighbouring strings apart.
            add(0xFF)
        }

        private mutating func add(_ byte: UInt8) {
            state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
        }
    }
}
