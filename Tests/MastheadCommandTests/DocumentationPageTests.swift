import Foundation
import Masthead
import Testing

@testable import MastheadCommand

/// Tables and examples of the documentation agree with what they describe.
@Suite struct DocumentationPageTests {
    /// With `MASTHEAD_RECORD=1` the page of the command line is written anew; the test then
    /// fails once, so that no change slips in unseen.
    @Test func theCommandLinePageShowsTheHelpOfEachCommand() async throws {
        let name = "Documentation/command-line.md"
        let page = try DocumentationText(name)
        let mark = "<!-- the help of each command, written by a test -->\n"
        let head = try #require(page.text.firstRange(of: mark))
        var expected = String(page.text[..<head.upperBound])
        for command in Tool.program.allCommands {
            let world = try TestWorld()
            #expect(await world.run("help", command.name) == .done)
            expected += "\n## \(command.name)\n\n```text\n\(world.output.text)```\n"
        }
        if ProcessInfo.processInfo.environment["MASTHEAD_RECORD"] == "1", expected != page.text {
            let url = DocumentationText.root.appendingPathComponent(name)
            try expected.write(to: url, atomically: true, encoding: .utf8)
            Issue.record("\(name) was written anew")
        }
        #expect(page.text == expected, "run the tests with MASTHEAD_RECORD=1")
    }

    @Test func theManualHasEveryCommandAndOption() async throws {
        let world = try TestWorld()
        #expect(await world.run("manual") == .done)
        let manual = world.output.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for command in Tool.program.commands {
            #expect(manual.contains(command.summary), "\(command.name)")
            for option in command.options {
                #expect(manual.contains("--" + option.name), "\(command.name) \(option.name)")
                #expect(manual.contains(option.summary), "\(command.name) \(option.name)")
            }
        }
    }

    @Test func shownCommandsAreValid() throws {
        var count = 0
        for page in try DocumentationText.pages {
            for line in page.shellLines {
                guard let command = DocumentedCommand(line) else { continue }
                count += 1
                #expect(throws: Never.self, "\(page.name): \(line)") {
                    try Tool.program.parse(command.arguments)
                }
            }
        }
        #expect(count > 20)
    }

    @Test func linksLeadSomewhere() throws {
        for page in try DocumentationText.pages {
            let folder = DocumentationText.root.appendingPathComponent(page.name)
                .deletingLastPathComponent()
            for link in page.links {
                let path = folder.appendingPathComponent(link).path
                #expect(FileManager.default.fileExists(atPath: path), "\(page.name): \(link)")
            }
        }
    }

    @Test func everyPageIsInTheIndex() throws {
        let index = try DocumentationText("Documentation/README.md").links
        for page in try DocumentationText.pages where page.name.hasPrefix("Documentation/") {
            let name = String(page.name.dropFirst("Documentation/".count))
            #expect(name == "README.md" || index.contains(name), "\(name)")
        }
    }

    @Test func theTableOfLabelsIsComplete() throws {
        let rows = try DocumentationText("Documentation/labels.md").namedRows
            .filter { ParagraphLabel(name: $0.name) != nil }
        #expect(rows.map(\.name) == ParagraphLabel.allCases.map(\.name))
        for (row, label) in zip(rows, ParagraphLabel.allCases) {
            #expect(row.cells[1] == label.disposition.rawValue, "\(label.name)")
        }
    }

    @Test func theTableOfFeaturesIsComplete() throws {
        let rows = try DocumentationText("Documentation/features.md").namedRows
        let slots = FeatureSpace.shared.slots
        let shown = rows.filter { row in slots.contains { $0.name == row.name } }
        #expect(shown.map(\.name) == slots.map(\.name))
        for (row, slot) in zip(shown, slots) {
            #expect(row.cells[1] == "\(slot.values)", "\(slot.name)")
        }
    }

    @Test func theTableOfSectionsIsThatOfTheModel() throws {
        let rows = try DocumentationText("Documentation/model-file.md").namedRows
        let bytes = Model.builtIn.bytes
        func integer(_ offset: Int) -> Int {
            (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
        }
        let names = (0..<integer(16)).map { index in
            String(
                decoding: bytes[(64 + 32 * index)...].prefix(16).prefix { $0 != 0 }, as: UTF8.self)
        }
        #expect(rows.map(\.name) == names)
    }

    @Test func theChangelogBeginsWithTheVersion() throws {
        let changes = try DocumentationText("CHANGELOG.md").text
        #expect(changes.contains("## \(Tool.program.version)"))
    }
}
