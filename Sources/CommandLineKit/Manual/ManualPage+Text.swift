extension ManualPage {
    /// The page in 80 columns, with the margins that man(1) uses.
    var plainText: String {
        var lines: [String] = []
        for (index, block) in blocks.enumerated() {
            let follows = index > 0 ? blocks[index - 1] : nil
            if !lines.isEmpty && !block.isSet(tightBelow: follows) { lines.append("") }
            switch block {
            case .section(let title): lines.append(title)
            case .subsection(let title): lines.append("   " + title)
            case .usage(let runs), .paragraph(let runs):
                lines += TextLayout.wrap(runs.map(\.text).joined(), indent: 7)
            case .entry(let term, let text):
                lines += entry(term.map(\.text).joined(), text)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A term with its text below it, or beside it where the term is short enough.
    private func entry(_ term: String, _ text: String) -> [String] {
        var lines = TextLayout.wrap(text, indent: 14)
        let start = String(repeating: " ", count: 7) + term
        if term.count < 7, let first = lines.first {
            lines[0] = start + first.dropFirst(start.count)
        } else {
            lines.insert(start, at: 0)
        }
        return lines
    }
}

extension ManualPage.Block {
    /// Whether no empty line separates the block from the one above it.
    fileprivate func isSet(tightBelow above: Self?) -> Bool {
        switch (above, self) {
        case (.section, _), (.subsection, _), (.usage, .usage): true
        default: false
        }
    }
}
