import Masthead
import Testing

@testable import MastheadCommand

/// What `clean` keeps where the model is not sure.
@Suite struct KeepingTests {
    /// Gives each line the probability of `body` that it ends with, and the rest to `related`.
    private struct RatedAnalyzer: PageAnalyzing {
        var labelling: any PageAnalyzing { self }

        func analysis(of text: [UInt8]) -> PageAnalysis {
            let lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
            return analysis(of: lines.map(String.init))
        }

        func analysis(of paragraphs: [String]) -> PageAnalysis {
            PageAnalysis(
                paragraphs: paragraphs.map { text in
                    let body = text.split(separator: " ").last.flatMap { Float($0) } ?? 0
                    var probabilities = [Float](repeating: 0, count: ParagraphLabel.count)
                    probabilities[Int(ParagraphLabel.body.rawValue)] = body
                    let others: [ParagraphLabel] = body > 0.5 ? [.related] : [.related, .share]
                    for label in others {
                        probabilities[Int(label.rawValue)] = (1 - body) / Float(others.count)
                    }
                    let label = ParagraphLabel.allCases.max {
                        probabilities[Int($0.rawValue)] < probabilities[Int($1.rawValue)]
                    }
                    return LabeledParagraph(
                        text: text, byteRange: 0..<0, codePointRange: 0..<0,
                        label: label ?? .debris, probabilities: probabilities)
                })
        }

        func explanations(of text: [UInt8], paragraph: Int?) -> [ExplainedParagraph] { [] }

        func explainedProfile(of text: [UInt8]) -> ExplainedProfile {
            ExplainedProfile(page: analysis(of: text))
        }
    }

    private let page = "a 0.9\nb 0.6\nc 0.4\nd 0.2\ne 0.1\n"

    private func clean(_ arguments: String..., page: String) async throws -> (String, RunStatus) {
        let world = try TestWorld(files: ["a.txt": page])
        world.analyzer = RatedAnalyzer()
        let status = await world.run(["clean", "a.txt"] + arguments)
        return (world.output.text, status)
    }

    @Test(arguments: [
        ([], "a 0.9\nb 0.6\nc 0.4\n"), (["--precision"], "a 0.9\n"),
        (["--recall"], "a 0.9\nb 0.6\nc 0.4\nd 0.2\n"),
    ])
    func thresholdsDecide(arguments: [String], kept: String) async throws {
        let world = try TestWorld(files: ["a.txt": page])
        world.analyzer = RatedAnalyzer()
        #expect(await world.run(["clean", "a.txt"] + arguments) == .done)
        #expect(world.output.text == kept)
        #expect(world.errors.text == "")
    }

    /// Labels kept on request count together with the article.
    @Test func requestedLabelsAddUp() async throws {
        let added = try await clean("--keep", "related", "--precision", page: "b 0.6\nd 0.2\n")
        #expect(added.0 == "b 0.6\n")
    }

    @Test func guessesAreMarked() async throws {
        let world = try TestWorld(files: ["a.txt": page])
        world.analyzer = RatedAnalyzer()
        #expect(await world.run("clean", "a.txt", "-f", "jsonl", "--recall") == .done)
        #expect(world.output.text.contains(#""kept":4,"removed":1,"uncertain":2,"repairs":0"#))
        let labels = try TestWorld(files: ["a.txt": page])
        labels.analyzer = RatedAnalyzer()
        #expect(await labels.run("label", "a.txt", "-f", "jsonl") == .done)
        let record = try JSONValue(json: labels.output.bytes)
        let marks = record.object?["paragraphs"]?.array?.map { $0.object?["uncertain"] }
        #expect(marks == [nil, nil, .bool(true), .bool(true), .bool(true)])
    }

    /// A page of which only doubtful lines are kept has no article.
    @Test func noArticleIsANo() async throws {
        let doubtful = try await clean(page: "c 0.4\nd 0.4\n")
        #expect(doubtful.0 == "c 0.4\nd 0.4\n" && doubtful.1 == .no)
        let nothing = try await clean(page: "e 0.1\n")
        #expect(nothing.0 == "" && nothing.1 == .no)
        let precise = try await clean("--precision", page: "b 0.6\n")
        #expect(precise.0 == "" && precise.1 == .no)
        let article = try await clean(page: "c 0.4\nb 0.6\n")
        #expect(article.1 == .done)
    }
}
