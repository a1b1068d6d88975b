import NaiveBayes

/// The memories of the outlet profile and of stance marking, beside that of the labels.
///
/// Each is there only where the training data has it: tables of outlets, documents with styles,
/// tables of stance terms.
package struct ProfileMemory: Sendable {
    /// Signatures, sources, cues and languages.
    package var outletTables: OutletTables?
    /// Counts and weights of styles.
    package var styles = StyleTrainer()
    /// Lexicons and counts of stance markers.
    package var stance: StanceTrainer?
    /// The documents with complete markers, on which thresholds are fitted.
    private var marked: [AnnotatedDocument] = []
    private var hasThresholds = false

    /// Nothing learnt.
    package init() {}

    /// The memory of a model. O(model).
    init(_ file: ModelFile) throws(ModelError) {
        if var reader = file.reader("outlet tables") {
            outletTables = try OutletTables(from: &reader)
        }
        if var reader = file.reader("style counts") {
            styles.counts = try StyleCounts(from: &reader)
        }
        if var reader = file.reader("style model") {
            styles.weights = try StyleModel(from: &reader).weights
        }
        if let model = try StanceModel(file) {
            stance = try StanceTrainer(model)
            hasThresholds = true
        }
    }

    /// Adds a document with a style or markers. O(text).
    mutating func add(_ document: AnnotatedDocument, _ sample: LabelSample) {
        if let style = StyleSample(document, sample) { styles.add(style) }
        stance?.add(document)
        if document.markers != nil { marked.append(document) }
    }

    /// Takes a document away. Returns false, and changes nothing, where it was never added.
    mutating func remove(_ document: AnnotatedDocument, _ sample: LabelSample) -> Bool {
        if let style = StyleSample(document, sample), !styles.remove(style) { return false }
        stance?.remove(document)
        return true
    }

    /// The sections of a model file.
    func sections() -> [(name: String, bytes: [UInt8])] {
        var sections: [(name: String, bytes: [UInt8])] = []
        func section(_ name: String, _ write: (inout ByteWriter) -> Void) {
            var writer = ByteWriter()
            write(&writer)
            sections.append((name, writer.bytes))
        }
        if let outletTables { section("outlet tables") { outletTables.encode(into: &$0) } }
        if styles.counts != StyleCounts() {
            let model = StyleModel(styles.counts, weights: styles.weights)
            section("style counts") { styles.counts.encode(into: &$0) }
            section("style model") { model.encode(into: &$0) }
        }
        if let stance {
            // A model that goes on learning keeps its thresholds: they were fitted on documents
            // it no longer has.
            // The order in which documents were added must not show.
            let fitted = marked.sorted { ($0.id, $0.digest) < ($1.id, $1.digest) }
            let model =
                hasThresholds || marked.isEmpty
                ? stance.makeModel() : stance.makeModel(fittedOn: fitted.map { ($0, 1) })
            sections.append(("stance", model.bytes))
        }
        return sections
    }
}

extension StyleSample {
    /// The sample of a document whose outlet's style is known, nil for another one. Its labels
    /// are the document's own.
    init?(_ document: AnnotatedDocument, _ sample: LabelSample) {
        guard let name = document.outlet?.style, let style = OutletStyle(name: name) else {
            return nil
        }
        self.init(
            page: StylePage(sample.evidence, labels: sample.labels), style: style,
            group: sample.group, language: document.language)
    }
}
