import CommandLineKit

/// The program `masthead`: its command line, and what runs its commands.
enum Tool {
    /// The command line.
    static let program = Program(
        name: "masthead", version: "0.1.0",
        summary: "Tell the article from the rest of a scraped page.",
        details: [
            "Reads the raw text of news pages and says which paragraphs are the article and what "
                + "the others are. It learns from samples, and what it has learnt can be taken "
                + "out again."
        ],
        commands: [
            .clean, .label, .explain, .profile, .train, .learn, .evaluate, .tabulate, .model,
            .completion,
            .manual,
        ],
        exitStatuses: [
            .init(0, "Done. A pipe that is closed early counts as done."),
            .init(1, "No text file had an article, or a figure fell below its floor."),
            .init(2, "The command line, an input file or the model is wrong."),
        ],
        examples: [
            Example("masthead clean page.txt", "Print the article of a page.")
        ],
        notes: [
            .init(
                "Input",
                [
                    "Plain text is one document a file; one of more than 512 KiB or 16384 lines is "
                        + "taken for no page and read in windows of that size, cut at a blank "
                        + "line where there is one, so that memory does not grow with it. Its "
                        + "record is that of one document, but has no outlet profile and no "
                        + "markers. JSON Lines have a string 'text' or an "
                        + "array 'paragraphs' in each line; all other members are passed through. "
                        + "Of web archives, the records of type 'conversion' are read, as in WET "
                        + "files. The three are told apart by name and content.",
                    "Compressed files are read through a pipe, as in 'zcat FILE | masthead clean'.",
                ]),
            .init(
                "Output",
                [
                    "Each document is one record, in the order of the input. A line or record "
                        + "that can't be read becomes {\"id\": ..., \"error\": ...} in its place, "
                        + "so that the records line up with the input; the id is its own where it "
                        + "has one, else the file and the line.",
                    "The format jsonl is the stable contract: members are only ever added. In tsv, "
                        + "tabs, line breaks and backslashes in values are written \\t, \\n, \\r "
                        + "and \\\\. The columns of 'clean' are id, text and error; those of "
                        + "'label' are id, number of the paragraph, label, confidence, start, end, "
                        + "text and error. The format text is for people and may change.",
                    "Offsets count Unicode code points of the document's text, from 0, the end "
                        + "excluded.",
                ]),
            .init(
                "Environment",
                ["NO_COLOR, if it is not empty, switches colours off."]),
        ])

    /// Runs the command that the environment's arguments ask for.
    static func run(in environment: Environment) async -> RunStatus {
        do throws(UsageError) {
            let parsed = try program.parse(environment.arguments)
            if let answer = program.answer(to: parsed) {
                return await finish(in: environment) { () throws(CommandFailure) in
                    try environment.print(answer)
                    return .done
                }
            }
            guard case .run(let invocation) = parsed else { return .failure }
            return try await run(invocation, in: environment)
        } catch {
            environment.report(error.message(in: program))
            return .failure
        }
    }

    private static func run(
        _ invocation: Invocation, in environment: Environment
    ) async throws(UsageError) -> RunStatus {
        let body: () async throws(CommandFailure) -> RunStatus
        switch invocation.command {
        case .clean:
            let request = try CleanRequest(invocation)
            body = { () throws(CommandFailure) in try await request.run(in: environment) }
        case .label:
            let request = try LabelRequest(invocation)
            body = { () throws(CommandFailure) in try await request.run(in: environment) }
        case .explain:
            let request = try ExplainRequest(invocation)
            body = { () throws(CommandFailure) in try request.run(in: environment) }
        case .profile:
            let request = try ProfileRequest(invocation)
            body = { () throws(CommandFailure) in try await request.run(in: environment) }
        case .train:
            let request = TrainRequest(invocation)
            body = { () throws(CommandFailure) in try request.run(in: environment) }
        case .learn:
            let request = try LearnRequest(invocation)
            body = { () throws(CommandFailure) in try request.run(in: environment) }
        case .evaluate:
            let request = try EvaluateRequest(invocation)
            body = { () throws(CommandFailure) in try request.run(in: environment) }
        case .tabulate:
            let request = TabulateRequest(invocation)
            body = { () throws(CommandFailure) in try request.run(in: environment) }
        case .model:
            let request = try ModelRequest(invocation)
            body = { () throws(CommandFailure) in try request.run(in: environment) }
        default: preconditionFailure("the table has a command that nothing runs")
        }
        return await finish(in: environment, body)
    }

    /// Turns what a command throws into a message and a status. A closed pipe is no failure: who
    /// closed it has read enough.
    private static func finish(
        in environment: Environment,
        _ body: () async throws(CommandFailure) -> RunStatus
    ) async -> RunStatus {
        do throws(CommandFailure) {
            return try await body()
        } catch {
            if error == .output(SystemFailure.closedPipe) { return .done }
            environment.report(error.message)
            return .failure
        }
    }
}
