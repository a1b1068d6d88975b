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
    @inlinable
    public func indexOfMax(count: Int) -> Int {
        var best = 0
        for lane in 1..<count where self[lane] > self[best] { best = lane }
        return best
    }
}
