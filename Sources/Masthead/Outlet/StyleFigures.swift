/// What a labelled page looks like by numbers, as values of categorical slots.
struct StyleFigures {
    /// Names and numbers of values, in the order of ``values``.
    static let slots: [(name: String, values: Int)] = [
        ("sentence length", 9), ("quotation rate", 7), ("article words", 10), ("lines", 9),
        ("article lines", 8), ("article share", 9), ("boilerplate share", 8),
        ("boilerplate line length", 9), ("paragraph length", 8), ("exclamations", 6),
        ("questions", 6), ("digits", 6), ("title marks", 16), ("title words", 6),
        ("comments", 4), ("share", 4), ("subscription", 4), ("related", 4), ("caption", 4),
        ("byline", 4), ("advertisement", 4), ("consent", 4), ("notice", 4), ("headline", 4),
    ]

    private static let labels: [ParagraphLabel] = [
        .comments, .share, .subscription, .related, .caption, .byline, .advertisement, .consent,
        .notice, .headline,
    ]

    /// Where the slots of the shape view that are read stand among a line's values.
    private struct ShapeSlots {
        static let shared = ShapeSlots()
        let end, digits, sentences, quotes, pipes: Int

        init() {
            func index(_ name: String) -> Int {
                FeatureSpace.shared.slots.firstIndex { $0.name == name } ?? 0
            }
            end = index("end")
            digits = index("digit share")
            sentences = index("sentence ends")
            quotes = index("quotes and brackets")
            pipes = index("pipes and capitals")
        }
    }

    private var lines = [Float](repeating: 0, count: StylePart.allCases.count)
    private var words = [Float](repeating: 0, count: StylePart.allCases.count)
    private var byLabel = [Int](repeating: 0, count: ParagraphLabel.count)
    private var sentences: Float = 0
    private var quotes: Float = 0
    private var exclamations: Float = 0
    private var questions: Float = 0
    private var digits: Float = 0
    private var title: (marks: Int, words: Int)?

    /// Words of the article.
    var articleWords: Int { Int(words[Int(StylePart.article.rawValue)]) }

    /// Share of the lines that stand around the article, 0 to 1.
    var aroundShare: Float {
        lines[Int(StylePart.boilerplate.rawValue)] / max(lines.reduce(0, +), 1)
    }

    /// Adds a line.
    mutating func add(
        line: Int, of page: PageEvidence, part: StylePart, label: ParagraphLabel?
    ) {
        let count = page.wordCounts[line]
        let values = page.values(of: line)
        let shape = ShapeSlots.shared
        func value(_ slot: Int) -> Int { Int(values[values.startIndex + slot]) }
        if title == nil && count >= 2 { title = (value(shape.pipes), count) }
        if count == 0 { return }
        lines[Int(part.rawValue)] += 1
        words[Int(part.rawValue)] += Float(count)
        if let label { byLabel[Int(label.rawValue)] += 1 }
        guard part == .article else { return }
        // The middle of each bin of sentence ends inside the line, and the one that ends it.
        let inner: [Float] = [0, 1, 2, 3.5, 6, 10]
        sentences += inner[min(value(shape.sentences), 5)]
        let end = value(shape.end)
        if end == 2 || end == 4 || end == 5 { sentences += 1 }
        if end == 4 { questions += 1 }
        if end == 5 { exclamations += 1 }
        if value(shape.quotes) >= 4 { quotes += 1 }
        if value(shape.digits) > 1 { digits += 1 }
    }

    /// The value of every slot.
    var values: [UInt8] {
        func of(_ part: StylePart, _ counts: [Float]) -> Float { counts[Int(part.rawValue)] }
        let article = (lines: of(.article, lines), words: of(.article, words))
        let around = (lines: of(.boilerplate, lines), words: of(.boilerplate, words))
        let total = (
            lines: max(lines.reduce(0, +), 1), words: max(words.reduce(0, +), 1)
        )
        let paragraphs = max(article.lines, 1)
        let rate: [5 of Float] = [0.001, 0.03, 0.07, 0.15, 0.3]
        var values = [
            bin(article.words / max(sentences, 1), [8, 11, 13, 15, 17, 19, 22, 26]),
            bin(quotes / paragraphs, [0.001, 0.1, 0.2, 0.35, 0.5, 0.7]),
            bin(article.words, [30, 100, 200, 300, 450, 650, 900, 1400, 2500]),
            bin(total.lines, [15, 30, 60, 90, 130, 190, 280, 450]),
            bin(article.lines, [2, 5, 9, 14, 20, 30, 50]),
            bin(article.words / total.words, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75, 0.9]),
            bin(around.lines / total.lines, [0.3, 0.5, 0.65, 0.75, 0.82, 0.88, 0.93]),
            bin(around.words / max(around.lines, 1), [1.5, 2, 2.5, 3, 4, 5, 7, 10]),
            bin(article.words / paragraphs, [10, 20, 30, 40, 55, 75, 110]),
            bin(exclamations / paragraphs, rate), bin(questions / paragraphs, rate),
            bin(digits / paragraphs, [0.001, 0.1, 0.2, 0.35, 0.6]), title?.marks ?? 0,
            bin(title?.words ?? 0, [2, 4, 7, 11, 16]),
        ]
        for label in Self.labels { values.append(bin(byLabel[Int(label.rawValue)], [1, 3, 8])) }
        return values.map { UInt8($0) }
    }
}
