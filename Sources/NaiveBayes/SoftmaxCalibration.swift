extension SoftmaxLayer {
    /// Moves the bias so that the mean probability of each class over the rows becomes the share
    /// of the rows that belong to it; the other weights stay.
    ///
    /// Iterative scaling (Darroch and Ratcliff 1972) of the bias alone, with one row more of each
    /// class on both sides, so that none is ruled out. Rows that may belong to several classes are
    /// left out. Without rows nothing moves. O(rows · inputs).
    public mutating func calibrate(on samples: SoftmaxSamples) {
        let rows = (0..<samples.count).filter { samples.classes[$0].nonzeroBitCount == 1 }
        if rows.isEmpty { return }
        var observed = ClassVector(repeating: 1)
        for row in rows {
            observed[samples.classes[row].trailingZeroBitCount] += samples.weights[row]
        }
        let mask = ClassVector.mask(classes)
        let logOdds = rows.map { row in
            let start = row * samples.width
            return logits(samples.inputs.span.extracting(start..<(start + samples.width)))
        }
        var shift = ClassVector.zero
        for _ in 0..<8 {
            var predicted = ClassVector(repeating: 1)
            for (row, logOdds) in zip(rows, logOdds) {
                predicted += softmax(logOdds + shift, mask: mask) * samples.weights[row]
            }
            shift += log32(observed / predicted)
        }
        weights[inputs] += shift
    }
}
