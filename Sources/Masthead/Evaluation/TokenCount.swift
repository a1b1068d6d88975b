/// The number of tokens of a text: runs of letters or digits.
///
/// Letters are alphabetic characters, digits decimal ones; combining marks continue a run, so
/// that a decomposed umlaut does not cut its word. Han ideographs and kana count one by one,
/// because their scripts put no spaces between words. O(length).
package func tokenCount(_ text: String) -> Int {
    var count = 0
    var inRun = false
    for scalar in text.unicodeScalars {
        switch TokenPart(scalar) {
        case .ideograph:
            count += 1
            inRun = false
        case .letterOrDigit:
            if !inRun { count += 1 }
            inRun = true
        case .mark: break
        case .other: inRun = false
        }
    }
    return count
}

private enum TokenPart {
    case letterOrDigit, ideograph, mark, other

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .letterOrDigit
        case ..<0x80: self = .other
        // Hiragana and katakana, whose letters Unicode does not call ideographic.
        case 0x3041...0x3096, 0x30A1...0x30FA: self = .ideograph
        default: self.init(properties: scalar.properties)
        }
    }

    private init(properties: Unicode.Scalar.Properties) {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
        case .decimalNumber: self = .letterOrDigit
        default:
            if properties.isIdeographic {
                self = .ideograph
            } else {
                self = properties.isAlphabetic ? .letterOrDigit : .other
            }
        }
    }
}
