/// Natural logarithm of a positive normal number by its exponent and a series for the mantissa.
///
/// The standard library has no logarithm, and the C library's differs in the last bit between
/// platforms; this one is the same everywhere, which keeps trained models equal byte for byte.
/// Absolute error below 2e-7 for results near 0, relative error below 2e-7 elsewhere.
@inlinable
public func log32(_ x: Float) -> Float { Float(log64(Double(x))) }

/// Natural logarithm in double precision; error below 1e-14 for results up to 700.
@inlinable
public func log64(_ x: Double) -> Double {
    var exponent = Double(x.exponent)
    var mantissa = x.significand
    if mantissa > 1.4142135623730951 {
        mantissa /= 2
        exponent += 1
    }
    // log m = 2 artanh((m - 1) / (m + 1)); |t| < 0.1716, so ten terms suffice.
    let t = (mantissa - 1) / (mantissa + 1)
    let square = t * t
    var sum = 0.0
    var term = t
    for odd in stride(from: 1.0, through: 21, by: 2) {
        sum += term / odd
        term *= square
    }
    return exponent * 0.6931471805599453 + 2 * sum
}

/// e to the power of each lane; above 88 as at 88, below −87 the result is 0.
///
/// Range reduction by powers of two and a polynomial of degree 6; relative error below
/// 3e-7 · (1 + |x|).
@inlinable
public func exp32(_ x: ClassVector) -> ClassVector {
    exp32(small: x.replacing(with: 88, where: x .> 88))
}

/// The same for arguments of at most 88.
@inlinable
@inline(__always)
func exp32(small x: ClassVector) -> ClassVector {
    // Adding 1.5 · 2^23 rounds to the nearest integer and leaves it in the lowest bits, without
    // a conversion, which is slow on vectors.
    let shifted = x * 1.4426950408889634 + 12_582_912
    let whole = shifted - 12_582_912
    let rest = (x - whole * 0.693359375) + whole * 2.12194440e-4
    var result = rest * Float(1.0 / 720) + Float(1.0 / 120)
    result = result * rest + Float(1.0 / 24)
    result = result * rest + Float(1.0 / 6)
    result = result * rest + Float(0.5)
    result = result * rest + Float(1)
    result = result * rest + Float(1)
    let integers = SIMD16<Int32>(bits: shifted) &- 0x4B40_0000
    let power = ClassVector(bits: (integers &+ 127) &<< 23)
    // The sign tells where x is below −87, whatever has become of the rest there.
    let below = SIMD16<Int32>(bits: x + 87) &>> 31
    return ClassVector(bits: SIMD16<Int32>(bits: result * power) & ~below)
}

/// Natural logarithm of each lane, for positive normal numbers.
///
/// The mantissa is brought to 0.71…1.42 and its logarithm taken by the series of the inverse
/// hyperbolic tangent; absolute error below 3e-7 for results near 0, relative below 3e-7 else.
@inlinable
public func log32(_ x: ClassVector) -> ClassVector {
    // Taking away the bits of 0.7071… first puts the mantissa around 1.
    let shifted = SIMD16<Int32>(bits: x) &- 0x3F35_04F3
    let exponent = small(shifted &>> 23)
    let mantissa = ClassVector(bits: (shifted & 0x007F_FFFF) &+ 0x3F35_04F3)
    let t = (mantissa - 1) / (mantissa + 1)
    let square = t * t
    var series = square * Float(2.0 / 9) + Float(2.0 / 7)
    series = series * square + Float(2.0 / 5)
    series = series * square + Float(2.0 / 3)
    series = series * square + Float(2)
    return exponent * 0.6931471805599453 + series * t
}

/// The lanes as floats, for integers below 2^22 in size; the general conversion is slow.
@inlinable
@inline(__always)
public func small(_ x: SIMD16<Int32>) -> ClassVector {
    ClassVector(bits: x &+ 0x4B40_0000) - 12_582_912
}

extension SIMD16<Float> {
    @usableFromInline
    @inline(__always)
    init(bits: SIMD16<Int32>) { self = unsafe unsafeBitCast(bits, to: Self.self) }
}

extension SIMD16<Int32> {
    @usableFromInline
    @inline(__always)
    init(bits: SIMD16<Float>) { self = unsafe unsafeBitCast(bits, to: Self.self) }
}
