@testable import Masthead

/// A table that is read makes a model that loads and works. The first byte of the input says which
/// table the rest is.
func fuzzTables(_ bytes: [UInt8]) {
    guard let kind = bytes.first else { return }
    let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
    var trainer = Trainer(counts: LabelCounts(), weights: LabelWeights())
    do {
        switch kind {
        case UInt8(ascii: "0"): try setOutlets(&trainer, signatures: text)
        case UInt8(ascii: "1"): try setOutlets(&trainer, sources: text)
        case UInt8(ascii: "2"): try setOutlets(&trainer, cues: text)
        case UInt8(ascii: "3"): try setOutlets(&trainer, languages: text)
        case UInt8(ascii: "4"): try trainer.addLabelCounts(text)
        case UInt8(ascii: "5"): try trainer.setLabelWeights(text)
        case UInt8(ascii: "6"): try trainer.addStyleCounts(text)
        case UInt8(ascii: "7"): try trainer.setStyleWeights(text)
        default: try trainer.setLexicons(["de": text])
        }
    } catch {
        require(!"\(error)".isEmpty, "an error has words")
        return
    }
    guard let model = try? Model(bytes: trainer.modelBytes()),
        let analyzer = try? Analyzer(model: model)
    else { fatalError("broken promise: a model of accepted tables loads") }
    check(analyzer.analyze(paragraphs: [text, "Von AFP. Der Machthaber betonte es, so die dpa."]))
    guard (try? Trainer(model)) != nil else {
        fatalError("broken promise: a model of accepted tables can be learnt into")
    }
}

private let tables = Result {
    (
        signatures: try FuzzModels.table("signatures"), sources: try FuzzModels.table("sources"),
        cues: try FuzzModels.table("cues"), languages: try FuzzModels.table("languages")
    )
}

private func setOutlets(
    _ trainer: inout Trainer, signatures: String? = nil, sources: String? = nil,
    cues: String? = nil, languages: String? = nil
) throws {
    let known = try tables.get()
    try trainer.setOutletTables(
        signatures: signatures ?? known.signatures, sources: sources ?? known.sources,
        cues: cues ?? known.cues, languages: languages ?? known.languages)
}
