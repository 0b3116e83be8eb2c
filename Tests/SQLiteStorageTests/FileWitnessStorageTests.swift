import ConsultLog
import Foundation
import LogProofs
import SQLiteStorage
import TestSupport
import Testing
import TransparencyLogs
import WitnessFakes

@Suite("the records of a witness in files")
struct FileWitnessStorageTests {
    private let folder: TemporaryFolder
    private let samples = WitnessSamples()
    init() throws { folder = try TemporaryFolder() }

    private func open() async throws -> FileWitnessStorage {
        try await FileWitnessStorage.open(at: folder.path + "/records")
    }

    @Test("the files keep the promises of the port", arguments: WitnessStorageContract.checks)
    func keepsPromises(check: WitnessStorageContract.Check) async throws {
        #expect(try await check.violations(open()) == [])
    }

    @Test("a record is there after a restart, in a file for its owner alone")
    func survivesRestart() async throws {
        let record = try samples.record(of: 20, at: 77)
        #expect(try await open().replace(nil, with: record))
        #expect(try await open().record(of: samples.origin) == record)
        let attributes = try FileManager.default.attributesOfItem(atPath: file())
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }

    @Test("a record of which one bit changed is damaged, and never absent or another one")
    func noticesEveryFlip() async throws {
        let storage = try await open()
        #expect(try await storage.replace(nil, with: samples.record(of: 20, at: 77)))
        let file = try file()
        let bytes = try Data(contentsOf: URL(filePath: file))
        for position in bytes.indices {
            var changed = bytes
            changed[position] ^= 1 << (position % 8)
            try changed.write(to: URL(filePath: file))
            await #expect(throws: StorageFailure.unreadable, "byte \(position)") {
                try await storage.record(of: samples.origin)
            }
        }
        for length in stride(from: 0, to: bytes.count, by: 7) {
            try bytes.prefix(length).write(to: URL(filePath: file))
            await #expect(throws: StorageFailure.unreadable, "\(length) bytes") {
                try await storage.replace(nil, with: samples.record(of: 1, at: 1))
            }
        }
    }

    @Test("a record that stands under another log's name is damaged")
    func noticesSwap() async throws {
        let storage = try await open()
        #expect(try await storage.replace(nil, with: samples.record(of: 20, at: 77)))
        let first = try file()
        let bytes = try Data(contentsOf: URL(filePath: first))
        let other = WitnessSamples(log: "log.example/other")
        #expect(try await storage.replace(nil, with: other.record(of: 20, at: 77)))
        for path in try files() { try bytes.write(to: URL(filePath: path)) }
        await #expect(throws: StorageFailure.unreadable) {
            try await storage.record(of: other.origin)
        }
        #expect(try await storage.record(of: samples.origin) != nil)
    }

    @Test("a draft that a crash left behind is no record, and not in the way")
    func survivesCrash() async throws {
        let storage = try await open()
        let first = try samples.record(of: 20, at: 77)
        #expect(try await storage.replace(nil, with: first))
        try Data("half a rec".utf8).write(to: URL(filePath: try file() + ".new"))
        #expect(try await open().record(of: samples.origin) == first)
        #expect(try await open().replace(first, with: samples.record(of: 30, at: 78)))
    }

    @Test("what cannot be written is said, and the old record stays")
    func saysWhatFails() async throws {
        let storage = try await open()
        let first = try samples.record(of: 20, at: 77)
        #expect(try await storage.replace(nil, with: first))
        // A folder in the place of the draft cannot be taken away or written.
        let draft = try file() + ".new"
        try FileManager.default.createDirectory(atPath: draft, withIntermediateDirectories: false)
        await #expect(throws: StorageFailure.self) {
            try await storage.replace(first, with: samples.record(of: 30, at: 78))
        }
        #expect(try await storage.record(of: samples.origin) == first)
    }

    private func files() throws -> [String] {
        let records = folder.path + "/records"
        return try FileManager.default.contentsOfDirectory(atPath: records)
            .filter { $0.hasSuffix(".record") }.map { records + "/" + $0 }
    }

    private func file() throws -> String { try #require(try files().first) }
}
