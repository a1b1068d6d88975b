#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Where the program starts.
@main
struct Entry {
    @MainActor static func main() async {
        Descriptor.reserveStandardStreams()
        // A closed pipe and a file over its limit are to be errors of the call that meets them.
        _ = signal(SIGPIPE, SIG_IGN)
        _ = signal(SIGXFSZ, SIG_IGN)
        let names = ["NO_COLOR", "TERM"]
        let variables = names.compactMap { name in variable(name).map { (name, $0) } }
        let environment = Environment.process(
            arguments: Array(CommandLine.arguments.dropFirst()),
            variables: Dictionary(uniqueKeysWithValues: variables),
            makeAnalyzer: Environment.libraryAnalyzer(_:finding:))
        exit(await Tool.run(in: environment).rawValue)
    }

    private static func variable(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }
}
