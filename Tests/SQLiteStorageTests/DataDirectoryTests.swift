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

    @Test("a path that cannot be a directory is refused by its name")
    func refusesAFile() throws {
        let path = parent.path(of: "file")
        #expect(FileManager.default.createFile(atPath: path, contents: Data()))
        #expect(throws: DataDirectoryFailure.self) { try DataDirectory(locking: path + "/data") }
        #expect(throws: DataDirectoryFailure.self) { try DataDirectory(locking: path) }
    }
}
