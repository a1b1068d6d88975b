import NaiveBayes

/// Trains the style model on pages whose texts stay outside the project, together with the
/// project's own documents.
///
/// The same steps make `TrainingData/counts/styles.tsv` and `style-weights.tsv` and, with the
/// test's groups left out, the models of a cross-validation.
package struct StyleTraining: Sendable {
    /// The outside pages whose style is known.
    package private(set) var samples: [StyleSample] = []
    /// The document of each of ``samples``, as an index.
    package private(set) var documents: [Int] = []
    private var own: [StyleSample] = []

    /// Training on the `documents` that name a style, grouped by the value of `key`, with the
    /// project's `own`.
    ///
    /// `labels` are the documents' as a label model gives them that has seen nothing of their
    /// groups: what a page looks like in use. The project's own documents keep theirs, as they
    /// do in ``Trainer``. Of a page that stands in the documents twice the longer one counts.
    /// O(text).
    package init(
        _ documents: [AnnotatedDocument], labels: [[ParagraphLabel]], own: [AnnotatedDocument],
        group key: String = "family"
    ) {
        var place: [String: Int] = [:]
        for (index, document) in documents.enumerated() {
            guard document.outlet?.style.flatMap({ OutletStyle(name: $0) }) != nil else { continue }
            let name = "\(document.id)\t\(document.other["regime"]?.string ?? "")"
            guard !document.id.isEmpty, let known = place[name] else {
                place[name] = self.documents.count
                self.documents.append(index)
                continue
            }
            if documents[self.documents[known]].paragraphs.count < document.paragraphs.count {
                self.documents[known] = index
            }
        }
        samples = self.documents.compactMap {
            StyleSample(documents[$0], labels: labels[$0], group: key)
        }
        self.own = own.compactMap { StyleSample($0, group: key) }
    }

    /// The training without some groups.
    package func without(_ groups: Set<String>) -> StyleTraining {
        var rest = self
        rest.documents = samples.indices.filter { !groups.contains(samples[$0].group) }
            .map { documents[$0] }
        rest.samples.removeAll { groups.contains($0.group) }
        rest.own.removeAll { groups.contains($0.group) }
        return rest
    }

    /// The counts of the outside pages that may be published. O(terms).
    package func publishedCounts() -> StyleCounts { StyleCounts(publishing: samples) }

    /// The weights, fitted on what every group's pages look like to the others; rare terms are
    /// counted too, since what is common in the published counts was chosen with the page in it.
    /// O(epochs · pages · slots).
    package func weights() -> StyleWeights {
        var trainer = StyleTrainer()
        for sample in samples + own { trainer.add(sample) }
        trainer.fitWeights(on: samples + own)
        return trainer.weights
    }

    /// The model of the published counts, the own documents and the weights.
    package func model() -> StyleModel {
        var counts = publishedCounts()
        for sample in own { counts.add(sample.page, style: sample.style) }
        return StyleModel(counts, weights: weights())
    }

    /// The probabilities of the styles of all samples, each by a model that saw nothing of its
    /// group. Groups go to the part that the hash of their name and `seed` gives; of a part's
    /// training groups about the share `share` is learnt from, each smaller share a part of the
    /// larger ones. O(parts · training).
    package func crossValidated(parts: Int, seed: UInt64, share: Double = 1) -> [ClassVector] {
        let draws = samples.map { Self.draw($0.group, parts, seed) }
        let unused = Set(
            samples.indices.filter { draws[$0].rank >= share }.map { samples[$0].group })
        var vectors = [ClassVector](repeating: .zero, count: samples.count)
        for part in 0..<max(parts, 2) {
            let tested = samples.indices.filter { draws[$0].part == part }
            if tested.isEmpty { continue }
            let model = without(unused.union(tested.map { samples[$0].group })).model()
            for index in tested { vectors[index] = model.probabilities(samples[index].page) }
        }
        return vectors
    }

    /// The part of a group, 0 to `parts` − 1, and its rank among those to learn from, 0 to 1:
    /// FNV-1a of its name, mixed with the seed.
    private static func draw(
        _ group: String, _ parts: Int, _ seed: UInt64
    ) -> (part: Int, rank: Double) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in group.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        var random = SplitMix(seed: hash ^ seed)
        let part = Int(random.next() % UInt64(max(parts, 2)))
        return (part, Double(random.next() >> 11) / Double(1 << 53))
    }
}
