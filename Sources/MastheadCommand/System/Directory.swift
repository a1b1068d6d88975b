#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The paths of all files in a directory and the directories below it, hidden ones left out, sorted
/// by their bytes, so that the order is the same on every system.
func files(below directory: String) throws(SystemFailure) -> [String] {
    var paths: [String] = []
    var pending = [directory]
    var seen: Set<FileStatus.Identity> = []
    while let next = pending.popLast() {
        // A link to a directory above would lead in a circle.
        guard let status = try FileStatus(path: next), seen.insert(status.identity).inserted else {
            continue
        }
        for name in try names(in: next) where !name.hasPrefix(".") {
            let path = next.hasSuffix("/") ? next + name : next + "/" + name
            switch try FileStatus(path: path)?.kind {
            case .directory: pending.append(path)
            case .regular: paths.append(path)
            case .stream, nil: continue
            }
        }
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// The names in a directory.
private func names(in directory: String) throws(SystemFailure) -> [String] {
    guard let stream = unsafe opendir(directory) else { throw .current }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
        names.append(
            unsafe withUnsafePointer(to: &entry.pointee.d_name) { start in
                unsafe String(cString: UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self))
            })
    }
    return names
}
