import Dispatch
import Masthead
import PageText

/// Bytes in memory that come in pieces.
private final class Pieces: ByteSource {
    private var rest: ArraySlice<UInt8>
    private let size: Int

    init(_ bytes: [UInt8], size: Int) {
        rest = bytes[...]
        self.size = size
    }

    func read(upTo count: Int) throws(SystemFailure) -> [UInt8] {
        let piece = Array(rest.prefix(min(count, size)))
        rest = rest.dropFirst(piece.count)
        return piece
    }
}

private final class Output: ByteSink {
    var bytes: [UInt8] = []
    func write(_ bytes: [UInt8]) throws(SystemFailure) { self.bytes += bytes }
}

/// Labels paragraphs by their first byte: what is fuzzed here is what is around them.
private struct Labels: PageAnalyzing {
    var labelling: any PageAnalyzing { self }

    func analysis(of text: [UInt8]) -> PageAnalysis {
        let page = PageText(bytes: text)
        return PageAnalysis(
            paragraphs: page.paragraphs.map { paragraph in
                labelled(
                    page.text(of: paragraph), paragraph.contentByteRange,
                    paragraph.contentCodePointRange)
            }, repairs: page.repairs.count)
    }

    func analysis(of paragraphs: [String]) -> PageAnalysis {
        PageAnalysis(paragraphs: paragraphs.map { labelled($0, 0..<0, 0..<0) })
    }

    func explanations(of text: [UInt8], paragraph: Int?) -> [ExplainedParagraph] { [] }

    func explainedProfile(of text: [UInt8]) -> ExplainedProfile {
        ExplainedProfile(page: analysis(of: text))
    }

    private func labelled(
        _ text: String, _ bytes: Range<Int>, _ points: Range<Int>
    ) -> LabeledParagraph {
        let label = ParagraphLabel(rawValue: (text.utf8.first ?? 0) % 13) ?? .body
        return LabeledParagraph(
            text: text, byteRange: bytes, codePointRange: points, label: label,
            probabilities: Array(repeating: 1 / 13, count: 13))
    }
}

/// The program's output for an input that comes in pieces of that size.
private func output(
    _ arguments: [String], _ bytes: [UInt8], piece: Int
) -> (bytes: [UInt8], messages: [UInt8]) {
    let (output, errors) = (Output(), Output())
    let environment = Environment(
        arguments: arguments, input: Pieces(bytes, size: piece), output: output, errors: errors,
        makeAnalyzer: { _, _ in Labels() })
    // Nothing here waits, so to block this thread until the task has ended is no risk.
    let done = DispatchSemaphore(value: 0)
    nonisolated(unsafe) let captured = environment
    Task.detached {
        _ = await Tool.run(in: captured)
        done.signal()
    }
    done.wait()
    return (output.bytes, errors.bytes)
}

/// However the input comes, the output is the same; each line of JSON gives one row, and each row
/// is an object.
func fuzzStream(_ bytes: [UInt8], format: String) {
    if ForeignContent(start: bytes[...]) != nil { return }
    let command = bytes.count % 2 == 0 ? "clean" : "label"
    let arguments = [command, "-f", "jsonl", "-i", format, "-j", "1"]
    let whole = output(arguments, bytes, piece: 1 << 16)
    let pieces = output(arguments + ["--line-buffered"], bytes, piece: 3)
    require(whole.bytes == pieces.bytes, "the same output whatever the pieces")
    require(whole.messages == pieces.messages, "the same messages whatever the pieces")
    let rows = whole.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for row in rows.dropLast() {
        let line = Array(row)
        var scanner = JSONScanner(line, in: line.indices)
        require((try? scanner.object()) != nil, "a row is a JSON object")
    }
    require(rows.last?.isEmpty ?? true, "the last row ends with a line break")
    guard format == "jsonl" else { return }
    var lines = bytes[...].withoutMark.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    require(rows.count - 1 == lines.count, "\(lines.count) lines gave \(rows.count - 1) rows")
}
