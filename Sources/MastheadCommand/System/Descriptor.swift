#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An open file, closed with its last reference.
///
/// The only place that hands memory to the system; everything else works on arrays.
final class Descriptor: Sendable {
    /// Makes sure that the numbers of the standard streams are taken, so that no file opened later
    /// gets one of them. A stream that the caller closed can then be neither read nor written.
    static func reserveStandardStreams() {
        for number: Int32 in 0...2 where fcntl(number, F_GETFD) < 0 {
            _ = unsafe open("/dev/null", number == 0 ? O_WRONLY : O_RDONLY)
        }
    }

    /// Standard input, never closed.
    static let standardInput = Descriptor(number: 0, isOwned: false)
    /// Standard output, never closed.
    static let standardOutput = Descriptor(number: 1, isOwned: false)
    /// Standard error, never closed.
    static let standardError = Descriptor(number: 2, isOwned: false)

    private let number: Int32
    private let isOwned: Bool

    private init(number: Int32, isOwned: Bool) {
        self.number = number
        self.isOwned = isOwned
    }

    deinit {
        if isOwned { _ = close(number) }
    }

    /// Opens a file. Flags and mode are those of open(2).
    init(path: String, flags: Int32, mode: mode_t = 0o666) throws(SystemFailure) {
        let number = unsafe open(path, flags | O_CLOEXEC, mode)
        guard number >= 0 else { throw .current }
        self.number = number
        isOwned = true
    }

    /// Opens a file to read. A directory is an error here already, not at the first read.
    static func reading(_ path: String) throws(SystemFailure) -> Descriptor {
        let file = try Descriptor(path: path, flags: O_RDONLY)
        if try file.status().kind == .directory { throw SystemFailure(code: EISDIR) }
        return file
    }

    /// The next bytes, at most `count`; empty at the end. What a pipe holds is returned at once.
    func read(upTo count: Int) throws(SystemFailure) -> [UInt8] {
        var failure: SystemFailure?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
            length = 0
            repeat {
                failure = nil
                let result = unsafe systemRead(number, buffer.baseAddress, count)
                if result >= 0 { length = result } else { failure = .current }
            } while failure?.isInterruption ?? false
        }
        if let failure { throw failure }
        return bytes
    }

    /// Writes all bytes.
    func write(_ bytes: [UInt8]) throws(SystemFailure) {
        var written = 0
        while written < bytes.count {
            let result = unsafe bytes.withUnsafeBytes { buffer in
                unsafe systemWrite(
                    number, buffer.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if result >= 0 {
                written += result
            } else if !SystemFailure.current.isInterruption {
                throw .current
            }
        }
    }

    /// What kind of file this is, and its permissions.
    func status() throws(SystemFailure) -> FileStatus {
        var raw = stat()
        guard unsafe fstat(number, &raw) == 0 else { throw .current }
        return FileStatus(raw)
    }

    /// Whether this is a terminal.
    var isTerminal: Bool { isatty(number) == 1 }

    /// Waits until no other open file of the same inode holds the lock, then holds it until this
    /// one is closed, even by a killed process.
    func lock(waiting: Bool) throws(SystemFailure) {
        while flock(number, LOCK_EX | (waiting ? 0 : LOCK_NB)) != 0 {
            if !SystemFailure.current.isInterruption { throw .current }
        }
    }

    /// Cuts the file to nothing.
    func truncate() throws(SystemFailure) {
        guard ftruncate(number, 0) == 0 else { throw .current }
    }

    /// Gives the file these permissions.
    func setPermissions(_ mode: mode_t) throws(SystemFailure) {
        guard fchmod(number, mode) == 0 else { throw .current }
    }

    /// A new file in a directory that has no name until ``link(to:)`` gives it one, or nil where
    /// the system has no such files: outside Linux, and on some file systems.
    static func unnamed(in directory: String) -> Descriptor? {
        #if os(Linux)
            // Without /proc the file could not be given a name.
            guard let status = try? FileStatus(path: "/proc/self/fd"), status.kind == .directory
            else { return nil }
            // The value of `__O_TMPFILE`, which the header defines in a way Swift can't read.
            let unnamed: Int32 = 0o20000000 | O_DIRECTORY
            return try? Descriptor(path: directory, flags: O_RDWR | unnamed)
        #else
            return nil
        #endif
    }

    /// Gives an unnamed file a name. Throws `EEXIST` where the name is taken.
    func link(to path: String) throws(SystemFailure) {
        let result = unsafe linkat(
            AT_FDCWD, "/proc/self/fd/\(number)", AT_FDCWD, path, AT_SYMLINK_FOLLOW)
        guard result == 0 else { throw .current }
    }

    /// Waits until the content is on the disk.
    func synchronize() throws(SystemFailure) {
        guard fsync(number) == 0 else { throw .current }
    }
}

// Inside the class `read` and `write` are its own methods.
private func systemRead(_ number: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    unsafe read(number, start, count)
}

private func systemWrite(_ number: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    unsafe write(number, start, count)
}
