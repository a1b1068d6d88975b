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

/// e to the power of each lane, for arguments of at most 88; below −87 the result is 0.
///
/// Range reduction by powers of two and a polynomial of degree 6; relative error below
/// 3e-7 · (1 + |x|).
@inlinable
public func exp32(_ x: ClassVector) -> ClassVector {
    let clamped = x.clamped(
        lowerBound: ClassVector(repeating: -87), upperBound: ClassVector(repeating: 88))
    let scaled = clamped * 1.4426950408889634
    // Adding and taking away 1.5 · 2^23 rounds to the nearest integer without a library call.
    let whole = (scaled + 12_582_912) - 12_582_912
    let rest = (scaled - whole) * 0.6931471805599453
    var result = rest * Float(1.0 / 720) + Float(1.0 / 120)
    result = result * rest + Float(1.0 / 24)
    result = result * rest + Float(1.0 / 6)
    result = result * rest + Float(0.5)
    result = result * rest + Float(1)
    result = result * rest + Float(1)
    let bits = (SIMD16<Int32>(whole) &+ 127) &<< 23
    let power = ClassVector(bitPattern: SIMD16<UInt32>(truncatingIfNeeded: bits))
    return (result * power).replacing(with: 0, where: x .< -87)
}

extension SIMD16<Float> {
    @usableFromInline
    init(bitPattern: SIMD16<UInt32>) { self = unsafe unsafeBitCast(bitPattern, to: Self.self) }
}
