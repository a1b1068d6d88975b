import Foundation
import NaiveBayes
import Testing

@Suite("Logarithm and exponential")
struct LogarithmTests {
    /// Positive numbers of all magnitudes.
    private static let numbers: [Double] = {
        var random = SplitMix(seed: 11)
        return (0..<400).map { _ in
            let magnitude = Double.random(in: -300...300, using: &random)
            return Double.random(in: 1..<10, using: &random) * Foundation.pow(10, magnitude)
        }
    }()

    @Test("log64 equals the C library's within 1e-14 of the result")
    func doublePrecision() {
        for x in Self.numbers + [1, 2, 0.5, .leastNormalMagnitude, .greatestFiniteMagnitude] {
            let expected = Foundation.log(x)
            #expect(abs(log64(x) - expected) <= 1e-14 * max(1, abs(expected)), "log \(x)")
        }
        #expect(log64(1) == 0)
    }

    @Test("log64 is exact to 1e-14 around 1, where cancellation would show")
    func aroundOne() {
        for step in -50...50 {
            let x = 1 + Double(step) / 1000
            #expect(abs(log64(x) - Foundation.log(x)) < 1e-14)
        }
    }

    @Test("log64 grows with its argument across the change of exponent")
    func growing() {
        var last = log64(0.7)
        for step in 1...600 {
            let next = log64(0.7 + Double(step) * 0.003)
            #expect(next > last)
            last = next
        }
    }

    @Test("log32 is within 2e-7 of the C library's")
    func singlePrecision() {
        var random = SplitMix(seed: 12)
        for _ in 0..<400 {
            let x = Float.random(in: 1e-6...1000, using: &random)
            let expected = Foundation.log(Double(x))
            #expect(abs(Double(log32(x)) - expected) <= 2e-7 * max(1, abs(expected)))
        }
    }

    @Test("exp32 is within 3e-7 · (1 + |x|) of the C library's in every lane")
    func exponential() {
        var random = SplitMix(seed: 13)
        for _ in 0..<60 {
            var x = ClassVector.zero
            for lane in 0..<classLimit { x[lane] = Float.random(in: -86...88, using: &random) }
            let y = exp32(x)
            for lane in 0..<classLimit {
                let expected = Foundation.exp(Double(x[lane]))
                let bound = 3e-7 * (1 + abs(Double(x[lane])))
                #expect(abs(Double(y[lane]) - expected) <= bound * expected, "e^\(x[lane])")
            }
        }
    }

    @Test("exp32 is exactly 1 at 0, exactly 0 far below, and finite at its upper end")
    func ends() {
        #expect(exp32(.zero) == ClassVector(repeating: 1))
        #expect(exp32(ClassVector(repeating: -87.5)) == .zero)
        #expect(exp32(ClassVector(repeating: -1e30)) == .zero)
        #expect(exp32(ClassVector(repeating: 1e30))[0].isFinite)
    }

    @Test("exp32 undoes log32")
    func inverse() {
        for x in [Float(0.001), 0.2, 1, 3.7, 900] {
            let back = exp32(ClassVector(repeating: log32(x)))[3]
            #expect(abs(back - x) <= 1e-6 * x)
        }
    }
}
