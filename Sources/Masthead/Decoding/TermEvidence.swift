import NaiveBayes

/// The evidence of a line's terms, summed by view and scaled as the layers' inputs are.
///
/// The labels stand in the order in which shifts take bytes out of a row, with a lane left over
/// behind the seventh and behind every third from there on.
struct TermEvidence {
    /// The labels in the order of their lanes.
    static let labels = [0, 4, 8, 12, 2, 6, 10, 1, 5, 9, 3, 7, 11]

    /// The lane of the label at an index of ``labels``.
    @inline(__always)
    static func lane(_ index: Int) -> Int { index < 7 ? index : index < 10 ? index + 1 : index + 2 }

    /// The sum of one view.
    struct Sum {
        let inputs: ClassVector
        /// Whether the model knows any of the terms.
        let isKnown: Bool
    }

    let words: Sum
    let bigrams: Sum
    let grams: Sum

    /// The evidence of a line of a page. O(terms of the line).
    @inline(__always)
    init(_ page: PageEvidence, line: Int, _ table: TermTable) {
        let keys = page.termKeys.span
        let ends = page.termEnds.span
        let first = line * View.terms.count
        func sum(_ view: Int) -> Sum {
            let index = first + view
            let start = index == 0 ? 0 : Int(ends[index - 1])
            return Self.sum(keys.extracting(start..<Int(ends[index])), table)
        }
        words = sum(0)
        bigrams = sum(1)
        grams = sum(2)
    }

    /// More rows would not add up in sixteen bits.
    private static let most = Int(Int16.max / 128)

    /// The summed rows of some terms over the square root of their number.
    private static func sum(_ keys: Span<UInt32>, _ table: TermTable) -> Sum {
        var sum = SIMD16<Int32>.zero
        var any = SIMD8<Int16>.zero
        var start = 0
        while start < keys.count {
            // A row of bytes is one of eight Int16: shifts take the bytes out with their sign.
            var even = SIMD8<Int16>.zero
            var odd = SIMD8<Int16>.zero
            let end = min(start + most, keys.count)
            for index in start..<end {
                let key = unsafe keys[unchecked: index]
                let row = unsafe unsafeBitCast(table.row(key), to: SIMD8<Int16>.self)
                any |= row
                even &+= (row &<< 8) &>> 8
                odd &+= row &>> 8
            }
            let wideEven = unsafe unsafeBitCast(even, to: SIMD4<Int32>.self)
            let wideOdd = unsafe unsafeBitCast(odd, to: SIMD4<Int32>.self)
            sum &+= SIMD16(
                lowHalf: SIMD8(
                    lowHalf: (wideEven &<< 16) &>> 16, highHalf: wideEven &>> 16),
                highHalf: SIMD8(
                    lowHalf: (wideOdd &<< 16) &>> 16, highHalf: wideOdd &>> 16))
            start = end
        }
        let scale = LabelWeights.evidenceScale / TermTable.unit
        let known = unsafe unsafeBitCast(any, to: SIMD2<UInt64>.self)
        return Sum(
            inputs: small(sum) * (scale / Float(max(keys.count, 1)).squareRoot()),
            isKnown: known[0] | known[1] != 0)
    }
}
