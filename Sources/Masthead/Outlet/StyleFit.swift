import NaiveBayes

/// A page's evidence from counts without its own group, and what it is: a row to fit on.
struct StyleRow {
    let sums: [ClassVector]
    let values: [UInt8]
    let regime: Regime
    let style: Int
    var weight: Float
}

/// Fits ``StyleWeights`` on out-of-fold evidence.
package struct StyleFit: Sendable {
    /// Passes over all rows.
    package var epochs = 400
    /// First step size; it falls linearly to 0.
    package var rate: Float = 0.02
    /// L2 penalties, in rows: of the weights of views, and of those of slots scaled to unit
    /// variance. The second is large: 2,300 weights stand against some hundred pages.
    package var viewPenalty: Float = 5
    package var slotPenalty: Float = 90
    /// How much a page of the other regime counts in the fit of a layer, 0 to 1.
    package var otherRegime: Float = 0.4

    /// The default settings.
    package init() {}

    /// The weights, a layer for each regime. O(epochs · rows · slots).
    func weights(_ rows: [StyleRow]) -> StyleWeights {
        var weights = StyleWeights()
        for regime in Regime.allCases {
            let weighed = rows.map { row in
                var row = row
                if row.regime != regime { row.weight *= otherRegime }
                return row
            }
            weights.layers[Int(regime.rawValue)] = layer(weighed)
        }
        return weights
    }

    /// A layer by Adam (Kingma and Ba 2015) on the weighted log loss of all rows at once, which
    /// needs no order of rows. O(epochs · rows · slots).
    private func layer(_ rows: [StyleRow]) -> StyleLayer {
        let scale = SlotScale(rows)
        let inputs = rows.map { scale.inputs($0.values) }
        let total = max(rows.reduce(0) { $0 + $1.weight }, 1e-6)
        var state = StyleLayer()
        state.bias = Self.logShares(rows)
        var mean = StyleLayer(zero: ())
        var square = mean
        for epoch in 1...max(epochs, 1) {
            var slope = StyleLayer(zero: ())
            for (row, input) in zip(rows, inputs) where row.weight > 0 {
                Self.add(row, input, state, to: &slope)
            }
            penalise(&slope, state, total)
            let rate = rate * (1 - Float(epoch - 1) / Float(epochs))
            Self.step(&state, slope, &mean, &square, epoch, rate)
        }
        return scale.unscaled(state)
    }

    private static func logShares(_ rows: [StyleRow]) -> ClassVector {
        var shares = ClassVector(repeating: 0.5)
        for row in rows { shares[row.style] += row.weight }
        let mask = ClassVector.mask(OutletStyle.count)
        return log32(lanes: shares / (shares * mask).sum()) * mask
    }

    private static func add(
        _ row: StyleRow, _ input: [Float], _ state: StyleLayer, to slope: inout StyleLayer
    ) {
        var logits = state.bias
        for (view, sum) in row.sums.enumerated() { logits += sum * state.views[view] }
        for (slot, value) in input.enumerated() { logits += state.slots[slot] * value }
        var error = softmax(logits, mask: .mask(OutletStyle.count))
        error[row.style] -= 1
        error *= row.weight
        for (view, sum) in row.sums.enumerated() { slope.views[view] += (error * sum).sum() }
        for (slot, value) in input.enumerated() { slope.slots[slot] += error * value }
        slope.bias += error
    }

    private func penalise(_ slope: inout StyleLayer, _ state: StyleLayer, _ total: Float) {
        for view in slope.views.indices {
            slope.views[view] = (slope.views[view] + state.views[view] * viewPenalty) / total
        }
        for slot in slope.slots.indices {
            slope.slots[slot] = (slope.slots[slot] + state.slots[slot] * slotPenalty) / total
        }
        slope.bias /= total
    }

    private static func step(
        _ state: inout StyleLayer, _ slope: StyleLayer, _ mean: inout StyleLayer,
        _ square: inout StyleLayer, _ epoch: Int, _ rate: Float
    ) {
        let first = 1 - power(0.9, epoch)
        let second = 1 - power(0.999, epoch)
        for view in state.views.indices {
            mean.views[view] = mean.views[view] * 0.9 + slope.views[view] * 0.1
            square.views[view] =
                square.views[view] * 0.999 + slope.views[view] * slope.views[view] * 0.001
            let size = (square.views[view] / second).squareRoot() + 1e-6
            // Evidence that speaks against what it is evidence of would be chance.
            state.views[view] = max(0, state.views[view] - mean.views[view] / first / size * rate)
        }
        func move(
            _ weight: inout ClassVector, _ slope: ClassVector, _ mean: inout ClassVector,
            _ square: inout ClassVector
        ) {
            mean = mean * 0.9 + slope * 0.1
            square = square * 0.999 + slope * slope * 0.001
            weight -= (mean / first) / ((square / second).squareRoot() + 1e-6) * rate
        }
        for slot in state.slots.indices {
            move(&state.slots[slot], slope.slots[slot], &mean.slots[slot], &square.slots[slot])
        }
        move(&state.bias, slope.bias, &mean.bias, &square.bias)
    }

    private static func power(_ base: Float, _ exponent: Int) -> Float {
        var result: Float = 1
        for _ in 0..<min(exponent, 20_000) { result *= base }
        return result
    }
}

extension StyleLayer {
    fileprivate init(zero: ()) {
        self.init()
        for view in views.indices { views[view] = 0 }
    }
}

/// Brings the slots' values to mean 0 and variance 1, so that one penalty suits all.
private struct SlotScale {
    private var means: [Float]
    private var inverses: [Float]

    init(_ rows: [StyleRow]) {
        let count = StyleSpace.shared.slots.count
        var sums = [Float](repeating: 0, count: count)
        var squares = sums
        for row in rows {
            for (slot, value) in row.values.enumerated() {
                sums[slot] += Float(value)
                squares[slot] += Float(value) * Float(value)
            }
        }
        let number = Float(max(rows.count, 1))
        means = sums.map { $0 / number }
        inverses = zip(squares, means).map { square, mean in
            let variance = square / number - mean * mean
            return variance > 1e-6 ? 1 / variance.squareRoot() : 0
        }
    }

    func inputs(_ values: [UInt8]) -> [Float] {
        values.indices.map { (Float(values[$0]) - means[$0]) * inverses[$0] }
    }

    /// The same weights for values that are not scaled.
    func unscaled(_ weights: StyleLayer) -> StyleLayer {
        var result = weights
        for slot in result.slots.indices {
            result.slots[slot] *= inverses[slot]
            result.bias -= result.slots[slot] * means[slot]
        }
        return result
    }
}
