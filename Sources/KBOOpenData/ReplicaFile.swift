#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The file of a replica, and the one beside it in which the next is built.
struct ReplicaFile {
    /// Which file lies at a path: it changes when another one is put in its place.
    struct Identity: Equatable {
        let device: UInt64
        let inode: UInt64
        let changed: Int64
        let size: Int64
    }

    let path: String
    /// Makes a file or a folder durable.
    var synchronise: @Sendable (_ path: String) throws(KBOFailure) -> Void = Self.synchronise
    var buildingPath: String { path + ".building" }
    var lockPath: String { path + ".lock" }

    /// The file that lies there now; `nil` when there is none.
    func identity() -> Identity? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        return Identity(
            device: UInt64(status.st_dev), inode: UInt64(status.st_ino),
            changed: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec),
            size: Int64(status.st_size))
    }

    /// Removes what an import that did not finish has left.
    func removeBuilding() {
        for suffix in ["", "-journal"] { _ = unsafe unlink(buildingPath + suffix) }
    }

    /// Puts the finished file in the place of the old one: durable when this returns, and at no
    /// moment is there none. Who has the old one open keeps it.
    ///
    /// - Throws: ``KBOFailure/notSynced(errno:)`` when the finished file has taken the place, or
    ///   another failure when it has not.
    func swap() throws(KBOFailure) {
        try synchronise(buildingPath)
        // The point of no return.
        guard unsafe rename(buildingPath, path) == 0 else { throw .file(errno: errno) }
        try secure()
    }

    /// Makes durable which file lies in the place.
    func secure() throws(KBOFailure) {
        do throws(KBOFailure) {
            try synchronise(folder)
        } catch .file(let number) {
            throw .notSynced(errno: number)
        }
    }

    /// Runs `body` while no other import into the same replica can run, in this process or in
    /// another one.
    /// - Throws: ``KBOFailure/busy`` when one does.
    func locked<Result>(
        _ body: () throws(KBOFailure) -> Result
    ) throws(KBOFailure) -> Result {
        let descriptor = unsafe open(lockPath, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .file(errno: errno) }
        // Closing gives the lock back; so does the end of the process, whatever ends it.
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw errno == EWOULDBLOCK ? .busy : .file(errno: errno)
        }
        return try body()
    }

    private var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    @Sendable
    private static func synchronise(_ path: String) throws(KBOFailure) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .file(errno: errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .file(errno: errno) }
    }
}
