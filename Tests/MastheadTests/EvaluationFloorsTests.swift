import Testing

@testable import Masthead

@Suite struct EvaluationFloorsTests {
    /// Two right of three: accuracy 0.6667, calibration error |2/3 − 0.9|.
    private func report(right: Int = 2) throws -> EvaluationReport {
        let scored = try EvaluationSample.document(
            (0..<3).map { ("a", .label(.body), $0 < right ? .body : .share) }, language: "de")
        return EvaluationReport(of: [scored], settings: EvaluationSample.plain)
    }

    private func floors(_ values: [String: Double], digest: String = "") throws -> Floors {
        try Floors(dataDigest: digest, floors: values)
    }

    @Test func figuresBelowTheirFloorAreViolations() throws {
        let floors = try floors([
            "all.accuracy": 0.7, "language=de.bodyLines.f1": 0.8, "language=fr.accuracy": 0.1,
            "all.topLabelCalibrationError": 0.1, "all.brier": 2,
        ])
        let violations = try floors.violations(in: try report())
        #expect(
            violations.map(\.path) == [
                "all.accuracy", "all.topLabelCalibrationError", "language=fr.accuracy",
            ])
        #expect(isClose(violations[0].measured, 2.0 / 3))
        #expect(violations[0].floor == 0.7)
        #expect(violations[2].measured == nil)
        #expect(violations[0].description == "'all.accuracy' is 0.6667, expected at least 0.7")
        #expect(
            violations[1].description
                == "'all.topLabelCalibrationError' is 0.2333, expected at most 0.1")
        #expect(
            violations[2].description
                == "'language=fr.accuracy' was not measured, expected at least 0.1")
    }

    @Test func aFloorAtTheMeasuredValueHolds() throws {
        let report = try report()
        let paths = EvaluationFigure.main.map { "all.\($0.name)" }
        let floors = try Floors(of: report, paths: paths)
        #expect(floors.dataDigest == report.dataDigest)
        #expect(try floors.violations(in: report).isEmpty)
        #expect(floors.floors["all.accuracy"] == 0.6666)
        #expect(floors.floors["all.topLabelCalibrationError"] == 0.2334)
    }

    @Test func otherDataCanNotBeCompared() throws {
        let report = try report()
        let floors = try floors(["all.accuracy": 0.1], digest: "0123456789abcdef")
        let error = FloorsError.otherData(
            expected: "0123456789abcdef", found: report.dataDigest)
        #expect(throws: error) { try floors.violations(in: report) }
        #expect(throws: error) { try floors.updated(from: report) }
        let moved = try floors.updated(from: report, loweringAllowed: true)
        #expect(moved.dataDigest == report.dataDigest)
        #expect(moved.floors == ["all.accuracy": 0.6666])
    }

    @Test func anUpdateRaisesAndRefusesToLower() throws {
        let report = try report()
        let low = try floors(["all.accuracy": 0.5, "all.topLabelCalibrationError": 0.4])
        let raised = try low.updated(from: report)
        #expect(raised.floors == ["all.accuracy": 0.6666, "all.topLabelCalibrationError": 0.2334])
        let high = try floors(["all.accuracy": 0.9, "all.macroF1": 0.1])
        #expect(throws: FloorsError.self) { try high.updated(from: report) }
        do {
            _ = try high.updated(from: report)
        } catch .wouldLower(let violations) {
            #expect(violations.map(\.path) == ["all.accuracy"])
        } catch {
            Issue.record("expected wouldLower, found \(error)")
        }
        let lowered = try high.updated(from: report, loweringAllowed: true)
        #expect(lowered.floors["all.accuracy"] == 0.6666)
        #expect((lowered.floors["all.macroF1"] ?? 0) > 0.1)
    }

    @Test func aMarginDoesNotLowerAFloorThatHolds() throws {
        let report = try report()
        let floors = try floors(["all.accuracy": 0.66, "all.topLabelCalibrationError": 0.24])
        #expect(try floors.updated(from: report, margin: 0.05).floors == floors.floors)
        let same = try floors.updated(from: report, margin: 0.05, loweringAllowed: true)
        #expect(same.floors == floors.floors)
    }

    @Test func anUpdateNeverDropsAFloor() throws {
        let floors = try floors(["language=fr.accuracy": 0.1])
        for allowed in [false, true] {
            #expect(throws: FloorsError.notMeasured("language=fr.accuracy")) {
                try floors.updated(from: try report(), loweringAllowed: allowed)
            }
        }
    }

    @Test func floorsReadBackWhatTheyWrite() throws {
        let floors = try floors(
            ["all.macroF1": 0.7, "site=a\"b.example.accuracy": 0.25], digest: "ab")
        #expect(try Floors(json: floors.jsonText.utf8) == floors)
        #expect(try Floors(json: floors.json.jsonLine.utf8) == floors)
        let none = try Floors(json: "{\"floors\": {}}".utf8)
        #expect(none.dataDigest.isEmpty && none.floors.isEmpty)
        #expect(try Floors(json: none.jsonText.utf8) == none)
    }

    @Test func badFloorsAreErrors() {
        let cases: [(String, FloorsError)] = [
            ("", .notFloors), ("[]", .notFloors), ("{}", .notFloors),
            ("{\"floors\": [1]}", .notFloors),
            ("{\"data digest\": 7, \"floors\": {}}", .notFloors),
            ("{\"floors\": {\"all.macroF2\": 1}}", .unknownFigure("all.macroF2")),
            ("{\"floors\": {\"macroF1\": 1}}", .unknownFigure("macroF1")),
            ("{\"floors\": {\"all.macroF1\": \"1\"}}", .notANumber("all.macroF1")),
        ]
        for (text, error) in cases {
            #expect(throws: error) { try Floors(json: text.utf8) }
            #expect(!error.description.isEmpty && error.description.last != ".")
        }
        #expect(throws: FloorsError.notANumber("all.macroF1")) {
            try Floors(dataDigest: "", floors: ["all.macroF1": .nan])
        }
    }
}
