@testable import Masthead

/// A sample that is read can be written and read again, learnt and forgotten.
func fuzzSamples(_ bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) {
        guard let document = try? AnnotatedDocument(sampleLine: line) else { continue }
        let text = document.json.jsonLine
        // Numbers that are not finite have no JSON.
        guard text != "null" else { continue }
        guard let again = try? AnnotatedDocument(jsonLine: Array(text.utf8)) else {
            fatalError("broken promise: what is written is read")
        }
        let same = zip(again.paragraphs, document.paragraphs)
            .allSatisfy { $0.text == $1.text && $0.label == $1.label }
        require(same && again.paragraphs.count == document.paragraphs.count, "the same paragraphs")
        learn(document)
    }
}

/// What is learnt and then forgotten leaves no trace.
private func learn(_ document: AnnotatedDocument) {
    let empty = LabelCounts()
    let sample = LabelSample(document)
    var counts = empty
    counts.add(sample)
    require(counts.contains(counts), "counts contain themselves")
    var own = LabelCounts()
    own.add(sample)
    counts.merge(own, sign: -1)
    var (before, after) = (ByteWriter(), ByteWriter())
    empty.encode(into: &before)
    counts.encode(into: &after)
    require(before.bytes == after.bytes, "forgotten without a trace")
    var trainer = small
    let facts = trainer.facts
    trainer.add(document)
    require((try? trainer.remove(document)) != nil, "what is learnt can be forgotten")
    require(trainer.facts == facts, "the facts are as before")
}

private let small: Trainer = {
    guard let trainer = try? Trainer(FuzzModels.model) else {
        fatalError("the small model is refused")
    }
    return trainer
}()
