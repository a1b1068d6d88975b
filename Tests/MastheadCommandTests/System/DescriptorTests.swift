import Foundation
import Testing

@testable import MastheadCommand

@Suite struct DescriptorTests {
    @Test func readsInPieces() throws {
        let world = try TestWorld(files: ["f": "abcdefg"])
        let file = try Descriptor.reading(world.path("f"))
        #expect(try file.read(upTo: 3) == Array("abc".utf8))
        #expect(try file.read(upTo: 10) == Array("defg".utf8))
        #expect(try file.read(upTo: 10).isEmpty)
        let status = try file.status()
        #expect(status.kind == .regular && status.size == 7)
    }

    @Test func saysWhatIsWrongInWords() throws {
        let world = try TestWorld(files: ["d/f": ""])
        let cases = [
            (world.path("none"), "no such file"),
            (world.path("d"), "is a directory; expected a file"),
            (world.path("d/f/g"), "a part of the path is not a directory"),
        ]
        for (path, message) in cases {
            do {
                _ = try Descriptor.reading(path)
                Issue.record("\(path) was opened")
            } catch {
                #expect(error.message == message)
            }
        }
        #expect(SystemFailure(code: 9_999).message == "system error 9999")
    }

    @Test func tellsKindsAndIdentities() throws {
        let world = try TestWorld(files: ["a": "", "b": ""])
        try FileManager.default.createSymbolicLink(
            atPath: world.path("link"), withDestinationPath: "a")
        let first = try #require(try FileStatus(path: world.path("a")))
        #expect(try FileStatus(path: world.path("link"))?.identity == first.identity)
        #expect(try FileStatus(path: world.path("b"))?.identity != first.identity)
        #expect(try FileStatus(path: world.folder)?.kind == .directory)
        #expect(try FileStatus(path: "/dev/null")?.kind == .stream)
        #expect(try FileStatus(path: world.path("none")) == nil)
    }

    @Test func closedPipeIsAFailureOfItsOwn() throws {
        signal(SIGPIPE, SIG_IGN)
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        let path = "/dev/fd/\(pipe.fileHandleForWriting.fileDescriptor)"
        // Opening a pipe without a reader would wait for one; the open end is used by its number.
        guard let file = try? Descriptor(path: path, flags: O_WRONLY | O_NONBLOCK) else { return }
        #expect(throws: SystemFailure.closedPipe) { try file.write([1]) }
    }
}
