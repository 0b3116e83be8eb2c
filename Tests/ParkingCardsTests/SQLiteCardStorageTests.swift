import Facts
import Foundation
import GRDB
import ParkingCards
import Testing

@testable import SQLiteStorage

@Suite("The card register on disk")
struct SQLiteCardStorageTests {
    private func withFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "cards-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    @Test("the live writer waits for the disk")
    func synchronous() async throws {
        try await withFolder { folder async throws in
            let register = try await SQLiteCardStorage.open(
                at: folder.appending(path: "cards.sqlite").path(), key: World.cardKey)
            #expect(try await register.database.synchronousOfWriter() == 2)
            await register.close()
        }
    }

    @Test("cards outlive the process")
    func reopening() async throws {
        try await withFolder { folder async throws in
            let path = folder.appending(path: "cards.sqlite").path()
            let card = World.card(1, of: World.holder, plate: World.plate)
            let quota = CardQuota(of: 1, together: [])
            _ = try await SQLiteCardStorage.open(at: path, key: World.cardKey).record(
                card, within: quota)
            let reopened = try await SQLiteCardStorage.open(at: path, key: World.cardKey)
            #expect(try await reopened.record(card, within: quota) == .recorded(rank: 1))
            #expect(
                try await !reopened.isFree(
                    World.plate, in: World.schaerbeek, on: World.decisionDay))
        }
    }

    @Test("two openings of one file share one quota")
    func twoWriters() async throws {
        try await withFolder { folder async throws in
            let path = folder.appending(path: "cards.sqlite").path()
            let registers = [
                try await SQLiteCardStorage.open(at: path, key: World.cardKey),
                try await SQLiteCardStorage.open(at: path, key: World.cardKey),
            ]
            let quota = CardQuota(of: 3, together: [])
            let outcomes = try await withThrowingTaskGroup(of: CardRecording.self) { group in
                for number in 0..<20 {
                    let register = registers[number % 2]
                    group.addTask {
                        try await register.record(
                            World.card(
                                UInt64(number), of: World.holder,
                                plate: World.plate("1RACE\(number)")),
                            within: quota)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == .quotaExceeded(live: 3) } == 17)
        }
    }

    @Test("a file that is no database, or a folder that is not there, is no register")
    func unusable() async throws {
        try await withFolder { folder async throws in
            let file = folder.appending(path: "noise.sqlite")
            try Data(repeating: 0x41, count: 4096).write(to: file)
            await #expect(throws: OpeningFailure.self) {
                try await SQLiteCardStorage.open(at: file.path(), key: World.cardKey)
            }
            await #expect(throws: OpeningFailure.self) {
                try await SQLiteCardStorage.open(
                    at: folder.appending(path: "absent/cards.sqlite").path(), key: World.cardKey)
            }
        }
    }

    @Test("a failed write leaves no card")
    func failedWrite() async throws {
        try await withFolder { folder async throws in
            let register = try await SQLiteCardStorage.open(
                at: folder.appending(path: "cards.sqlite").path(), key: World.cardKey)
            try await register.database.write {
                try $0.execute(sql: "PRAGMA query_only = 1")
            }
            let card = World.card(1, of: World.holder, plate: World.plate)
            await #expect(throws: CardStorageFailure.unavailable) {
                try await register.record(card, within: CardQuota(of: 2, together: []))
            }
            #expect(
                try await register.isFree(
                    World.plate, in: World.schaerbeek, on: World.decisionDay))
        }
    }
}
