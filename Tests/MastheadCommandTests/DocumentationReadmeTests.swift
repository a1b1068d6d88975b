import Foundation
import Masthead
import Testing

@testable import MastheadCommand

/// What the README shows is run as it stands there.
@Suite struct DocumentationReadmeTests {
    private let readme: DocumentationText

    init() throws { readme = try DocumentationText("README.md") }

    /// Lines that are not the tool's; `.ci/run` runs the first, and a person the others.
    private static let otherLines = [
        "swift test", "swift build -c release --static-swift-stdlib -Xswiftc -static-executable",
        "cp .build/release/masthead /usr/local/bin/",
    ]
    /// Too slow for a debug build; `.ci/run` runs it and compares the bytes.
    private static let slow = "masthead train TrainingData -o own.masthead"

    @Test func theFirstTwoCommandsAreThoseToStartWith() {
        let start = "swift run -c release masthead clean Documentation/examples/page.txt"
        #expect(Array(readme.shellLines.prefix(2)) == [start, "swift test"])
    }

    @Test func everyLineIsTheToolsOrKnown() {
        for line in readme.shellLines where DocumentedCommand(line) == nil {
            #expect(Self.otherLines.contains(line), "\(line)")
        }
        #expect(readme.shellLines.contains(Self.slow))
    }

    @Test func commandsRunInTheirOrder() async throws {
        let world = try TestWorld()
        for name in ["page.txt", "village.txt", "corrections.jsonl"] {
            let example = "Documentation/examples/" + name
            try world.write(try DocumentationText(example).text, to: example)
        }
        var outputs: [String: String] = [:]
        for line in readme.shellLines where line != Self.slow {
            guard let command = DocumentedCommand(line) else { continue }
            let output = RecordingSink()
            var environment = world.environment
            environment.makeAnalyzer = Environment.libraryAnalyzer
            environment.arguments = command.arguments
            environment.output = output
            #expect(await Tool.run(in: environment) == .done, "\(line)\n\(world.errors.text)")
            if let target = command.target { try world.write(output.bytes, to: target) }
            outputs[command.arguments.joined(separator: " ")] = output.text
        }
        let article = try DocumentationText("Documentation/examples/article.txt").text
        #expect(outputs["clean Documentation/examples/page.txt"] == article)
        try checkLearning(outputs, world)
        let labelled = try AnnotatedDocument(
            jsonLine: Array(try world.read("labelled.jsonl").utf8.dropLast()))
        #expect(labelled.paragraphs.count == 55)
    }

    /// The built-in model takes the share line for text, the taught one does not, and the
    /// forgetful one is the built-in one again.
    private func checkLearning(_ outputs: [String: String], _ world: TestWorld) throws {
        let line = "Und nun trag es weiter, am Gartenzaun und im Dorfgespräch."
        let page = "Documentation/examples/village.txt"
        let before = try #require(outputs["clean " + page])
        let after = try #require(outputs["clean --model my.masthead " + page])
        #expect(before.contains(line))
        #expect(after == before.replacing(line + "\n", with: ""))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: world.path("my.masthead")))
        #expect(Array(bytes) == Model.builtIn.bytes)
    }

    @Test func numbersOfTheExampleAreRight() throws {
        func lines(_ name: String) throws -> Int {
            try DocumentationText("Documentation/examples/" + name).text
                .split(separator: "\n").count
        }
        #expect(try lines("article.txt") == 10 && readme.text.contains("prints ten paragraphs"))
        #expect(try lines("page.txt") == 55 && readme.text.contains("[fifty-five]"))
    }

    @Test func swiftCodeIsWhatIsCompiledHere() throws {
        let code = try #require(readme.blocks(of: "swift").first)
        let own = try DocumentationText(
            "Tests/MastheadCommandTests/DocumentationReadmeTests.swift")
        let compiled = own.text.split(separator: "\n", omittingEmptySubsequences: false)
            .drop { !$0.hasSuffix("// README begins") }.dropFirst()
            .prefix { !$0.hasSuffix("// README ends") }
            .map { $0.hasPrefix("        ") ? String($0.dropFirst(8)) : String($0) }
        #expect("import Masthead\n\n" + compiled.joined(separator: "\n") == code)
        #expect(readme.blocks(of: "swift").count == 1)
    }

    @Test func swiftCodeRuns() throws {
        let rawText = try DocumentationText("Documentation/examples/village.txt").text
        let document = AnnotatedDocument(
            paragraphs: [AnnotatedParagraph(text: "Ab damit!", label: .label(.share))])
        // README begins
        let analyzer = Analyzer()
        let page = analyzer.analyze(rawText)
        print(page.articleText())
        for paragraph in page.paragraphs where paragraph.label == .advertisement {
            print(paragraph.codePointRange, paragraph.confidence)
        }
        var trainer = try Trainer(analyzer.model)
        trainer.add(document)
        let taught = try Analyzer(model: trainer.makeModel())
        // README ends
        #expect(page.articleText().hasPrefix("Rund um den Fjordsee\nSegler retten Reh"))
        #expect(taught.model.facts.documents["und"] == 1)
    }
}
