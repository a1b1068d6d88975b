import NaiveBayes

/// Why a page resembles one style more than the next.
public struct StyleExplanation: Sendable, Hashable {
    /// The likeliest style.
    public let style: OutletStyle
    /// The second likeliest.
    public let runnerUp: OutletStyle
    /// The difference of their log-odds, natural logarithm: the sum of what all evidence gives.
    public let margin: Float
    /// The strongest pieces of evidence, largest absolute share of the margin first.
    public let reasons: [Reason]

    /// One piece of evidence.
    public struct Reason: Sendable, Hashable {
        /// The view it belongs to, for example `boilerplate phrases`.
        public let view: String
        /// The term, or the slot and its value.
        public let name: String
        /// Its share of the margin; positive speaks for the style, negative for the runner-up.
        public let weight: Float
    }
}

extension StyleModel {
    /// The strongest evidence for the likeliest style of a page against the runner-up.
    ///
    /// `names` gives the names of terms by key; terms without one are left out. The terms'
    /// shares add up to the margin together with those left out and the bias. O(terms · log).
    package func explanation(
        of page: StylePage, names: [UInt32: String], limit: Int = 12
    ) -> StyleExplanation {
        let ranked = rank(page)
        let (best, next) = (Int(ranked[0].style.rawValue), Int(ranked[1].style.rawValue))
        let sums = sums(of: page)
        let layer = weights.layers[Int(page.regime.rawValue)]
        let logits = layer.logits(sums, page.values)
        var reasons: [StyleExplanation.Reason] = []
        func add(_ view: StyleView, _ name: String, _ weight: Float) {
            if weight != 0 { reasons.append(.init(view: view.name, name: name, weight: weight)) }
        }
        for (view, keys) in page.terms.enumerated() where layer.views[view] > 0 {
            let known = keys.compactMap { key in
                evidence(of: key, in: view).map { (key, $0) }
            }
            let scale = layer.views[view] / max(Float(known.count), 1).squareRoot()
            for (key, row) in known {
                guard let name = names[key] else { continue }
                add(StyleView.terms[view], name, (row[best] - row[next]) * scale)
            }
        }
        let slots = StyleSpace.shared.slots
        let numbers = Dictionary(grouping: slots) { $0.view }.mapValues { Float($0.count) }
        for (slot, value) in page.values.enumerated() {
            let view = slots[slot].view
            let index = slots[slot].offset + Int(value)
            let scale = layer.views[Int(view.rawValue)] / (numbers[view] ?? 1).squareRoot()
            let row = evidence(ofValue: index) * scale + layer.slots[slot] * Float(value)
            add(view, StyleSpace.shared.name(ofValue: index), row[best] - row[next])
        }
        reasons.sort {
            abs($0.weight) != abs($1.weight)
                ? abs($0.weight) > abs($1.weight) : ($0.view, $0.name) < ($1.view, $1.name)
        }
        return StyleExplanation(
            style: ranked[0].style, runnerUp: ranked[1].style,
            margin: logits[best] - logits[next], reasons: Array(reasons.prefix(limit)))
    }
}
