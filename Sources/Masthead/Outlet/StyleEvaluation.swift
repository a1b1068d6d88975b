import NaiveBayes

/// How well styles are told apart, on pages whose style is known.
package struct StyleEvaluation: Sendable {
    /// Pages by true style and likeliest style.
    package private(set) var confusion: [[Int]]
    private var bins: [(count: Double, stated: Double, right: Double)]
    private static let binCount = 15

    /// No pages.
    package init() {
        confusion = Array(
            repeating: Array(repeating: 0, count: OutletStyle.count), count: OutletStyle.count)
        bins = Array(repeating: (0, 0, 0), count: Self.binCount)
    }

    /// Adds a page with the probabilities it was given.
    package mutating func add(_ probabilities: ClassVector, style: OutletStyle) {
        let best = probabilities.indexOfMax(count: OutletStyle.count)
        let truth = Int(style.rawValue)
        confusion[truth][best] += 1
        let stated = Double(probabilities[best])
        let bin = min(Self.binCount - 1, max(0, Int(stated * Double(Self.binCount))))
        bins[bin].count += 1
        bins[bin].stated += stated
        bins[bin].right += best == truth ? 1 : 0
    }

    /// Number of pages.
    package var count: Int { confusion.joined().reduce(0, +) }

    /// Share of the pages whose likeliest style is the true one; 0 without pages.
    package var accuracy: Double {
        let right = confusion.indices.reduce(0) { $0 + confusion[$1][$1] }
        return Double(right) / Double(max(count, 1))
    }

    /// F1 of a style, nil where it neither is nor was named.
    package func f1(_ style: OutletStyle) -> Double? {
        let index = Int(style.rawValue)
        let sum = confusion[index].reduce(0, +) + confusion.reduce(0) { $0 + $1[index] }
        return sum == 0 ? nil : 2 * Double(confusion[index][index]) / Double(sum)
    }

    /// Mean F1 of the styles that at least `fewest` pages have; nil where there is none.
    package func macroF1(fewest: Int = 20) -> Double? {
        let scores = OutletStyle.allCases.filter {
            confusion[Int($0.rawValue)].reduce(0, +) >= max(fewest, 1)
        }.compactMap { f1($0) }
        return scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
    }

    /// Expected calibration error over 15 bins (Naeini, Cooper and Hauskrecht 2015), 0 to 1.
    package var calibrationError: Double {
        bins.reduce(0) { $0 + abs($1.stated - $1.right) } / Double(max(count, 1))
    }
}

extension StyleEvaluation {
    /// Cross-validates by group: one evaluation for each language, and `all`.
    ///
    /// `always` are in every training set and never tested; groups go to the fold that the hash
    /// of their name and `seed` gives. O(folds · training).
    package static func crossValidation(
        _ samples: [StyleSample], always: [StyleSample] = [], folds: Int = 5, seed: UInt64 = 1,
        settings: StyleFit = StyleFit()
    ) -> [String: StyleEvaluation] {
        var total = StyleCounts()
        for sample in samples + always { total.add(sample.page, style: sample.style) }
        let numbers = samples.map { fold($0.group, folds, seed) }
        var results: [String: StyleEvaluation] = [:]
        for fold in 0..<max(folds, 2) {
            var trainer = StyleTrainer()
            trainer.counts = total
            var training = always
            for (sample, number) in zip(samples, numbers) {
                if number == fold {
                    trainer.counts.add(sample.page, style: sample.style, sign: -1)
                } else {
                    training.append(sample)
                }
            }
            trainer.fitWeights(on: training, settings: settings)
            for (sample, number) in zip(samples, numbers) where number == fold {
                let vector = trainer.probabilities(sample.page)
                for key in [sample.language ?? "unknown", "all"] {
                    results[key, default: StyleEvaluation()].add(vector, style: sample.style)
                }
            }
        }
        return results
    }

    /// The fold of a group, 0 to `folds` − 1: FNV-1a of its name, mixed with the seed.
    private static func fold(_ group: String, _ folds: Int, _ seed: UInt64) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in group.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        var random = SplitMix(seed: hash ^ seed)
        return Int(random.next() % UInt64(max(folds, 2)))
    }
}
