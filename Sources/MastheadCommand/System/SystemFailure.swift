#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A call to the system that failed.
struct SystemFailure: Error, Hashable {
    /// The number from errno(3).
    let code: Int32

    /// Nobody reads the pipe any more.
    static let closedPipe = SystemFailure(code: EPIPE)

    /// There is no file of that name.
    static let noFile = SystemFailure(code: ENOENT)

    /// The failure of the call just made.
    static var current: SystemFailure { SystemFailure(code: errno) }

    /// A signal came; the call is to be made again.
    var isInterruption: Bool { code == EINTR }
    /// Another process holds the lock.
    var isLocked: Bool { code == EWOULDBLOCK }

    /// The failure in words, without the file's name.
    ///
    /// The frequent ones have words of their own: strerror(3) answers in the words of the C
    /// library, which differ between systems.
    var message: String {
        switch code {
        case ENOENT: "no such file"
        case EEXIST: "another process has made the file meanwhile"
        case EBADF: "is closed"
        case EISDIR: "is a directory; expected a file"
        case ENOTDIR: "a part of the path is not a directory"
        case EACCES, EPERM: "permission denied"
        case ENOSPC, EDQUOT: "no space left on the device"
        case EFBIG: "the file would be larger than allowed"
        case EROFS: "the file system is read-only"
        case EMFILE, ENFILE: "too many open files"
        case EIO: "input/output error of the device"
        case ENAMETOOLONG: "the name is too long"
        case ELOOP: "too many symbolic links"
        case EPIPE: "the pipe is closed"
        case EWOULDBLOCK: "another process holds the lock"
        default: "system error \(code)"
        }
    }
}
