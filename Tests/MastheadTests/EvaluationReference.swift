import Foundation

@testable import Masthead

/// The figures by their definitions, from a list of paragraphs: slow, and written without
/// anything that the evaluation uses.
struct EvaluationReference {
    struct Item {
        let right: String
        let said: ParagraphLabel
        let probabilities: [Float]
        let tokens: Int
    }

    struct Score {
        let precision: Double?
        let recall: Double?
        let f1: Double?
    }

    let items: [Item]

    init(_ documents: [ScoredDocument]) {
        var items: [Item] = []
        for scored in documents {
            for (index, paragraph) in scored.document.paragraphs.enumerated() {
                let right: String
                switch paragraph.label {
                case .none: continue
                case .boilerplate: right = "boilerplate"
                case .label(let label): right = label.name
                }
                let tokens = paragraph.text.split { !$0.isLetter && !$0.isNumber }.count
                items.append(
                    Item(
                        right: right, said: scored.labels[index],
                        probabilities: scored.probabilities[index], tokens: tokens))
            }
        }
        self.items = items
    }

    var typed: [Item] { items.filter { $0.right != "boilerplate" } }

    func score(
        _ items: [Item], weight: (Item) -> Int, said: (Item) -> Bool, right: (Item) -> Bool
    ) -> Score {
        let saidSum = items.filter(said).map(weight).reduce(0, +)
        let rightSum = items.filter(right).map(weight).reduce(0, +)
        let both = items.filter { said($0) && right($0) }.map(weight).reduce(0, +)
        let precision = saidSum > 0 ? Double(both) / Double(saidSum) : nil
        let recall = rightSum > 0 ? Double(both) / Double(rightSum) : nil
        var f1: Double?
        if let precision, let recall, precision + recall > 0 {
            f1 = 2 * precision * recall / (precision + recall)
        } else if saidSum + rightSum > 0 {
            f1 = 0
        }
        return Score(precision: precision, recall: recall, f1: f1)
    }

    func label(_ label: ParagraphLabel) -> Score {
        score(typed, weight: { _ in 1 }, said: { $0.said == label }) { $0.right == label.name }
    }

    var accuracy: Double {
        Double(typed.filter { $0.said.name == $0.right }.count) / Double(typed.count)
    }

    var macroF1: Double {
        let values = Set(typed.map(\.right)).sorted().compactMap { name in
            ParagraphLabel(name: name).map { label($0).f1 ?? 0 }
        }
        return values.reduce(0, +) / Double(values.count)
    }

    var splits: [(EvaluationFigure.Split, Score)] {
        let keep: Set = ["body", "headline"]
        let weights: [(Item) -> Int] = [{ _ in 1 }, { $0.tokens }]
        let body = weights.map {
            score(items, weight: $0, said: { $0.said == .body }, right: { $0.right == "body" })
        }
        let kept = weights.map {
            score(
                items, weight: $0, said: { keep.contains($0.said.name) },
                right: { keep.contains($0.right) })
        }
        return [
            (.bodyLines, body[0]), (.bodyTokens, body[1]), (.keptLines, kept[0]),
            (.keptTokens, kept[1]),
        ]
    }

    var logLoss: Double {
        let losses = typed.map { item in
            ParagraphLabel(name: item.right).map {
                -log(Double(item.probabilities[Int($0.rawValue)]))
            }
        }
        return losses.compactMap { $0 }.reduce(0, +) / Double(typed.count)
    }

    var brier: Double {
        var sum = 0.0
        for item in typed {
            for label in ParagraphLabel.allCases {
                let truth = label.name == item.right ? 1.0 : 0
                sum += pow(Double(item.probabilities[Int(label.rawValue)]) - truth, 2)
            }
        }
        return sum / Double(typed.count)
    }

    var topLabelError: Double {
        calibrationError(
            typed.map {
                (Double($0.probabilities[Int($0.said.rawValue)]), $0.said.name == $0.right)
            })
    }

    var bodyError: Double {
        calibrationError(items.map { (Double($0.probabilities[0]), $0.right == "body") })
    }

    private func calibrationError(_ pairs: [(Double, Bool)]) -> Double {
        var error = 0.0
        for bin in 0..<15 {
            let inside = pairs.filter { min(14, Int(floor($0.0 * 15))) == bin }
            if inside.isEmpty { continue }
            let stated = inside.map(\.0).reduce(0, +) / Double(inside.count)
            let truth = Double(inside.filter(\.1).count) / Double(inside.count)
            error += Double(inside.count) / Double(pairs.count) * abs(stated - truth)
        }
        return error
    }
}
