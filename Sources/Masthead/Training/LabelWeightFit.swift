import NaiveBayes

/// Fits the weights of the label model on out-of-fold evidence.
///
/// Every line is scored by the counts of all samples but those of its own group, which the exact
/// subtraction of counts makes cheap: no model is trained twice, and no line was ever in the
/// evidence that the weights are fitted on.
package struct LabelWeightFit: Sendable {
    /// Settings of the fit.
    package var fit = SoftmaxFit()
    /// Weight of the lines of the other regime in the fit of a regime's layers, 0 to 1.
    package var otherRegime: Float = 0.4
    /// Labels are weighted by the inverse of their frequency to the power of this, 0 to 1.
    package var rarity: Float = 0.15
    /// Of the navigation lines of whole pages, one in so many is looked at, with that weight.
    package var navigationStep = 4
    /// The parts of the evidence that the layers get no weights for.
    package var omitted: Set<EvidencePart> = []

    package init() {}

    /// The weights for samples whose counts, and perhaps others', are `counts`. A sample with
    /// `fitWeight` 0 is only taken out of the evidence of its group.
    /// O(epochs · lines · inputs).
    package func weights(_ samples: [LabelSample], counts: LabelCounts) -> LabelWeights {
        let evidence = evidence(samples, counts: counts)
        let gate = PageGate(counts)
        let rare = rarityWeights(samples)
        let even = [Float](repeating: 1, count: ParagraphLabel.count)
        var weights = LabelWeights()
        let fitted = samples.indices.filter { samples[$0].fitWeight > 0 }
        for regime in Regime.allCases {
            var rows = SoftmaxSamples(width: LabelWeights.evidenceInputs)
            for index in fitted where isUsed(samples[index], for: regime) {
                addRows(samples[index], regime, rare, to: &rows) { line in
                    LabelWeights.inputs(evidence[index][line])
                }
            }
            weights.first[Int(regime.rawValue)] = fit.layer(rows, classes: ParagraphLabel.count)
        }
        let contexts = fitted.map { index in
            PageContext(
                Self.mixed(
                    evidence[index], weights.first, gate.residue(samples[index].evidence.traits)))
        }
        for regime in Regime.allCases {
            func rows(_ weights: [Float], where isUsed: (LabelSample) -> Bool) -> SoftmaxSamples {
                var rows = SoftmaxSamples(width: LabelWeights.contextInputs)
                for (index, context) in zip(fitted, contexts) where isUsed(samples[index]) {
                    addRows(samples[index], regime, weights, to: &rows) { line in
                        inputs(evidence[index][line], context, line)
                    }
                }
                return rows
            }
            let all = rows(rare) { isUsed($0, for: regime) }
            var layer = fit.layer(all, classes: ParagraphLabel.count)
            if regime == .residue {
                layer.calibrate(on: rows(even) { $0.isTypical && $0.regime == regime })
            }
            weights.second[Int(regime.rawValue)] = layer
        }
        return weights
    }

    /// The inputs of the second layer: a line's evidence and what the page tells of it.
    private func inputs(_ evidence: [ClassVector], _ context: PageContext, _ line: Int) -> [Float] {
        var inputs = LabelWeights.inputs(evidence)
        if omitted.contains(.context) {
            inputs += repeatElement(0, count: PageContext.inputs)
        } else {
            context.append(line: line, to: &inputs)
        }
        return inputs
    }

    private func isUsed(_ sample: LabelSample, for regime: Regime) -> Bool {
        sample.regime == regime || (otherRegime > 0 && !sample.isReduced)
    }

    private static let navigation: UInt16 = 1 << UInt16(ParagraphLabel.navigation.rawValue)

    private func addRows(
        _ sample: LabelSample, _ regime: Regime, _ rare: [Float],
        to rows: inout SoftmaxSamples, inputs: (Int) -> [Float]
    ) {
        for line in 0..<sample.evidence.count {
            let possible = sample.possible[line]
            if possible == 0 { continue }
            var weight = sample.fitWeight
            if sample.regime != regime { weight *= otherRegime }
            if possible.nonzeroBitCount == 1 { weight *= rare[possible.trailingZeroBitCount] }
            if possible == Self.navigation && sample.regime == .page {
                if line % navigationStep != 0 { continue }
                weight *= Float(navigationStep)
            }
            rows.append(inputs(line), classes: possible, weight: weight)
        }
    }

    /// Mean 1 over the labels at power 1.
    private func rarityWeights(_ samples: [LabelSample]) -> [Float] {
        var counts = [Double](repeating: 1, count: ParagraphLabel.count)
        for sample in samples where sample.fitWeight > 0 {
            for possible in sample.possible where possible.nonzeroBitCount == 1 {
                counts[possible.trailingZeroBitCount] += 1
            }
        }
        let mean = counts.reduce(0, +) / Double(counts.count)
        return counts.map { count in
            exp32(ClassVector(repeating: rarity * Float(log64(mean / count))))[0]
        }
    }

    /// The evidence of every line, by the counts without the line's own group.
    func evidence(_ samples: [LabelSample], counts: LabelCounts) -> [[[ClassVector]]] {
        let silent = omitted.flatMap(\.evidenceGroups)
        var evidence = [[[ClassVector]]](repeating: [], count: samples.count)
        let groups = Dictionary(grouping: samples.indices) { samples[$0].group }
        for (_, members) in groups {
            if members.allSatisfy({ samples[$0].fitWeight == 0 }) { continue }
            var own = LabelCounts()
            for index in members { own.add(samples[index]) }
            let source = CountedEvidence(counts, without: own)
            for index in members where samples[index].fitWeight > 0 {
                let page = samples[index].evidence
                evidence[index] = (0..<page.count).map { line in
                    var groups = source.groups(of: line, in: page)
                    for group in silent { groups[group] = .zero }
                    return groups
                }
            }
        }
        return evidence
    }

    private static func mixed(
        _ evidence: [[ClassVector]], _ layers: [SoftmaxLayer], _ residue: Float
    ) -> [ClassVector] {
        let mask = ClassVector.mask(ParagraphLabel.count)
        return evidence.map { groups in
            let inputs = LabelWeights.inputs(groups)
            let page = softmax(layers[0].logits(inputs.span), mask: mask)
            let rest = softmax(layers[1].logits(inputs.span), mask: mask)
            return page * (1 - residue) + rest * residue
        }
    }
}
