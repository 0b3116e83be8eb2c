import Foundation
import SQLiteStorage
import Testing

struct DataDirectoryTests {
    private let parent: TemporaryDirectory

    init() throws { parent = try TemporaryDirectory() }

    @Test("a second start on one directory is told who holds it")
    func locksOut() throws {
        let path = parent.path(of: "data")
        let process = ProcessInfo.processInfo.processIdentifier
        let first = try DataDirectory(locking: path)
        let failure = DataDirectoryFailure.inUse(path: path, process: process)
        #expect(throws: failure) { try DataDirectory(locking: path) }
        #expect("\(failure)" == "the data directory \(path) is in use by process \(process)")
        #expect(first.path(of: "log.sqlite") == path + "/log.sqlite")
    }

    @Test("a directory is free again when its holder is gone")
    func givesBack() throws {
        let path = parent.path(of: "data")
        do { _ = try DataDirectory(locking: path) }
        _ = try DataDirectory(locking: path)
    }

    @Test("a directory that others could read is closed to them")
    func closesToOthers() throws {
        let path = parent.path(of: "open")
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o755])
        _ = try DataDirectory(locking: path)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o700)
    }

    @Test("a path that cannot be a directory is refused by its name")
    func refusesAFile() throws {
        let path = parent.path(of: "file")
        #expect(FileManager.default.createFile(atPath: path, contents: Data()))
        #expect(throws: DataDirectoryFailure.self) { try DataDirectory(locking: path + "/data") }
        #expect(throws: DataDirectoryFailure.self) { try DataDirectory(locking: path) }
    }
}
