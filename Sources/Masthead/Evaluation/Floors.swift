/// Figures that a model must reach on given data: a gate that a change can't pass by accident.
///
/// Paths are those of ``EvaluationReport/value(at:)``. For figures of which less is better
/// (calibration errors, losses, Brier scores) the number is a ceiling.
public struct Floors: Sendable, Hashable {
    /// Digest of the data on which the floors were measured; empty holds for any data.
    public let dataDigest: String
    /// The least allowed value of each figure, or the greatest where less is better, by path.
    public let floors: [String: Double]

    /// Floors for those paths. Throws ``FloorsError/unknownFigure(_:)`` for a path that does
    /// not end in the name of a figure, and ``FloorsError/notANumber(_:)`` for a floor that is
    /// not finite.
    public init(dataDigest: String, floors: [String: Double]) throws(FloorsError) {
        for (path, floor) in floors.sorted(by: { $0.key < $1.key }) {
            if Self.figure(at: path) == nil { throw .unknownFigure(path) }
            if !floor.isFinite { throw .notANumber(path) }
        }
        self.dataDigest = dataDigest
        self.floors = floors
    }

    /// Floors at what a report measured, less a margin, for the figures at those paths.
    ///
    /// Throws ``FloorsError`` for a path at which the report measured nothing.
    public init(
        of report: EvaluationReport, paths: [String], margin: Double = 0
    ) throws(FloorsError) {
        var floors: [String: Double] = [:]
        for path in paths {
            guard let figure = Self.figure(at: path) else { throw .unknownFigure(path) }
            guard let measured = report.value(at: path) else { throw .notMeasured(path) }
            floors[path] = Self.floor(figure, measured: measured, margin: margin)
        }
        try self.init(dataDigest: report.dataDigest, floors: floors)
    }

    /// A figure that is not what it must be.
    public struct Violation: Sendable, Hashable {
        /// The path of the figure.
        public let path: String
        /// What it must at least be; at most, where less is better.
        public let floor: Double
        /// What was measured; nil where the report has no such figure.
        public let measured: Double?
        /// Whether the floor is a ceiling.
        public let lessIsBetter: Bool
    }

    /// The figures that fall short, sorted by path; empty where all hold. A figure that the
    /// report does not have falls short too.
    ///
    /// Throws ``FloorsError/otherData(expected:found:)`` where the report is on other data.
    public func violations(
        in report: EvaluationReport
    ) throws(FloorsError) -> [Violation] {
        if !dataDigest.isEmpty && dataDigest != report.dataDigest {
            throw .otherData(expected: dataDigest, found: report.dataDigest)
        }
        return shortfalls(in: report)
    }

    /// Floors raised to what a report measured, less a margin; none is lowered.
    ///
    /// With `loweringAllowed` floors follow the report downwards too, and move to other data.
    /// Without it, throws ``FloorsError/wouldLower(_:)`` where a figure fell below its floor,
    /// and ``FloorsError/otherData(expected:found:)`` where the data changed: floors on other
    /// data can't be compared, so changing the data could hide a loss. Throws
    /// ``FloorsError/notMeasured(_:)`` where the report lacks a figure, in both cases: a floor
    /// is dropped by hand, never by an update.
    public func updated(
        from report: EvaluationReport, margin: Double = 0, loweringAllowed: Bool = false
    ) throws(FloorsError) -> Floors {
        let shortfalls =
            loweringAllowed ? shortfalls(in: report) : try violations(in: report)
        if let missing = shortfalls.first(where: { $0.measured == nil }) {
            throw .notMeasured(missing.path)
        }
        if !loweringAllowed && !shortfalls.isEmpty { throw .wouldLower(shortfalls) }
        let fallen = Set(shortfalls.map(\.path))
        let moved = dataDigest != report.dataDigest && !dataDigest.isEmpty
        var updated = try Floors(of: report, paths: Array(floors.keys), margin: margin).floors
        for (path, old) in floors where !moved && !fallen.contains(path) {
            // The margin must not lower a floor that still holds.
            guard let figure = Self.figure(at: path), let new = updated[path] else { continue }
            updated[path] = figure.lessIsBetter ? min(old, new) : max(old, new)
        }
        return try Floors(dataDigest: report.dataDigest, floors: updated)
    }

    private func shortfalls(in report: EvaluationReport) -> [Violation] {
        floors.sorted { $0.key < $1.key }.compactMap { path, floor in
            let lessIsBetter = Self.figure(at: path)?.lessIsBetter ?? false
            let measured = report.value(at: path)
            let holds = measured.map { lessIsBetter ? $0 <= floor : $0 >= floor } ?? false
            if holds { return nil }
            return Violation(
                path: path, floor: floor, measured: measured, lessIsBetter: lessIsBetter)
        }
    }

    private static func figure(at path: String) -> EvaluationFigure? {
        EvaluationFigure.readings(ofPath: path).first?.figure
    }

    /// A floor of four decimals that the measured value does not miss by rounding.
    private static func floor(
        _ figure: EvaluationFigure, measured: Double, margin: Double
    ) -> Double {
        let scale = 10_000.0
        if figure.lessIsBetter { return ((measured + margin) * scale).rounded(.up) / scale }
        return ((measured - margin) * scale).rounded(.down) / scale
    }
}

/// Why floors can't be read, compared or updated.
public enum FloorsError: Error, Sendable, Hashable {
    /// The text is not a JSON object with an object `floors`.
    case notFloors
    /// The path does not end in the name of a figure.
    case unknownFigure(String)
    /// The floor of that path is not a number.
    case notANumber(String)
    /// The report has no value at that path.
    case notMeasured(String)
    /// The report is on data of another digest.
    case otherData(expected: String, found: String)
    /// These figures fell, and lowering was not allowed.
    case wouldLower([Floors.Violation])
}
