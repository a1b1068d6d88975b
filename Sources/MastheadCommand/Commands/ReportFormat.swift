import Masthead

/// How a report is printed.
enum ReportFormat: String, CaseIterable {
    /// Aligned tables for people; may change.
    case text
    /// Tables for a document.
    case markdown
    /// One JSON object on a line.
    case json
    /// A line for each figure.
    case tsv
}

/// A report in all its forms.
protocol PrintableReport {
    var text: String { get }
    var markdown: String { get }
    var tsv: String { get }
    var json: JSONValue { get }
}

extension EvaluationReport: PrintableReport {}
extension LearningCurve: PrintableReport {}
extension OutletEvaluation: PrintableReport {}

/// The figures of labels, and those of markers where samples carry any.
struct MarkedReport: PrintableReport {
    let labels: EvaluationReport
    let markers: StanceReport?

    var text: String { labels.text + (markers?.text ?? "") }
    var markdown: String { labels.markdown + (markers?.markdown ?? "") }
    var tsv: String { labels.tsv + (markers?.tsv ?? "") }
    var json: JSONValue {
        guard let markers, case .object(var members) = labels.json else { return labels.json }
        members["markers"] = markers.json
        return .object(members)
    }
}

extension Environment {
    /// Prints a report in the form asked for.
    func print(_ report: some PrintableReport, as format: ReportFormat) throws(CommandFailure) {
        switch format {
        case .text: try print(report.text)
        case .markdown: try print(report.markdown)
        case .tsv: try print(report.tsv)
        case .json: try print(report.json.jsonLine + "\n")
        }
    }
}
