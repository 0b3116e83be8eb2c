import AccessRights
import ConsultLog
import ConsultLogFakes
import Foundation
import Testing

@testable import SQLiteStorage

struct FileKeyStoreTests {
    private let directory: TemporaryDirectory
    private let period: KeyPeriod
    private let wrappingKey: KeyEncryptionKey

    init() throws {
        directory = try TemporaryDirectory()
        period = KeyPeriod(
            retention: try RetentionClass(parsing: "ten-years"), month: Month(of: LogBench.time))
        wrappingKey = try LogBench.wrappingKey()
    }

    private var store: FileKeyStore {
        get async throws { try await FileKeyStore.open(at: directory.path(of: "keys")) }
    }

    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? NSNumber).intValue
    }

    @Test("a key that was added is there for the next start, in a file of mode 0600")
    func keepsKeys() async throws {
        let store = try await store
        #expect(try await store.keys().isEmpty)
        let key = try await DataKeys(store: store, wrappedBy: wrappingKey).key(for: period)
        let again = try await DataKeys(store: store, wrappedBy: wrappingKey)
        #expect(try again.key(key.id).period == period)
        let names = try FileManager.default.contentsOfDirectory(
            atPath: directory.path(of: "keys"))
        #expect(names == ["ten-years.2026-11.\(key.id).key"])
        #expect(try mode(directory.path(of: "keys/\(names[0])")) == 0o600)
        #expect(try mode(directory.path(of: "keys")) == 0o700)
    }

    @Test("a key that was cut off while it was written is as if it had never been")
    func ignoresDrafts() async throws {
        let store = try await store
        let key = try await DataKeys(store: store, wrappedBy: wrappingKey).key(for: period)
        try DurableFile.create(
            [0x7B], at: directory.path(of: "keys/ten-years.2026-12.x.key.new"))
        #expect(try await store.keys().map(\.id) == [key.id])
    }

    @Test("a file that cannot be moved to its place leaves no draft behind")
    func removesDrafts() throws {
        let place = directory.path(of: "taken")
        try FileManager.default.createDirectory(
            atPath: place, withIntermediateDirectories: false)
        #expect(throws: NotWritten.self) { try DurableFile.write([0x7B], to: place) }
        #expect(!FileManager.default.fileExists(atPath: place + DurableFile.draftSuffix))
    }

    @Test("a key file that was changed or renamed stops the start")
    func noticesChanges() async throws {
        let store = try await store
        _ = try await DataKeys(store: store, wrappedBy: wrappingKey).key(for: period)
        let folder = directory.path(of: "keys")
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
        let good = try #require(FileManager.default.contents(atPath: folder + "/" + name))
        for position in good.indices.dropLast() {
            var bad = good
            bad[position] ^= 1
            _ = FileManager.default.createFile(atPath: folder + "/" + name, contents: bad)
            await #expect(throws: KeyFailure.self) {
                try await DataKeys(store: store, wrappedBy: wrappingKey)
            }
        }
        _ = FileManager.default.createFile(atPath: folder + "/" + name, contents: good)
        _ = try await DataKeys(store: store, wrappedBy: wrappingKey)
        try FileManager.default.moveItem(
            atPath: folder + "/" + name, toPath: folder + "/ten-years.2026-12.x.key")
        await #expect(throws: KeyFailure.malformed(file: "ten-years.2026-12.x.key")) {
            try await store.keys()
        }
    }

    @Test("a store that cannot be written refuses the key")
    func refusesWithoutRoom() async throws {
        let store = try await store
        let keys = try await DataKeys(store: store, wrappedBy: wrappingKey)
        let folder = directory.path(of: "keys")
        try FileManager.default.removeItem(atPath: folder)
        try DurableFile.create([], at: folder)
        await #expect(throws: KeyFailure.self) { try await keys.key(for: period) }
    }

    @Test("a store that others could enter is closed to them when it is opened")
    func closesToOthers() async throws {
        let folder = directory.path(of: "keys")
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o755])
        _ = try await store
        #expect(try mode(folder) == 0o700)
    }

    @Test("a store whose folder went away is not an empty one")
    func noticesAbsence() async throws {
        let store = try await store
        try FileManager.default.removeItem(atPath: directory.path(of: "keys"))
        await #expect(throws: KeyFailure.unreadable) { try await store.keys() }
    }

    @Test("a path that cannot be the store is refused by its name and the reason")
    func refusesOtherPlaces() async throws {
        let file = directory.path(of: "file")
        try DurableFile.create([], at: file)
        for path in [file, file + "/keys", file + "/deeper/keys"] {
            let failure = KeyStoreFailure(path: path, reason: .notAFolder)
            await #expect(throws: failure) { try await FileKeyStore.open(at: path) }
            #expect("\(failure)".contains("\(path) is not a folder"))
        }
    }

    @Test("a key-encryption key is made once, readable by its owner alone, and read back")
    func makesAKeyFile() throws {
        let path = directory.path(of: "kek")
        let made = try KeyEncryptionKey.create(at: path)
        #expect(try mode(path) == 0o600)
        #expect(try KeyEncryptionKey(contentsOf: path).id == made.id)
        #expect(throws: KeyFileFailure.exists(path: path)) {
            try KeyEncryptionKey.create(at: path)
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        #expect(throws: KeyFileFailure.readableByOthers(path: path)) {
            try KeyEncryptionKey(contentsOf: path)
        }
    }

    @Test("a key file has its folders made, and a place where there can be none is named")
    func makesFolders() throws {
        let folder = directory.path(of: "a/b")
        _ = try KeyEncryptionKey.create(at: folder + "/kek")
        #expect(try mode(directory.path(of: "a")) == 0o700)
        #expect(try mode(folder) == 0o700)
        let below = folder + "/kek/c"
        #expect(throws: KeyFileFailure.folder(path: below, .notAFolder)) {
            try KeyEncryptionKey.create(at: below + "/kek")
        }
    }

    @Test("a file that holds no key is refused", arguments: ["", "AAAA", "not base64!"])
    func refusesOtherFiles(_ content: String) throws {
        let path = directory.path(of: "kek")
        #expect(throws: KeyFileFailure.absent(path: path)) {
            try KeyEncryptionKey(contentsOf: path)
        }
        try DurableFile.create(Array(content.utf8), at: path)
        #expect(throws: KeyFileFailure.malformed(path: path)) {
            try KeyEncryptionKey(contentsOf: path)
        }
    }
}
