#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The new content of a file, written apart and put in its place in one step, so that a stopped run
/// leaves the old file whole.
///
/// A target that is there already is locked from the start: who holds the lock is the only one to
/// read it in order to replace it. A target that is not there must still be missing at the end.
/// Where the system can, the content has no name until it is whole, so that even a killed process
/// leaves nothing behind; elsewhere it is called `.NAME.partial`, and the next run takes it over.
///
/// A target that is no regular file, such as `/dev/stdout` or a named pipe, is written directly.
final class ReplacementFile {
    /// Where the content is until it is in its place.
    enum Draft {
        /// In its place: the target is no regular file.
        case direct
        /// In a file without a name.
        case unnamed
        /// In a file beside the target.
        case named
    }

    private let target: String
    private let partial: String
    /// The target as it was found, with its lock; nil where there was none.
    private let old: Descriptor?
    private let file: Descriptor
    private let draft: Draft
    private var isOpen = true

    /// Starts to replace the file at `path`, waiting for other processes that are about to.
    ///
    /// - Parameters:
    ///   - allowsUnnamed: Whether the content may be without a name.
    ///   - whenWaiting: Called once if there is a process to wait for.
    init(
        replacing path: String, allowsUnnamed: Bool = true, whenWaiting: () -> Void = {}
    ) throws(SystemFailure) {
        // A link stays a link: what it points to is replaced.
        target = resolvedPath(path)
        partial = Self.partialPath(for: target)
        let status = try FileStatus(path: target)
        if status?.kind == .directory { throw SystemFailure(code: EISDIR) }
        if status?.kind == .stream {
            (old, draft) = (nil, .direct)
            file = try Descriptor(path: target, flags: O_WRONLY)
            return
        }
        old = status == nil ? nil : try Self.locked(target, flags: O_RDONLY, whenWaiting)
        if allowsUnnamed, let unnamed = Descriptor.unnamed(in: Self.directory(of: target)) {
            (file, draft) = (unnamed, .unnamed)
        } else {
            let flags = O_RDWR | O_CREAT | O_NOFOLLOW
            (file, draft) = (try Self.locked(partial, flags: flags, whenWaiting), .named)
            try file.truncate()
        }
    }

    deinit { discard() }

    /// Adds bytes to the new content.
    func write(_ bytes: [UInt8]) throws(SystemFailure) { try file.write(bytes) }

    /// Puts the new content in place. It has the permissions of the old file, if there was one.
    ///
    /// Throws `EEXIST` where there was none and now there is one.
    func commit() throws(SystemFailure) {
        guard draft != .direct, isOpen else { return }
        if let old { try file.setPermissions(try old.status().permissions) }
        try file.synchronize()
        if old != nil {
            if draft == .unnamed {
                // Whoever holds the lock of the target owns this name; one that is there is a
                // killed process's.
                try? remove(partial)
                try file.link(to: partial)
            }
            try rename(partial, to: target)
        } else if draft == .unnamed {
            try file.link(to: target)
        } else {
            try link(partial, to: target)
            try remove(partial)
        }
        isOpen = false
    }

    /// Removes the new content and leaves the old. Does nothing after ``commit()``.
    func discard() {
        guard draft == .named, isOpen else { return }
        isOpen = false
        try? remove(partial)
    }

    /// The name of the file beside `target` while it is being replaced.
    static func partialPath(for target: String) -> String {
        let directory = directory(of: target)
        let name = directory == "." ? target[...] : target.dropFirst(directory.count)
        return (directory == "." ? "" : directory) + "." + name + ".partial"
    }

    /// The directory of a path with its slash; `.` where the path has none.
    private static func directory(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return String(path[...slash])
    }

    /// Opens and locks the file of that name.
    ///
    /// Whoever held the lock has most often renamed or removed the file, so that the one now locked
    /// has no name any more; then the next one is tried.
    private static func locked(
        _ path: String, flags: Int32, _ whenWaiting: () -> Void
    ) throws(SystemFailure) -> Descriptor {
        var hasWaited = false
        while true {
            let file = try Descriptor(path: path, flags: flags)
            do {
                try file.lock(waiting: hasWaited)
            } catch  where error.isLocked {
                whenWaiting()
                hasWaited = true
                try file.lock(waiting: true)
            }
            let named = try FileStatus(path: path)
            if try named?.identity == file.status().identity { return file }
        }
    }
}
