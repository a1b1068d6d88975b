#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

import Masthead

/// All that a command touches of the world, so that tests run commands in their own.
struct Environment {
    /// The arguments after the program's name.
    var arguments: [String]
    /// Environment variables, by name.
    var variables: [String: String] = [:]
    /// What `-` reads.
    var input: any ByteSource
    /// Where data goes.
    var output: any ByteSink
    /// Where everything else goes.
    var errors: any ByteSink
    /// Whether data goes to a terminal.
    var isOutputTerminal = false
    /// Whether messages go to a terminal.
    var isErrorTerminal = false
    /// The directory that relative paths start from; empty for the current one.
    var folder = ""
    /// Cores that batches may use.
    var cores = 1
    /// The time since some moment in the past.
    var now: () -> Duration = { .zero }

    /// Makes what analyses pages, from the bytes of a model and what is to be found beside
    /// labels; nil stands for the built-in model.
    var makeAnalyzer: AnalyzerMaker

    typealias AnalyzerMaker =
        ([UInt8]?, Analyzer.Findings) throws(ModelError) -> any PageAnalyzing

    /// The environment of this process.
    static func process(
        arguments: [String], variables: [String: String],
        makeAnalyzer: @escaping AnalyzerMaker
    ) -> Environment {
        let clock = ContinuousClock()
        let start = clock.now
        return Environment(
            arguments: arguments, variables: variables, input: Descriptor.standardInput,
            output: Descriptor.standardOutput, errors: Descriptor.standardError,
            isOutputTerminal: Descriptor.standardOutput.isTerminal,
            isErrorTerminal: Descriptor.standardError.isTerminal,
            cores: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
            now: { start.duration(to: clock.now) }, makeAnalyzer: makeAnalyzer)
    }

    /// The name that stands for standard input and output.
    static let streamName = "-"

    /// Where the file of that name lies.
    func path(_ name: String) -> String {
        folder.isEmpty || name.hasPrefix("/") ? name : folder + "/" + name
    }

    /// Opens a file to read; `-` is standard input.
    func open(_ name: String) throws(SystemFailure) -> any ByteSource {
        name == Self.streamName ? input : try Descriptor.reading(path(name))
    }

    /// The whole content of a file; `-` is standard input.
    func contents(of name: String) throws(SystemFailure) -> [UInt8] {
        let source = try open(name)
        var contents: [UInt8] = []
        while true {
            let bytes = try source.read(upTo: ReadSize.chunk)
            if bytes.isEmpty { return contents }
            contents += bytes
        }
    }

    /// Writes a line to standard error, after the program's name.
    ///
    /// A message can't be delivered where standard error is closed, and that stops nothing.
    func report(_ message: String) {
        try? errors.write(Array("masthead: \(visible(message))\n".utf8))
    }

    /// Whether text on standard output may be coloured (https://no-color.org).
    var isColoured: Bool {
        isOutputTerminal && (variables["NO_COLOR"] ?? "").isEmpty && variables["TERM"] != "dumb"
    }
}
