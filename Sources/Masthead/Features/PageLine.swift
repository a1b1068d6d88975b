/// What the page and neighbour views need of a line.
struct PageLine {
    let words: Int
    /// Coarse class: length (6) × ending (3), 0 to 17.
    let coarse: Int
    /// Whether it is prose: eight words or more that end a sentence, or twenty.
    let isProse: Bool
    /// Value in the search for the densest run of prose.
    let density: Float
    /// Hash of the whole line, to count repeats.
    let hash: UInt64
    /// What the line ends with, as ``ShapeFeatures/endClass(_:)`` says.
    let end: Int
    /// Share of its words that stand in the page's title, 0 to 1 (``TitleWords``).
    let inTitle: Float

    static let coarseClasses = 18

    init(_ scan: LineScan, inTitle: Float) {
        self.inTitle = inTitle
        words = scan.words
        end = ShapeFeatures.endClass(scan)
        let ending =
            switch end {
            case 2, 4, 5: 1
            case 1, 6: 2
            default: 0
            }
        coarse = bin(scan.words, [3, 6, 11, 23, 49]) * 3 + ending
        isProse = scan.words >= 8 && (ending == 1 || scan.words >= 20)
        density =
            isProse
            ? Float(min(scan.words, 60)) / 20 : scan.words < 8 ? -0.35 : -0.15
        hash = scan.hash
    }
}
