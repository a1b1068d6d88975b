#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The new content of a file, written beside it and put in its place in one step, so that a stopped
/// run leaves the old file whole.
///
/// The file beside it has one fixed name, `.NAME.partial`, and is also the lock: who holds it is the
/// only one to read the target in order to replace it. A killed process leaves it unlocked, and
/// the next run takes it over; no other file is ever made.
///
/// A target that is no regular file, such as `/dev/stdout` or a named pipe, is written directly.
final class ReplacementFile {
    private let target: String
    private let partial: String?
    private let file: Descriptor
    private var isOpen = true

    /// Starts to replace the file at `path`, waiting for other processes that are about to.
    ///
    /// `whenWaiting` is called once if there is one to wait for.
    init(
        replacing path: String, whenWaiting: () -> Void = {}
    ) throws(SystemFailure) {
        // A link stays a link: what it points to is replaced.
        target = resolvedPath(path)
        switch try FileStatus(path: target)?.kind {
        case .directory: throw SystemFailure(code: EISDIR)
        case .stream:
            partial = nil
            file = try Descriptor(path: target, flags: O_WRONLY)
        case .regular, nil:
            let partial = Self.partialPath(for: target)
            self.partial = partial
            file = try Self.locked(partial, whenWaiting)
            do {
                try file.truncate()
            } catch {
                try? remove(partial)
                throw error
            }
        }
    }

    deinit { discard() }

    /// Adds bytes to the new content.
    func write(_ bytes: [UInt8]) throws(SystemFailure) { try file.write(bytes) }

    /// Puts the new content in place. It has the permissions of the old file, if there was one.
    func commit() throws(SystemFailure) {
        guard let partial, isOpen else { return }
        if let old = try FileStatus(path: target) { try file.setPermissions(old.permissions) }
        try file.synchronize()
        try rename(partial, to: target)
        isOpen = false
    }

    /// Removes the new content and leaves the old. Does nothing after ``commit()``.
    func discard() {
        guard let partial, isOpen else { return }
        isOpen = false
        try? remove(partial)
    }

    /// The name of the file beside `target` while it is being replaced.
    static func partialPath(for target: String) -> String {
        let slash = target.utf8.lastIndex(of: UInt8(ascii: "/"))
        let nameStart = slash.map { target.utf8.index(after: $0) } ?? target.startIndex
        return target[..<nameStart] + "." + target[nameStart...] + ".partial"
    }

    /// Opens and locks the file of that name.
    ///
    /// Whoever held the lock has most often renamed or removed the file, so that the one now locked
    /// has no name any more; then the next one is tried.
    private static func locked(
        _ path: String, _ whenWaiting: () -> Void
    ) throws(SystemFailure) -> Descriptor {
        var hasWaited = false
        while true {
            let file = try Descriptor(path: path, flags: O_RDWR | O_CREAT | O_NOFOLLOW)
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
