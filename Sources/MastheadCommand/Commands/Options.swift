import CommandLineKit
import Masthead

extension Option {
    /// `--format` of commands that print records.
    static let format = Option(
        "format", short: "f",
        value: .required("FORMAT", .oneOf(OutputFormat.allCases.map(\.rawValue))),
        summary: "Print records in this format.",
        default: .value(OutputFormat.text.rawValue))

    /// `--format` of commands that print one answer.
    static let answerFormat = Option(
        "format", short: "f", value: .required("FORMAT", .oneOf(["text", "json"])),
        summary: "Print the answer in this format.", default: .value("text"))

    /// `--input`.
    static let input = Option(
        "input", short: "i",
        value: .required("FORMAT", .oneOf(InputFormat.allCases.map(\.rawValue))),
        summary: "Read every file in this format.",
        default: .described("told by name and content"))

    /// `--keep`.
    static let keep = Option(
        "keep", short: "k", value: .required("LABELS"),
        summary: "Keep these labels too, separated by commas.",
        default: .described("body,headline"), isRepeatable: true)

    /// `--precision` of `clean`.
    static let precision = Option(
        "precision", summary: "Keep only what is clearly the article.")

    /// `--recall` of `clean`.
    static let recall = Option(
        "recall", summary: "Keep all that might be the article.")

    /// `--model` of commands that use a model.
    static let model = Option(
        "model", short: "m", value: .required("MODEL", .file),
        summary: "Use the model in this file.", default: .described("the built-in model"))

    /// `--output` of commands that print records.
    static let output = Option(
        "output", short: "o", value: .required("FILE", .file),
        summary: "Write to this file, whole or not at all.",
        default: .described("standard output"))

    /// `--threads`.
    static let threads = Option(
        "threads", short: "j", value: .required("COUNT"),
        summary: "Work on this many documents at a time.", default: .described("one a core"))

    /// `--strict`.
    static let strict = Option(
        "strict", short: "s", summary: "Exit with 2 where a record can't be read.")

    /// `--line-buffered`.
    static let lineBuffered = Option(
        "line-buffered", summary: "Print each record before the next one is read.")

    /// `--repeated-lines`.
    static let repeatedLines = Option(
        "repeated-lines",
        summary: "Hold it against a line that it stood on an earlier page of the site.")

    /// `--paragraph` of `explain`.
    static let paragraph = Option(
        "paragraph", short: "p", value: .required("N"),
        summary: "Explain this paragraph, counted from 0.", default: .described("all"))

    /// `--outlet` of `explain`.
    static let outlet = Option(
        "outlet", summary: "Explain the outlet profile instead of the labels.")

    /// `--markers` of `explain`.
    static let markers = Option(
        "markers", summary: "Explain the stance markers instead of the labels.")

    /// `--evidence` of `explain`.
    static let evidence = Option(
        "evidence", short: "n", value: .required("COUNT"),
        summary: "Show this many pieces of evidence for each paragraph.", default: .value("8"))

    /// `--output` of `train`.
    static let newModel = Option(
        "output", short: "o", value: .required("MODEL", .file),
        summary: "Write the model to this file.", isRequired: true)

    /// `--output` of `learn`.
    static let learntModel = Option(
        "output", short: "o", value: .required("MODEL", .file),
        summary: "Write the new model to this file.",
        default: .described("the file of --model"))

    /// `--force`.
    static let force = Option("force", summary: "Replace the file if there is one.")

    /// `--signatures` of `learn`.
    static let signatures = Option(
        "signatures", value: .required("FILE", .file),
        summary: "Add the outlet signatures of this table to the model.")

    /// `--accept-terms` of `learn`.
    static let acceptTerms = Option(
        "accept-terms", value: .required("FILE", .file),
        summary: "Add the stance terms of this table to the model.")

    /// `--reference` of `profile`.
    static let reference = Option(
        "reference", value: .required("FILE", .file),
        summary: "Compare markers with those of these pages, not of the other sites.",
        isRepeatable: true)

    /// `--by` of `profile`.
    static let profileKey = Option(
        "by", value: .required("KEY", .oneOf(ProfileKey.allCases.map(\.rawValue))),
        summary: "Put pages together by this key.", default: .value(ProfileKey.site.rawValue))

    /// `--limit` of `profile`.
    static let limit = Option(
        "limit", short: "n", value: .required("COUNT"),
        summary: "Show at most this many words, lines and credits.", default: .value("20"))

    /// `--format` of `profile`.
    static let profileFormat = Option(
        "format", short: "f",
        value: .required("FORMAT", .oneOf(ProfileFormat.allCases.map(\.rawValue))),
        summary: "Print the profiles in this format.",
        default: .value(ProfileFormat.text.rawValue))

    /// `--forget` of `learn`.
    static let forget = Option(
        "forget", summary: "Take the samples out of the model instead.")

    /// `--cross-validate` of `evaluate`.
    static let crossValidate = Option(
        "cross-validate", value: .required("PARTS"),
        summary: "Train and test on this many parts of the samples.")

    /// `--by` of `evaluate`.
    static let by = Option(
        "by", value: .required("KEY"),
        summary: "Keep documents of one value of this key in one part.",
        default: .value("family"))

    /// `--with` of `evaluate` and `tabulate`.
    static let with = Option(
        "with", value: .required("SAMPLES"),
        summary: "Train on these samples too; they are not tested on.", isRepeatable: true)

    /// `--without` of `evaluate`.
    static let without = Option(
        "without", value: .required("PARTS"),
        summary: "With --cross-validate, do without these parts of the evidence.")

    /// `--learning-curve` of `evaluate`.
    static let learningCurve = Option(
        "learning-curve",
        summary: "With --cross-validate, learn from an eighth of the groups up to all.")

    /// `--evidence` of `evaluate`.
    static let evidenceKinds = Option(
        "evidence", value: .required("KINDS"),
        summary: "Test only paragraphs of these kinds of evidence; hand for none.")

    /// `--output` of `tabulate`.
    static let tables = Option(
        "output", short: "o", value: .required("FOLDER", .directory),
        summary: "Write the tables to this folder.", isRequired: true)

    /// `--outlets` of `evaluate`.
    static let outlets = Option(
        "outlets", summary: "Measure outlet profiles instead of labels.")

    /// `--sites` of `evaluate` and `tabulate`.
    static let sites = Option(
        "sites", value: .required("FILE", .file),
        summary: "Know the outlets of samples' sites from this table.", isRepeatable: true)

    /// `--credits` of `evaluate`.
    static let credits = Option(
        "credits", value: .required("FILE", .file),
        summary: "With --outlets, know the credits of samples from this table.")

    /// `--slices` of `evaluate`.
    static let slices = Option(
        "slices", value: .required("KEYS"),
        summary: "Break the figures down by these keys, separated by commas.",
        default: .value("language,regime"))

    /// `--floors` of `evaluate`.
    static let floors = Option(
        "floors", value: .required("FILE", .file),
        summary: "Exit with 1 where a figure is below its floor in this file.")

    /// `--format` of `evaluate`.
    static let reportFormat = Option(
        "format", short: "f",
        value: .required("FORMAT", .oneOf(ReportFormat.allCases.map(\.rawValue))),
        summary: "Print the report in this format.",
        default: .value(ReportFormat.text.rawValue))
}
