@testable import Masthead
import PageText

/// Paragraphs tile the page, and their three ranges name the same characters.
func fuzzParagraphs(_ bytes: [UInt8]) {
    let page = PageText(bytes: bytes)
    require(page.utf8.elementsEqual(String(decoding: bytes, as: UTF8.self).utf8), "repaired text")
    var byte = 0
    var point = 0
    for paragraph in page.paragraphs {
        require(paragraph.byteRange.lowerBound == byte, "bytes are tiled")
        require(paragraph.codePointRange.lowerBound == point, "code points are tiled")
        byte = paragraph.byteRange.upperBound
        point = paragraph.codePointRange.upperBound
        let content = paragraph.contentByteRange
        require(content.clamped(to: paragraph.byteRange) == content, "content lies inside")
        let text = page.utf8[paragraph.contentUTF8Range]
        require(!text.isEmpty, "content is not empty")
        require(
            text.elementsEqual(String(decoding: bytes[content], as: UTF8.self).utf8),
            "bytes and text agree")
        let points = paragraph.contentCodePointRange
        require(text.count { $0 & 0xC0 != 0x80 } == points.count, "code points agree")
        _ = page.text(of: paragraph)
    }
    require(page.isBlank || byte == bytes.count, "the last paragraph ends with the page")
    for repair in page.repairs { require(!repair.byteRange.isEmpty, "repairs are not empty") }
}

private let builtIn = Analyzer()

/// Everything that is found on a page lies where it is said to.
func fuzzPage(_ bytes: [UInt8]) {
    check(builtIn.analyze(bytes))
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    check(builtIn.analyze(paragraphs: lines))
}

/// The promises of an analysed page.
func check(_ page: AnalyzedPage) {
    var end = 0
    for paragraph in page.paragraphs {
        require(paragraph.codePointRange.lowerBound >= end, "paragraphs are in order")
        end = paragraph.codePointRange.upperBound
        let sum = paragraph.probabilities.reduce(0, +)
        require(abs(sum - 1) < 0.001, "probabilities sum to 1, not \(sum)")
    }
    for marker in page.markers ?? [] {
        require(page.paragraphs.indices.contains(marker.paragraph), "the marker's paragraph")
        let length = page.paragraphs[marker.paragraph].text.unicodeScalars.count
        for range in [marker.range, marker.speaker ?? 0..<1] {
            require(!range.isEmpty && range.upperBound <= length, "markers lie in the paragraph")
        }
    }
}

private let small: Analyzer = {
    guard let analyzer = try? Analyzer(model: FuzzModels.model) else {
        fatalError("the small model is refused")
    }
    return analyzer
}()

/// Quotations lie in their paragraph, ordered, each with its end behind its start.
func fuzzQuotations(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let scan = StanceScan(text)
    let quotations = Quotation.quotations(in: scan.tokens)
    for (index, quotation) in quotations.enumerated() {
        require(scan.tokens.indices.contains(quotation.open), "the opening mark")
        require(quotation.close > quotation.open, "the end stands behind the start")
        require(quotation.close <= scan.tokens.count, "the closing mark")
        require(quotation.isClosed == (quotation.close < scan.tokens.count), "closed where it ends")
        require(index == 0 || quotations[index - 1].open <= quotation.open, "in order")
    }
    let length = text.unicodeScalars.count
    for token in scan.tokens {
        require(0 <= token.start && token.start < token.end && token.end <= length, "tokens")
    }
    // The scan is fast, the rest is not.
    if bytes.count > 1_000 { return }
    for language in ["de", "en"] {
        check(small.analyze(paragraphs: [text, "Er sagte: " + text], language: language))
    }
}
