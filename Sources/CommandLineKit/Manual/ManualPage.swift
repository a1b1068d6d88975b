/// The manual as a sequence of blocks, before it is set as plain text or as roff.
struct ManualPage {
    /// A piece of a line in one face.
    enum Run: Equatable {
        /// Set as it is.
        case plain(String)
        /// Typed by the user as it stands.
        case bold(String)
        /// Replaced by the user.
        case italic(String)

        /// The characters, whatever their face.
        var text: String {
            switch self {
            case .plain(let text), .bold(let text), .italic(let text): text
            }
        }
    }

    /// A heading, a paragraph or an entry of a list.
    enum Block: Equatable {
        /// A heading of the first level, in capitals.
        case section(String)
        /// A heading of the second level.
        case subsection(String)
        /// A line of usage; the next one follows it closely.
        case usage([Run])
        /// Running text.
        case paragraph([Run])
        /// A term, and below it what it means.
        case entry([Run], String)
    }

    /// The program's name.
    let name: String
    /// The program's version.
    let version: String
    /// The blocks in the order of the page.
    let blocks: [Block]
}

/// How the manual is set.
public enum ManualFormat: String, Sendable, CaseIterable {
    /// Plain text in 80 columns.
    case text
    /// Source of a man page, in the macros of man(7).
    case roff
}

extension Program {
    /// The whole manual, ending in a line break.
    public func manual(as format: ManualFormat) -> String {
        switch format {
        case .text: manualPage.plainText
        case .roff: manualPage.roff
        }
    }

    /// The manual in the order of sections that man-pages(7) recommends.
    var manualPage: ManualPage {
        var blocks: [ManualPage.Block] = [
            .section("NAME"), .paragraph([.bold(name), .plain(" - " + nameLine)]),
            .section("SYNOPSIS"),
        ]
        blocks += allCommands.map { .usage(synopsis(of: $0)) }
        blocks += [.section("DESCRIPTION"), .paragraph([.plain(summary)])]
        blocks += details.map { .paragraph([.plain($0)]) }
        blocks.append(.section("COMMANDS"))
        blocks += allCommands.flatMap(blocks(of:))
        blocks.append(.section("OPTIONS"))
        blocks += leadingOptions.map(entry(for:))
        if !exitStatuses.isEmpty { blocks.append(.section("EXIT STATUS")) }
        blocks += exitStatuses.map { .entry([.bold("\($0.code)")], $0.meaning) }
        for note in notes {
            blocks.append(.section(note.title.uppercased()))
            blocks += note.paragraphs.map { .paragraph([.plain($0)]) }
        }
        if !examples.isEmpty { blocks.append(.section("EXAMPLES")) }
        blocks += examples.map(entry(for:))
        return ManualPage(name: name, version: version, blocks: blocks)
    }

    /// The summary as indexes of manuals want it: without its period.
    private var nameLine: String {
        summary.hasSuffix(".") ? String(summary.dropLast()) : summary
    }

    private func synopsis(of command: Command) -> [ManualPage.Run] {
        // The words after the two names are options to type or upper-case words to replace.
        let words = command.synopsis.split(separator: " ").dropFirst()
        return [.bold("\(name) \(command.name)")]
            + words.flatMap { word -> [ManualPage.Run] in
                [.plain(" "), word.hasPrefix("-") ? .bold(String(word)) : .italic(String(word))]
            }
    }

    private func blocks(of command: Command) -> [ManualPage.Block] {
        let operands = command.operands
        var blocks: [ManualPage.Block] = [
            .subsection(command.name), .paragraph([.plain(command.summary)]),
        ]
        blocks += command.details.map { .paragraph([.plain($0)]) }
        if let synopsis = operands.synopsis, !operands.description.isEmpty {
            blocks.append(.entry([.italic(synopsis)], operands.description))
        }
        blocks += command.options.map(entry(for:))
        blocks += command.examples.map(entry(for:))
        return blocks
    }

    private func entry(for option: Option) -> ManualPage.Block {
        var term: [ManualPage.Run] = []
        for spelling in option.spellings {
            if !term.isEmpty { term.append(.plain(", ")) }
            term.append(.bold(spelling))
        }
        if let valueName = option.valueName { term += [.plain(" "), .italic(valueName)] }
        return .entry(term, option.description)
    }

    private func entry(for example: Example) -> ManualPage.Block {
        .entry([.bold(example.line)], example.explanation)
    }
}
