import Masthead

#if canImport(Glibc)
    import Glibc
#endif

/// What is fuzzed. The variable MASTHEAD_FUZZ says which; `.ci/fuzz` builds and runs them.
///
/// A harness traps where a promise is broken. It may not keep anything between inputs.
enum FuzzTarget: String {
    /// Bytes to paragraphs.
    case paragraphs
    /// The whole analysis of a page by the built-in model.
    case page
    /// Lines of JSON, through the command.
    case jsonl
    /// Records of an archive, through the command.
    case wet
    /// The model file.
    case model
    /// Training samples.
    case samples
    /// Tables of signatures, terms, counts and weights.
    case tables
    /// Quotation marks, and the markers between them.
    case quotations

    /// The target that the environment names.
    static let chosen: FuzzTarget = {
        guard let name = unsafe getenv("MASTHEAD_FUZZ"),
            let target = FuzzTarget(rawValue: unsafe String(cString: name))
        else { fatalError("MASTHEAD_FUZZ names no target") }
        return target
    }()

    /// Runs the harness on an input.
    func run(_ bytes: [UInt8]) {
        switch self {
        case .paragraphs: fuzzParagraphs(bytes)
        case .page: fuzzPage(bytes)
        case .jsonl: fuzzStream(bytes, format: "jsonl")
        case .wet: fuzzStream(bytes, format: "wet")
        case .model: ModelFuzz.run(bytes)
        case .samples: fuzzSamples(bytes)
        case .tables: fuzzTables(bytes)
        case .quotations: fuzzQuotations(bytes)
        }
    }
}

/// What libFuzzer calls with each input.
@c(LLVMFuzzerTestOneInput)
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    FuzzTarget.chosen.run(bytes)
    return 0
}

/// A promise that a harness checks.
func require(
    _ condition: Bool, _ promise: @autoclosure () -> String,
    file: StaticString = #file, line: UInt = #line
) {
    if !condition { fatalError("broken promise: \(promise())", file: file, line: line) }
}

/// A small model with all parts: seconds of training would be seconds of every run.
enum FuzzModels {
    static let bytes: [UInt8] = {
        var trainer = Trainer(counts: LabelCounts(), weights: LabelWeights())
        do {
            let (signatures, sources) = (try table("signatures"), try table("sources"))
            try trainer.setOutletTables(
                signatures: signatures, sources: sources, cues: try table("cues"),
                languages: try table("languages"))
            try trainer.setLexicons(["de": try table("stance/de"), "en": try table("stance/en")])
            try trainer.addStyleCounts(try table("counts/styles"))
            let documents = try files(below: "TrainingData/documents/de")
            for name in documents.prefix(3) where name.hasSuffix(".jsonl") {
                let line = try content(name).prefix { $0 != 0x0A }
                trainer.add(try AnnotatedDocument(jsonLine: line))
            }
        } catch {
            fatalError("the training data can't be read: \(error)")
        }
        return trainer.modelBytes()
    }()

    static let model: Model = {
        guard let model = try? Model(bytes: bytes) else { fatalError("a new model is refused") }
        return model
    }()

    /// The first rows of a table of the training data.
    static func table(_ name: String) throws -> String {
        let text = String(decoding: try content("TrainingData/\(name).tsv"), as: UTF8.self)
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.prefix(40)
            .joined(separator: "\n") + "\n"
    }

    private static func content(_ path: String) throws -> [UInt8] {
        let file = try Descriptor.reading(path)
        var bytes: [UInt8] = []
        while true {
            let next = try file.read(upTo: 1 << 18)
            if next.isEmpty { return bytes }
            bytes += next
        }
    }
}
