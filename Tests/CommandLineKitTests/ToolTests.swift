import Foundation
import Testing

@testable import CommandLineKit

/// What the scripts and the man page do in the programs they are written for. Each test is skipped
/// where its program is not installed.
@Suite struct ToolTests {
    @Test(
        .enabled(if: Tool("bash") != nil, "bash is not on PATH"),
        arguments: [
            (["sieve", "c"], ["clean", "completion"]),
            (
                ["sieve", ""],
                Sample.program.allCommands.map(\.name) + ["-h", "--help", "--version"]
            ),
            (["sieve", "--v"], ["--version"]),
            (["sieve", "clean", "--f"], ["--format"]),
            (["sieve", "clean", "--format", "js"], ["json", "jsonl"]),
            (["sieve", "clean", "-f", ""], ["text", "json", "jsonl", "tsv"]),
            (["sieve", "clean", "--format", "=", "js"], ["json", "jsonl"]),
            (["sieve", "clean", "--format", "="], ["text", "json", "jsonl", "tsv"]),
            (["sieve", "clean", "--format=js"], ["--format=json", "--format=jsonl"]),
            (["sieve", "clean", "--jobs", ""], []),
            (["sieve", "clean", "pa"], ["page one.txt", "pages"]),
            (["sieve", "clean", "--strict", "pages/"], ["pages/two.txt"]),
            (["sieve", "clean", "--", "--f"], ["--file"]),
            (["sieve", "train", "-o", "page "], ["page one.txt"]),
            (["sieve", "train", "--cache-for-intermediate-counts", "p"], ["pages"]),
            (["sieve", "status", ""], ["-s", "--strict", "-h", "--help"]),
            (["sieve", "help", "cl"], ["clean"]),
            (["sieve", "completion", ""], ["bash", "zsh", "fish"]),
            (["sieve", "nothing", ""], []),
        ])
    func bashCompletes(words: [String], expected: [String]) throws {
        let bash = try #require(Tool("bash"))
        let folder = try Folder(files: ["page one.txt", "pages/two.txt", "--file", "other"])
        defer { folder.remove() }
        let script =
            Sample.program.completions(for: .bash) + """
                COMP_WORDS=("$@")
                COMP_CWORD=$(($# - 1))
                _sieve
                ((${#COMPREPLY[@]} == 0)) || printf '%s\\n' "${COMPREPLY[@]}"
                """
        let result = try bash.run(["--norc", "-c", script, "bash"] + words, in: folder.path)
        #expect(result.standardError == "")
        let offered = result.standardOutput.split(separator: "\n").map(String.init)
        #expect(offered.sorted() == expected.sorted())
    }

    @Test(.enabled(if: Tool("bash") != nil, "bash is not on PATH"))
    func bashRegistersTheFunction() throws {
        let bash = try #require(Tool("bash"))
        let script = Sample.program.completions(for: .bash) + "complete -p sieve"
        let result = try bash.run(["--norc", "-c", script])
        #expect(result.standardOutput == "complete -F _sieve sieve\n")
        #expect(result.standardError == "")
    }

    @Test(.enabled(if: Tool("zsh") != nil, "zsh is not on PATH"))
    func zshReadsItsScript() throws {
        try expectNoSyntaxError(in: .zsh)
    }

    @Test(.enabled(if: Tool("fish") != nil, "fish is not on PATH"))
    func fishReadsItsScript() throws {
        try expectNoSyntaxError(in: .fish)
    }

    private func expectNoSyntaxError(in shell: Shell) throws {
        let tool = try #require(Tool(shell.rawValue))
        let folder = try Folder(files: [])
        defer { folder.remove() }
        let path = folder.path + "/script"
        try Sample.program.completions(for: shell).write(
            toFile: path, atomically: false, encoding: .utf8)
        let result = try tool.run(["-n", path])
        #expect(result.standardError == "")
    }

    @Test(.enabled(if: Tool("groff") != nil, "groff is not on PATH"))
    func groffSetsTheManualWithoutWarnings() throws {
        let groff = try #require(Tool("groff"))
        let folder = try Folder(files: [])
        defer { folder.remove() }
        let path = folder.path + "/sieve.1"
        try Sample.program.manual(as: .roff).write(
            toFile: path, atomically: false, encoding: .utf8)
        let result = try groff.run(["-man", "-Tutf8", "-ww", "-P-cbou", "-rHY=0", path])
        #expect(result.standardError == "")
        // Pages are broken and justified otherwise than the plain text, but hold the same words.
        let words = result.standardOutput.split(whereSeparator: \.isWhitespace)
        let plain = Sample.program.manual(as: .text).split(whereSeparator: \.isWhitespace)
        let body = words.drop { $0 != "NAME" }.prefix(plain.count)
        #expect(body.map(String.init) == plain.map(String.init))
    }
}

/// A program found on PATH.
private struct Tool {
    let path: String

    init?(_ name: String) {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        let found = folders.map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else { return nil }
        path = found
    }

    func run(
        _ arguments: [String], in folder: String = "/"
    ) throws -> (standardOutput: String, standardError: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
        // Errors are few: they fit the pipe's buffer while the output is read.
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let errorText = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: text, as: UTF8.self), String(decoding: errorText, as: UTF8.self))
    }
}

/// A temporary folder with empty files in it.
private struct Folder {
    let path: String

    init(files: [String]) throws {
        let root = FileManager.default.temporaryDirectory
            .appendingPathComponent("sieve-\(UUID().uuidString)")
        path = root.path
        for file in files {
            let url = root.appendingPathComponent(file)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data().write(to: url)
        }
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}
