/// The shape view: what a line looks like, whatever its words.
enum ShapeFeatures {
    static let slots: [(String, Int, SlotGroup)] = [
        ("words", 14, .characters),
        ("end", 13, .characters),
        ("start", 9, .characters),
        ("capitalised share", 9, .characters),
        ("digit share", 7, .characters),
        ("mark share", 9, .characters),
        ("mean word length", 10, .characters),
        ("short lower-case share", 8, .characters),
        ("commas", 6, .characters),
        ("sentence ends", 6, .characters),
        ("date and time", 8, .details),
        ("address", 8, .details),
        ("symbols", 16, .details),
        ("quotes and brackets", 16, .details),
        ("pipes and capitals", 16, .details),
        ("words, end, capitals", 8 * 13 * 4, .form),
        ("words, digits, marks", 8 * 4 * 4, .form),
        ("start, end, words", 9 * 13 * 3, .form),
        ("words, commas, sentences", 8 * 4 * 4, .form),
        ("words, colon, quote", 8 * 3 * 4, .form),
        ("words, date, capitals", 8 * 8 * 2, .form),
        ("words, start, capitals", 8 * 9 * 4, .form),
        ("persons, words, quote", 3 * 3 * 2 * 5 * 2, .persons),
        ("publisher, words", 3 * 3, .publisher),
    ]

    @inline(__always)
    private static func share(_ part: Int, _ whole: Int) -> Float {
        whole == 0 ? 0 : Float(part) / Float(whole)
    }

    /// Writes the value of every slot for a line, from `start` on.
    @inline(__always)
    static func write(_ scan: LineScan, to values: inout MutableSpan<UInt16>, at start: Int) {
        let words = bin(scan.words, [2, 3, 4, 5, 6, 8, 11, 16, 23, 33, 49, 81, 151])
        let coarse = bin(scan.words, [2, 3, 5, 8, 12, 20, 40])
        let end = endClass(scan)
        let beginning = startClass(scan.first)
        let capitals = share(scan.capitalised, scan.alphabetic)
        let capitalBin = bin(capitals, [0.001, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 0.999])
        let capitalCoarse = bin(capitals, [0.2, 0.5, 0.95])
        let digits = share(scan.digits, scan.characters)
        let marks = share(scan.marks, scan.characters)
        let meanLength = share(scan.letters, scan.alphabetic)
        let short = share(scan.shortLower, scan.alphabetic)
        let dateTime =
            (scan.hasDate ? 1 : 0) + (scan.hasTime ? 2 : 0) + (scan.digits > 0 ? 4 : 0)
        let quote = min(scan.quotes, 2) + (scan.endsInQuote ? 1 : 0)
        let single: [15 of Int] = [
            words, end, beginning, capitalBin,
            bin(digits, [0.001, 0.02, 0.05, 0.1, 0.2, 0.4]),
            bin(marks, [0.001, 0.01, 0.02, 0.03, 0.045, 0.06, 0.1, 0.2]),
            bin(meanLength, [2.5, 3.5, 4, 4.5, 5, 5.5, 6, 7, 9]),
            bin(short, [0.001, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7]),
            bin(scan.commas, [1, 2, 3, 5, 8]), bin(scan.sentenceEnds, [1, 2, 3, 5, 8]),
            dateTime,
            (scan.hasURL ? 1 : 0) + (scan.hasEmail ? 2 : 0) + (scan.hashesOrAts > 0 ? 4 : 0),
            (scan.copyrights > 0 ? 1 : 0) + (scan.arrows > 0 ? 2 : 0)
                + (scan.currencies > 0 ? 4 : 0) + (scan.bullets > 0 ? 8 : 0),
            quote * 4 + min(scan.brackets, 3),
            min(scan.pipes, 3) * 4 + min(scan.allUpper, 3),
        ]
        let sentence = min(scan.sentenceEnds, 3)
        let colon = scan.colons == 0 ? 0 : end == 6 ? 2 : 1
        let persons = (min(scan.we, 2) * 3 + min(scan.you, 2)) * 2 + min(scan.i, 1)
        let joint: [9 of Int] = [
            (coarse * 13 + end) * 4 + capitalCoarse,
            (coarse * 4 + bin(digits, [0.001, 0.1, 0.4])) * 4 + bin(marks, [0.001, 0.04, 0.12]),
            (beginning * 13 + end) * 3 + bin(scan.words, [4, 12]),
            (coarse * 4 + min(scan.commas, 3)) * 4 + sentence,
            (coarse * 3 + colon) * 4 + quote,
            (coarse * 8 + dateTime) * 2 + (capitals > 0.6 ? 1 : 0),
            (coarse * 9 + beginning) * 4 + capitalCoarse,
            (persons * 5 + bin(scan.words, [5, 12, 25, 50])) * 2 + (scan.quotes > 0 ? 1 : 0),
            min(scan.publisher, 2) * 3 + bin(scan.words, [12, 40]),
        ]
        writeValues(single, to: &values, at: start)
        writeValues(joint, to: &values, at: start + single.count)
    }

    /// What the line ends with, after closing quotes and brackets: 0 to 12.
    static func endClass(_ scan: LineScan) -> Int {
        switch scan.last {
        case .ellipsis: 1
        case .fullStop: scan.sentenceEnds > 0 || scan.words > 3 ? 2 : 3
        case .question: 4
        case .exclamation: 5
        case .colon: 6
        case .comma, .semicolon: 7
        case .lower: 8
        case .upper: 9
        case .uncased, .ideograph: 10
        case .digit: 11
        case .space: 0
        default: 12
        }
    }

    /// What the line starts with: 0 to 8.
    static func startClass(_ kind: CharacterKind) -> Int {
        switch kind {
        case .upper: 1
        case .lower: 2
        case .digit: 3
        case .quote, .apostrophe: 4
        case .uncased, .ideograph: 5
        case .bullet, .hyphen, .arrow: 6
        case .bracket, .pipe, .hashOrAt: 7
        case .space: 0
        default: 8
        }
    }
}
