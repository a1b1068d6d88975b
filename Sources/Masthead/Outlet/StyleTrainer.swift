import NaiveBayes

/// A page whose style is known.
package struct StyleSample: Sendable {
    package let page: StylePage
    package let style: OutletStyle
    /// What must not be split between training and test.
    package let group: String
    /// BCP 47 code, nil where unknown.
    package let language: String?
    /// How much the page counts when weights are fitted, 0 or more.
    package let fitWeight: Float

    package init(
        page: StylePage, style: OutletStyle, group: String, language: String? = nil,
        fitWeight: Float = 1
    ) {
        self.page = page
        self.style = style
        self.group = group
        self.language = language
        self.fitWeight = fitWeight
    }
}

/// Collects samples of styles, fits the weights and makes the model.
package struct StyleTrainer: Sendable {
    /// The memory: counts that samples are added to and taken from.
    package var counts = StyleCounts()
    /// The weights, those of no fit until ``fitWeights(on:settings:)``.
    package var weights = StyleWeights()

    /// A trainer without samples.
    package init() {}

    /// Adds a sample. O(terms).
    package mutating func add(_ sample: StyleSample) {
        counts.add(sample.page, style: sample.style)
    }

    /// Takes a sample away that was added before. Returns whether it can have been added; the
    /// trainer is left as it was where not. O(terms).
    package mutating func remove(_ sample: StyleSample) -> Bool {
        var own = StyleCounts()
        own.add(sample.page, style: sample.style)
        guard counts.contains(own) else { return false }
        counts.merge(own, sign: -1)
        return true
    }

    /// Fits the weights on samples that were added before, each judged by the counts without
    /// those of its group. O(terms + epochs · samples · slots).
    package mutating func fitWeights(on samples: [StyleSample], settings: StyleFit = StyleFit()) {
        weights = settings.weights(rows(samples))
    }

    private func rows(_ samples: [StyleSample]) -> [StyleRow] {
        var rows: [StyleRow?] = Array(repeating: nil, count: samples.count)
        let groups = Dictionary(grouping: samples.indices) { samples[$0].group }
        for group in groups.values {
            var own = StyleCounts()
            for index in group { own.add(samples[index].page, style: samples[index].style) }
            let source = CountedStyles(counts, without: own)
            for index in group {
                let sample = samples[index]
                rows[index] = StyleRow(
                    sums: source.sums(of: sample.page), values: sample.page.values,
                    regime: sample.page.regime, style: Int(sample.style.rawValue),
                    weight: sample.fitWeight)
            }
        }
        return rows.compactMap { $0 }
    }
}

extension StyleTrainer {
    /// The probabilities of the styles of a page under the counts so far. O(terms).
    package func probabilities(_ page: StylePage) -> ClassVector {
        let sums = CountedStyles(counts).sums(of: page)
        return softmax(weights.logits(sums, of: page), mask: .mask(OutletStyle.count))
    }
}
