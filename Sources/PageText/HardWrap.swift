/// The width a page was wrapped at, and which of its line breaks the wrapping made.
///
/// A program that fills lines breaks one only where the next word would not have fitted. With the
/// right edge `r` of a line, the width `f` of the first word on the next, the width `W` of the
/// page and a slack `s`, such a break is *forced*:
///
///     r ≤ W  and  r + 1 + f > W - s
///
/// Lines that are paragraphs of their own are forced by accident only. The slack is 0 for programs
/// that put as many words on a line as fit, and `W / 8` for people and for programs that even out
/// the lines. See `Documentation/paragraphs.md` for the method, its limits and measured figures.
struct HardWrap: Sendable, Equatable {
    /// The widest column that text reaches, in code points.
    let width: Int

    /// The columns that the wrap may have left free although a word would have fitted.
    let slack: Int

    /// Widths that people and programs wrap prose at; menus and newspaper columns are narrower.
    /// Without the bounds a page's longest teasers would make a width of their own.
    static let widths = 50...110

    /// A first word this long proves nothing: before it even a short line looks full. It also
    /// keeps out writing without spaces, where a whole line is one word.
    static let longestTellingWord = 30
}

extension HardWrap {
    /// The hard wrap of a page, nil where its lines are not wrapped.
    ///
    /// The slack is allowed only where it explains a tenth of the breaks or more, and needs twice
    /// the evidence, for it makes accidents twice as likely. O(n) in the lines, and 112 counters.
    init?(of lines: [LineShape]) {
        let tight = Self.likeliest(for: lines, leavingEighths: 0)
        let loose = Self.likeliest(for: lines, leavingEighths: 1)
        let isTight = tight.map { $0.evidence.suffices(forced: 3) } ?? false
        if let loose, loose.evidence.suffices(forced: 6) {
            if let tight, isTight, 10 * tight.evidence.forced >= 9 * loose.evidence.forced {
                self = tight.wrap
            } else {
                self = loose.wrap
            }
        } else if let tight, isTight {
            self = tight.wrap
        } else {
            return nil
        }
    }

    private static func likeliest(
        for lines: [LineShape], leavingEighths eighths: Int
    ) -> (wrap: HardWrap, evidence: Evidence)? {
        guard let width = likeliestWidth(of: lines, eighths: eighths) else { return nil }
        let wrap = HardWrap(width: width, slack: eighths * width / 8)
        var evidence = Evidence()
        for block in Blocks(lines) {
            let found = wrap.evidence(in: lines[block])
            if found.isWrapped {
                evidence += found
            } else {
                evidence.contrary += found.unfilled
            }
        }
        return (wrap, evidence)
    }

    /// The width that forces most breaks; the smallest such, which is the edge of a line.
    private static func likeliestWidth(of lines: [LineShape], eighths: Int) -> Int? {
        // Differences between neighbouring widths, so that a break costs two additions.
        var forced = [Int](repeating: 0, count: widths.upperBound + 2)
        for next in lines.indices.dropFirst() where !lines[next].traits.contains(.opensBlock) {
            let line = lines[next - 1]
            guard isTelling(line, before: lines[next]) else { continue }
            let edge = Int(line.edge)
            let full = edge + Int(lines[next].firstWord)
            // The largest W with full ≥ W - eighths · W / 8, all in whole columns.
            let last = min(full * 8 / (8 - eighths), widths.upperBound)
            if last < widths.lowerBound || edge > last { continue }
            forced[edge] += 1
            forced[last + 1] -= 1
        }
        var best = (width: 0, count: 0)
        var count = 0
        for width in 0...widths.upperBound {
            count += forced[width]
            if width >= widths.lowerBound, count > best.count { best = (width, count) }
        }
        return best.count > 0 ? best.width : nil
    }

    /// Whether a break may count for or against a width at all.
    private static func isTelling(_ line: LineShape, before next: LineShape) -> Bool {
        next.firstWord <= longestTellingWord
            && !line.traits.contains(.isTabular) && !next.traits.contains(.isTabular)
    }

    /// Whether the next word would not have fitted on the line.
    func isForced(_ line: LineShape, before next: LineShape) -> Bool {
        Int(line.edge) <= width && Int(line.edge) + 1 + Int(next.firstWord) > width - slack
    }
}

extension HardWrap {
    /// What the breaks of one block, or of the wrapped blocks of a page, say.
    struct Evidence: Sendable, Equatable {
        var breaks = 0
        var forced = 0
        /// Forced breaks before a line that reads on.
        var continued = 0
        /// Forced breaks after a line that does not end a sentence.
        var open = 0
        /// Lines of several words beyond the width.
        var overlong = 0
        /// Breaks that are not forced, after lines of half the width or more: shorter lines are
        /// menus, titles and ends of paragraphs, and say nothing.
        var unfilled = 0
        /// The unfilled breaks of a page outside its wrapped blocks.
        var contrary = 0

        static func += (sum: inout Evidence, other: Evidence) {
            sum.breaks += other.breaks
            sum.forced += other.forced
            sum.continued += other.continued
            sum.open += other.open
            sum.overlong += other.overlong
            sum.unfilled += other.unfilled
            sum.contrary += other.contrary
        }

        /// Whether a block looks wrapped: no line overruns, and most breaks are forced. The rest
        /// may be ends of paragraphs without a blank line.
        var isWrapped: Bool { overlong == 0 && forced > 0 && 5 * forced >= 3 * breaks }

        /// Whether a page's wrapped blocks prove the width. In wrapped prose 40–85 % of the lines
        /// begin in lower case and 90 % end inside a sentence; of lines that are paragraphs,
        /// titles or teasers hardly any do the first.
        func suffices(forced fewest: Int) -> Bool {
            forced >= fewest && 4 * continued >= forced && 2 * forced <= 3 * open
                && forced >= 2 * contrary
        }
    }

    /// Counts the breaks of a block; those before list items count neither way.
    func evidence(in block: ArraySlice<LineShape>) -> Evidence {
        var evidence = Evidence()
        let list = ListMarkers(of: block, wrappedAt: self)
        for index in block.indices {
            let line = block[index]
            if Int(line.edge) > width, !line.traits.contains(.isSingleWord) {
                evidence.overlong += 1
            }
            guard index + 1 < block.endIndex else { break }
            let next = block[index + 1]
            if !Self.isTelling(line, before: next) || list.separates(next) { continue }
            evidence.breaks += 1
            guard isForced(line, before: next) else {
                if 2 * Int(line.edge) >= width { evidence.unfilled += 1 }
                continue
            }
            evidence.forced += 1
            if next.traits.contains(.continues) { evidence.continued += 1 }
            if !line.traits.contains(.endsSentence) { evidence.open += 1 }
        }
        return evidence
    }
}
