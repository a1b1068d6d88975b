extension HardWrap {
    /// The lines of a page with those of one wrapped paragraph put together. O(n).
    func rejoined(_ lines: [Paragraph], shapes: [LineShape]) -> [Paragraph] {
        var paragraphs: [Paragraph] = []
        for block in Blocks(shapes) {
            guard block.count > 1, evidence(in: shapes[block]).isWrapped else {
                paragraphs += lines[block]
                continue
            }
            for run in runs(of: shapes[block]) {
                let last = lines[run.upperBound - 1]
                paragraphs.append(lines[run.lowerBound].extended(to: last, lineCount: run.count))
            }
        }
        return paragraphs
    }

    /// The runs of lines that make a paragraph each, in a wrapped block.
    private func runs(of block: ArraySlice<LineShape>) -> [Range<Int>] {
        let list = ListMarkers(of: block, wrappedAt: self)
        var runs: [Range<Int>] = []
        var start = block.startIndex
        for next in block.indices.dropFirst() {
            let line = block[next - 1]
            let readsOn =
                isFilled(line, before: block[next]) && !list.separates(block[next])
                && !line.traits.contains(.isTabular) && !block[next].traits.contains(.isTabular)
                // The first line of a paragraph may be indented, or the others; a later change
                // begins another paragraph.
                && (line.indentation == block[next].indentation || next - 1 == start)
            if readsOn { continue }
            runs.append(start..<next)
            start = next
        }
        runs.append(start..<block.endIndex)
        return runs
    }

    /// Whether the wrap broke the line: its break is forced, or, as programs that even out the
    /// lines leave it, at two thirds of the width or more and inside a sentence.
    private func isFilled(_ line: LineShape, before next: LineShape) -> Bool {
        if isForced(line, before: next) { return true }
        return 3 * Int(line.edge) >= 2 * width && Int(line.edge) <= width
            && !line.traits.contains(.endsSentence) && next.traits.contains(.continues)
    }
}
