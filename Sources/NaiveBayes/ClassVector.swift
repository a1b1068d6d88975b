/// One number for each class, up to sixteen; lanes beyond the classes are 0.
public typealias ClassVector = SIMD16<Float>

/// One count for each class.
public typealias ClassCounts = SIMD16<Int32>

/// The most classes a model of this module tells apart.
public let classLimit = 16

extension ClassVector {
    /// 1 in the first `count` lanes, 0 in the others.
    @inlinable
    public static func mask(_ count: Int) -> ClassVector {
        var mask = ClassVector(repeating: 0)
        for lane in 0..<count { mask[lane] = 1 }
        return mask
    }

    /// The lane with the largest value among the first `count`, the first of equals.
    public func indexOfMax(count: Int) -> Int {
        // Lanes are read from memory: one of a vector in registers can't be indexed.
        unsafe withUnsafeBytes(of: self) { bytes in
            var best = 0
            var largest = -Float.infinity
            for lane in 0..<count {
                let value = unsafe bytes.load(fromByteOffset: lane * 4, as: Float.self)
                if value > largest {
                    largest = value
                    best = lane
                }
            }
            return best
        }
    }

    /// The largest lane; lanes must be numbers. Pairs of lanes are compared in a tree, which
    /// takes a few instructions where a loop over the lanes takes dozens.
    @inlinable
    @inline(__always)
    public var largest: Float {
        func larger(_ a: Float, _ b: Float) -> Float { a > b ? a : b }
        var four = SIMD4<Float>()
        for lane in 0..<4 {
            four[lane] = larger(
                larger(self[lane], self[lane + 4]), larger(self[lane + 8], self[lane + 12]))
        }
        return larger(larger(four[0], four[1]), larger(four[2], four[3]))
    }

    /// The sum of the lanes, added in pairs.
    @inlinable
    @inline(__always)
    public var total: Float {
        let eight = lowHalf + highHalf
        let four = eight.lowHalf + eight.highHalf
        let two = four.lowHalf + four.highHalf
        return two[0] + two[1]
    }
}
