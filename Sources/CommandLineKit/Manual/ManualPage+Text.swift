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
                lines.append(String(repeating: " ", count: 7) + term.map(\.text).joined())
                lines += TextLayout.wrap(text, indent: 14)
            }
        }
        return lines.joined(separator: "\n") + "\n"
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
