/// The runs of lines without a blank line between them, as ranges of their indices.
struct Blocks: Sequence, IteratorProtocol {
    private let lines: [LineShape]
    private var start = 0

    init(_ lines: [LineShape]) { self.lines = lines }

    mutating func next() -> Range<Int>? {
        guard start < lines.count else { return nil }
        var end = start + 1
        while end < lines.count, !lines[end].traits.contains(.opensBlock) { end += 1 }
        defer { start = end }
        return start..<end
    }
}

/// The markers that make list items of lines in a block.
///
/// A dash or a numeral may begin a wrapped line by accident ("– so he said –", "3. Oktober"). It
/// marks items where one of its kind opens the block, follows a colon, or follows a line that the
/// wrap did not fill. Bullets, and the quotation marks of mail, always do.
struct ListMarkers {
    private var dash = false
    private var numeral = false

    init(of block: ArraySlice<LineShape>, wrappedAt wrap: HardWrap) {
        for index in block.indices where !block[index].marker.isEmpty {
            let line = block[index]
            if index > block.startIndex {
                let before = block[index - 1]
                let isInside =
                    wrap.isForced(before, before: line)
                    && !before.traits.contains(.endsWithColon)
                if isInside { continue }
            }
            if line.marker == .dash { dash = true }
            if line.marker == .numeral { numeral = true }
        }
    }

    /// Whether the line begins a list item.
    func separates(_ line: LineShape) -> Bool {
        switch line.marker {
        case .bullet: true
        case .dash: dash
        case .numeral: numeral
        default: false
        }
    }
}
