/// What a run tells the shell.
enum RunStatus: Int32 {
    /// Done.
    case done = 0
    /// The answer is no.
    case no = 1
    /// The command line, the input or the model is wrong.
    case failure = 2
}

/// Why a command can't go on, in words that begin with the name of the thing.
struct CommandFailure: Error, Equatable {
    /// The message without the program's name.
    let message: String

    init(_ message: String) { self.message = message }

    /// What is wrong with a file.
    init(_ name: String, _ failure: SystemFailure) {
        self.init("\(name): \(failure.message)")
    }

    /// What is wrong with standard output.
    static func output(_ failure: SystemFailure) -> CommandFailure {
        CommandFailure("standard output", failure)
    }
}
