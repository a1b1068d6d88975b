import Foundation
import Testing

@testable import MastheadCommand

@Suite struct ReplacementFileTests {
    private func permissions(_ path: String) throws -> Int {
        let value = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        return try #require(value as? Int)
    }

    @Test(arguments: [true, false])
    func replacesInOneStepAndKeepsPermissions(allowsUnnamed: Bool) throws {
        let world = try TestWorld(files: ["m": "old"])
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o640], ofItemAtPath: world.path("m"))
        let file = try ReplacementFile(
            replacing: world.path("m"), allowsUnnamed: allowsUnnamed)
        try file.write(Array("ne".utf8))
        #expect(try world.read("m") == "old")
        try file.write(Array("w".utf8))
        try file.commit()
        #expect(try world.read("m") == "new")
        #expect(try permissions(world.path("m")) == 0o640)
        #expect(try world.names() == ["m"])
    }

    @Test(arguments: [true, false])
    func makesAFileWhereThereIsNone(allowsUnnamed: Bool) throws {
        let world = try TestWorld()
        let file = try ReplacementFile(
            replacing: world.path("m"), allowsUnnamed: allowsUnnamed)
        try file.write([1])
        try file.commit()
        #expect(try world.names() == ["m"])
    }

    @Test(arguments: [true, false])
    func doesNotReplaceWhatWasMadeMeanwhile(allowsUnnamed: Bool) throws {
        let world = try TestWorld()
        let file = try ReplacementFile(
            replacing: world.path("m"), allowsUnnamed: allowsUnnamed)
        try file.write([1])
        try world.write("theirs", to: "m")
        #expect(throws: SystemFailure(code: EEXIST)) { try file.commit() }
        file.discard()
        #expect(try world.read("m") == "theirs")
        #expect(try world.names() == ["m"])
    }

    @Test(arguments: [true, false])
    func leavesTheOldFileWhereNothingIsCommitted(allowsUnnamed: Bool) throws {
        let world = try TestWorld(files: ["m": "old"])
        do {
            let file = try ReplacementFile(
                replacing: world.path("m"), allowsUnnamed: allowsUnnamed)
            try file.write([1])
        }
        #expect(try world.read("m") == "old")
        #expect(try world.names() == ["m"])
    }

    @Test func replacesWhatALinkPointsTo() throws {
        let world = try TestWorld(files: ["models/m": "old"])
        try FileManager.default.createSymbolicLink(
            atPath: world.path("link"), withDestinationPath: "models/m")
        let file = try ReplacementFile(replacing: world.path("link"))
        try file.write(Array("new".utf8))
        try file.commit()
        #expect(try world.read("models/m") == "new")
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: world.path("link"))
                == "models/m")
    }

    /// Where the system can, a process that is killed now leaves nothing behind.
    @Test(
        .enabled(
            if: Descriptor.unnamed(in: FileManager.default.temporaryDirectory.path) != nil,
            "the file system has no unnamed files"))
    func contentHasNoNameUntilItIsWhole() throws {
        let world = try TestWorld(files: ["m": "old"])
        let file = try ReplacementFile(replacing: world.path("m"))
        try file.write([1])
        #expect(try world.names() == ["m"])
    }

    @Test(arguments: [true, false])
    func takesOverWhatAKilledProcessLeft(allowsUnnamed: Bool) throws {
        let world = try TestWorld(files: ["m": "old", ".m.partial": "half a much longer model"])
        let file = try ReplacementFile(
            replacing: world.path("m"), allowsUnnamed: allowsUnnamed)
        try file.write(Array("new".utf8))
        try file.commit()
        #expect(try world.read("m") == "new")
        #expect(try world.names() == ["m"])
    }

    @Test func refusesDirectoriesAndMissingFolders() throws {
        let world = try TestWorld(files: ["d/f": ""])
        #expect(throws: SystemFailure(code: EISDIR)) {
            _ = try ReplacementFile(replacing: world.path("d"))
        }
        #expect(throws: SystemFailure(code: ENOENT)) {
            _ = try ReplacementFile(replacing: world.path("none/m"))
        }
        #expect(throws: SystemFailure(code: ENOTDIR)) {
            _ = try ReplacementFile(replacing: world.path("d/f/m"))
        }
    }

    @Test func writesDevicesDirectly() throws {
        let full = try ReplacementFile(replacing: "/dev/full")
        #expect(throws: SystemFailure(code: ENOSPC)) { try full.write([1]) }
        let null = try ReplacementFile(replacing: "/dev/null")
        try null.write([1])
        try null.commit()
        #expect(FileManager.default.fileExists(atPath: "/dev/null"))
    }

    /// Read, add one, replace, from many threads: without the lock, counts would be lost.
    @Test(arguments: [true, false])
    func oneWaitsForTheOther(allowsUnnamed: Bool) async throws {
        let world = try TestWorld(files: ["count": "0"])
        let path = world.path("count")
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<50 {
                        do {
                            let file = try ReplacementFile(
                                replacing: path, allowsUnnamed: allowsUnnamed)
                            let old = try String(contentsOfFile: path, encoding: .utf8)
                            try file.write(Array(String((Int(old) ?? 0) + 1).utf8))
                            try file.commit()
                        } catch {
                            Issue.record("\(error)")
                        }
                    }
                }
            }
        }
        #expect(try world.read("count") == "200")
        #expect(try world.names() == ["count"])
    }

    @Test func namesThePartialFileAfterItsTarget() {
        #expect(ReplacementFile.partialPath(for: "/a/b.c") == "/a/.b.c.partial")
        #expect(ReplacementFile.partialPath(for: "b") == ".b.partial")
        #expect(ReplacementFile.partialPath(for: "/ä/ö") == "/ä/.ö.partial")
    }
}
