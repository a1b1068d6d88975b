import Testing

@testable import Masthead

/// Numbers that are the same on every run (Knuth's linear congruential generator).
struct SampleRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        var result: UInt64 = 0
        for _ in 0..<2 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            result = result << 32 | state >> 32
        }
        return result
    }
}

/// Documents with scores, made for tests.
enum EvaluationSample {
    /// Probabilities that give `label` that much and share the rest evenly.
    static func probabilities(_ label: ParagraphLabel, _ top: Float) -> [Float] {
        var values = [Float](repeating: (1 - top) / 12, count: ParagraphLabel.count)
        values[Int(label.rawValue)] = top
        return values
    }

    /// A scored document of paragraphs with text, right label and predicted label.
    static func document(
        _ paragraphs: [(String, AnnotatedParagraph.Annotation, ParagraphLabel)],
        top: Float = 0.9, language: String? = nil, other: [String: JSONValue] = [:]
    ) throws -> ScoredDocument {
        var document = AnnotatedDocument(
            paragraphs: paragraphs.map { AnnotatedParagraph(text: $0.0, label: $0.1) })
        document.language = language
        document.other = other
        return try ScoredDocument(
            document: document, labels: paragraphs.map(\.2),
            probabilities: paragraphs.map { probabilities($0.2, top) })
    }

    /// Random documents: labels right about two times in three, a few coarse and a few unknown.
    static func random(
        _ count: Int, seed: UInt64,
        labels: ArraySlice<ParagraphLabel> = ParagraphLabel.allCases[...]
    ) throws -> [ScoredDocument] {
        var random = SampleRandom(state: seed)
        return try (0..<count).map { index in
            var paragraphs: [AnnotatedParagraph] = []
            var scores = ParagraphScores(labels: [], probabilities: [])
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                let right = labels.randomElement(using: &random) ?? .body
                let words = Int.random(in: 0...9, using: &random)
                let text = repeatElement("wort", count: words).joined(separator: ", ")
                let kind = Int.random(in: 0..<10, using: &random)
                paragraphs.append(
                    AnnotatedParagraph(
                        text: text,
                        label: kind == 0 ? .none : kind == 1 ? .boilerplate : .label(right)))
                let isRight = Int.random(in: 0..<3, using: &random) > 0
                scores.labels.append(
                    isRight ? right : labels.randomElement(using: &random) ?? .body)
                let raw = (0..<13).map { _ in Float.random(in: 0.001...1, using: &random) }
                let sum = raw.reduce(0, +)
                scores.probabilities.append(raw.map { $0 / sum })
            }
            var document = AnnotatedDocument(id: "\(index)", paragraphs: paragraphs)
            document.language = ["de", "en", "fr"].randomElement(using: &random)
            document.other["regime"] = .string(Bool.random(using: &random) ? "page" : "residue")
            document.other["family"] = .string("f\(Int.random(in: 0..<9, using: &random))")
            return try ScoredDocument(document: document, scores: scores)
        }
    }

    /// Settings without intervals.
    static var plain: EvaluationSettings {
        var settings = EvaluationSettings()
        settings.bootstrap = nil
        return settings
    }
}

func isClose(_ left: Double?, _ right: Double?, within tolerance: Double = 1e-9) -> Bool {
    switch (left, right) {
    case (nil, nil): true
    case (let left?, let right?): abs(left - right) <= tolerance
    default: false
    }
}
