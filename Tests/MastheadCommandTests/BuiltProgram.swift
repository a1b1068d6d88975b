import Foundation
import Masthead

@testable import MastheadCommand

/// The program that was built with the tests, or the one that `MASTHEAD_PROGRAM` names.
enum BuiltProgram {
    static let path: String? = {
        if let named = ProcessInfo.processInfo.environment["MASTHEAD_PROGRAM"] { return named }
        let folders = CommandLine.arguments.prefix(1) + Bundle.allBundles.map(\.bundlePath)
        return folders.lazy
            .map { URL(fileURLWithPath: $0).deletingLastPathComponent().path + "/masthead" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    /// Whether GNU time is there to say how much memory a process took.
    static let measuresMemory = runs("/usr/bin/time", "-f", "%M", "-o", "/dev/null", "true")

    /// Whether a command runs here at all.
    static func runs(_ path: String, _ arguments: String...) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    /// A training sample.
    static let sample =
        #"{"id":"a","paragraphs":[{"text":"Ein Satz steht hier.","label":"body"}]}"# + "\n"
}

extension TestWorld {
    /// A world with a model `m` whose weights are zero, so that it is made in no time.
    static func withModel(_ files: [String: String] = [:]) throws -> TestWorld {
        let world = try TestWorld(files: files)
        var trainer = Trainer(counts: LabelCounts(), weights: LabelWeights())
        trainer.add(try AnnotatedDocument(jsonLine: Array(BuiltProgram.sample.utf8)))
        try world.write(trainer.modelBytes(), to: "m")
        return world
    }

    /// A process that runs a script, in which `$MASTHEAD` is the program.
    func process(_ script: String) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", script]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ProcessInfo.processInfo.environment
            .merging(["MASTHEAD": BuiltProgram.path ?? ""]) { $1 }
        return process
    }

    /// Runs a script; its output goes to the file `out`, its errors to `err`.
    func shell(_ script: String) throws -> Int32 {
        let process = process("{ \(script)\n} > out 2> err")
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
