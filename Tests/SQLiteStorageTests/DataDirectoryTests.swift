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
        for place in [path, path + "/data"] {
            let failure = DataDirectoryFailure.notUsable(path: place, .notAFolder)
            #expect(throws: failure) { try DataDirectory(locking: place) }
            #expect("\(failure)".contains("the data directory \(place) is not a folder"))
        }
    }

    @Test("a directory of another user is refused and left as it is, also by root")
    func refusesForeign() throws {
        // Root gives one away; whoever is not root has root's at hand.
        var path = "/usr"
        var owner: uid_t = 0
        if geteuid() == 0 {
            path = parent.path(of: "foreign")
            owner = 65_534
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o755])
            try #require(unsafe chown(path, owner, owner) == 0)
        }
        let failure = DataDirectoryFailure.notUsable(path: path, .foreign(owner: owner))
        #expect(throws: failure) { try DataDirectory(locking: path) }
        #expect("\(failure)".contains("\(path) belongs to another user (number \(owner))"))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o755)
    }

    @Test("a directory is made with those above it, each closed to others")
    func makesAll() throws {
        _ = try DataDirectory(locking: parent.path(of: "a/b/data/"))
        for name in ["a", "a/b", "a/b/data"] {
            let mode = try FileManager.default.attributesOfItem(atPath: parent.path(of: name))
            #expect((mode[.posixPermissions] as? NSNumber)?.intValue == 0o700)
        }
    }
}
