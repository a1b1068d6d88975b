import Foundation
import Testing

@testable import MastheadCommand

@Suite struct DirectoryTests {
    @Test func findsFilesSortedAndNotTwice() throws {
        let world = try TestWorld(files: [
            "b/z": "", "b/a/x": "", "a": "", "ä": "", "Z": "", ".hidden/y": "", "b/.h": "",
        ])
        try FileManager.default.createSymbolicLink(
            atPath: world.path("b/loop"), withDestinationPath: "..")
        let found = try files(below: world.folder).map { $0.dropFirst(world.folder.count + 1) }
        #expect(found == ["Z", "a", "b/a/x", "b/z", "ä"])
    }

    @Test func failsWhereThereIsNone() throws {
        let world = try TestWorld(files: ["f": ""])
        #expect(throws: SystemFailure(code: ENOTDIR)) { _ = try files(below: world.path("f")) }
        #expect(try files(below: world.path("none")) == [])
    }
}
