import Foundation

/// A text of the project, read where the tests were compiled.
struct DocumentationText {
    /// The path from the project's root.
    let name: String
    let text: String

    /// The project's root.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    init(_ name: String) throws {
        self.name = name
        text = try String(
            contentsOf: Self.root.appendingPathComponent(name), encoding: .utf8)
    }

    /// The pages that people read, README first.
    static var pages: [DocumentationText] {
        get throws {
            let top = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"]
            let folder = root.appendingPathComponent("Documentation").path
            let pages = try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0.hasSuffix(".md") }.sorted().map { "Documentation/" + $0 }
            return try (top + pages + ["Models/README.md", "TrainingData/README.md"])
                .map(DocumentationText.init)
        }
    }

    /// The fenced blocks of a language, without their fences.
    func blocks(of language: String) -> [String] {
        var blocks: [String] = []
        var block: [Substring]?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                if let lines = block { blocks.append(lines.joined(separator: "\n")) }
                block = block == nil && line.dropFirst(3) == language ? [] : nil
            } else {
                block?.append(line)
            }
        }
        return blocks
    }

    /// The lines of the shell blocks, comments and joined lines undone.
    var shellLines: [String] {
        blocks(of: "sh").flatMap { block in
            block.replacing("\\\n", with: " ").split(separator: "\n").map { line in
                let command = line.firstRange(of: " #").map { line[..<$0.lowerBound] } ?? line
                return command.trimmingCharacters(in: .whitespaces)
            }
        }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
    }

    /// The rows of tables whose first cell is one name in backticks: that name and all cells.
    var namedRows: [(name: String, cells: [String])] {
        text.split(separator: "\n").compactMap { line in
            guard line.hasPrefix("| `") else { return nil }
            let cells = line.dropFirst().split(separator: "|").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard let first = cells.first, first.hasSuffix("`"),
                first.count(where: { $0 == "`" }) == 2
            else { return nil }
            return (String(first.dropFirst().dropLast()), cells)
        }
    }

    /// The targets of links to files, anchors left out.
    var links: [String] {
        text.matches(of: #/\]\(([^)\s]+)\)/#).map { String($0.1) }
            .filter { !$0.contains("://") && !$0.hasPrefix("#") }
            .map { String($0.prefix { $0 != "#" }) }
    }
}

/// A command line of the tool as a text shows it.
struct DocumentedCommand {
    /// The arguments behind `masthead`.
    var arguments: [String]
    /// The file that standard output goes to; nil for none.
    var target: String?

    /// The call of the tool in a shell line, the last of a pipe; nil where there is none.
    init?(_ line: String) {
        var words = line.split(separator: "|").last.map { Self.words(of: String($0)) } ?? []
        if words.starts(with: ["swift", "run", "-c", "release"]) { words.removeFirst(4) }
        guard words.first == "masthead" else { return nil }
        words.removeFirst()
        if let arrow = words.firstIndex(of: ">"), arrow + 1 < words.count {
            target = words[arrow + 1]
            words.removeSubrange(arrow...(arrow + 1))
        }
        arguments = words
    }

    private static func words(of line: String) -> [String] {
        line.split(separator: " ").map { $0.trimmingCharacters(in: ["'", "\""]) }
    }
}
