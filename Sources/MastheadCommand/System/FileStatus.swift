#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What the file system says of a file.
struct FileStatus: Equatable {
    /// What reading and replacing a file depend on.
    enum Kind {
        /// A file whose content lies on a disk.
        case regular
        /// A directory.
        case directory
        /// A pipe, a terminal or another device: read once, never replaced.
        case stream
    }

    /// What kind of file it is.
    let kind: Kind
    /// Its permissions, the low twelve bits of its mode.
    let permissions: mode_t
    /// Its length in bytes; means nothing for streams.
    let size: Int
    /// Which file it is, whatever its name.
    let identity: Identity

    /// Two names with equal identities are one file.
    struct Identity: Hashable {
        let device: UInt64
        let inode: UInt64
    }

    init(_ raw: stat) {
        kind =
            switch raw.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .directory
            default: .stream
            }
        permissions = raw.st_mode & 0o7777
        size = Int(raw.st_size)
        identity = Identity(
            device: UInt64(truncatingIfNeeded: raw.st_dev),
            inode: UInt64(truncatingIfNeeded: raw.st_ino))
    }

    /// The status of the file of that name, links followed, or nil where there is none.
    init?(path: String) throws(SystemFailure) {
        var raw = stat()
        guard unsafe stat(path, &raw) == 0 else {
            if errno == ENOENT { return nil }
            throw .current
        }
        self.init(raw)
    }
}

/// The path with links, `.` and `..` resolved, or as it is where that fails.
func resolvedPath(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
}

/// Gives a file another name, replacing what had it, in one step.
func rename(_ path: String, to target: String) throws(SystemFailure) {
    guard unsafe rename(path, target) == 0 else { throw .current }
}

/// Gives a file a second name. Throws `EEXIST` where the name is taken.
func link(_ path: String, to name: String) throws(SystemFailure) {
    guard unsafe link(path, name) == 0 else { throw .current }
}

/// Removes a file's name.
func remove(_ path: String) throws(SystemFailure) {
    guard unsafe unlink(path) == 0 else { throw .current }
}
