import Facts
import Foundation
import Gateway
import ParkingCards
import SQLiteStorage
import Testing

@Suite("Every card register keeps the same promises")
struct CardStorageTests {
    enum Kind: String, CaseIterable, Sendable {
        case memory, sqlite
    }

    private func withRegister(
        _ kind: Kind, _ body: (any CardStorage) async throws -> Void
    ) async throws {
        switch kind {
        case .memory: try await body(MemoryCardStorage())
        case .sqlite:
            let folder = FileManager.default.temporaryDirectory
                .appending(path: "cards-\(UUID().uuidString)")
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let register = try await SQLiteCardStorage.open(
                at: folder.appending(path: "cards.sqlite").path(), key: World.cardKey)
            try await body(register)
            await register.close()
        }
    }

    private let household: Set<Pseudonym> = [World.holder, World.spouse]

    @Test("cards count by holder, municipality and day", arguments: Kind.allCases)
    func counting(_ kind: Kind) async throws {
        try await withRegister(kind) { register async throws in
            let quota = CardQuota(of: 2, together: household)
            let card = World.card(
                1, of: World.spouse, plate: World.plate,
                validity: World.period("2026-01-01", "2026-12-31"))
            #expect(try await register.record(card, within: quota) == .recorded(rank: 1))
            let elsewhere = try NISCode(parsing: "21001")
            func live(_ holders: Set<Pseudonym>, _ code: NISCode, _ day: String)
                async throws -> Int
            {
                try await register.liveCards(of: holders, .resident, in: code, on: World.day(day))
            }
            #expect(try await live(household, World.schaerbeek, "2026-12-31") == 1)
            #expect(try await live(household, World.schaerbeek, "2025-12-31") == 1)
            #expect(try await live(household, World.schaerbeek, "2027-01-01") == 0)
            #expect(try await live([World.holder], World.schaerbeek, "2026-12-31") == 0)
            #expect(try await live([], World.schaerbeek, "2026-12-31") == 0)
            #expect(try await live(household, elsewhere, "2026-12-31") == 0)
        }
    }

    @Test("a plate has one card in a municipality, until it expires", arguments: Kind.allCases)
    func plates(_ kind: Kind) async throws {
        try await withRegister(kind) { register async throws in
            let quota = CardQuota(of: 9, together: [])
            func card(_ number: UInt64, _ from: String, _ until: String) -> Card {
                World.card(
                    number, of: World.pseudonym(UInt8(number)), plate: World.plate,
                    validity: World.period(from, until))
            }
            let first = card(1, "2025-01-01", "2025-12-31")
            #expect(try await register.record(first, within: quota) == .recorded(rank: 1))
            let second = card(2, "2025-12-31", "2026-12-30")
            #expect(try await register.record(second, within: quota) == .plateHasCard)
            let third = card(3, "2026-01-01", "2026-12-31")
            #expect(try await register.record(third, within: quota) == .recorded(rank: 1))
            func isFree(_ day: String) async throws -> Bool {
                try await register.isFree(
                    World.plate, in: World.schaerbeek, on: World.day(day))
            }
            #expect(try await !isFree("2026-12-31"))
            #expect(try await isFree("2027-01-01"))
        }
    }

    @Test("recording the same card again changes nothing", arguments: Kind.allCases)
    func again(_ kind: Kind) async throws {
        try await withRegister(kind) { register async throws in
            let quota = CardQuota(of: 1, together: household)
            let card = World.card(1, of: World.holder, plate: World.plate)
            #expect(try await register.record(card, within: quota) == .recorded(rank: 1))
            #expect(try await register.record(card, within: quota) == .recorded(rank: 1))
            let other = World.card(2, of: World.spouse, plate: World.plate("1OTHER1"))
            #expect(try await register.record(other, within: quota) == .quotaExceeded(live: 1))
        }
    }

    @Test("the holder counts, though the quota forgot to name them", arguments: Kind.allCases)
    func holderCounts(_ kind: Kind) async throws {
        try await withRegister(kind) { register async throws in
            let quota = CardQuota(of: 1, together: [])
            let first = World.card(1, of: World.holder, plate: World.plate("1AAA001"))
            let second = World.card(2, of: World.holder, plate: World.plate("1AAA002"))
            #expect(try await register.record(first, within: quota) == .recorded(rank: 1))
            #expect(try await register.record(second, within: quota) == .quotaExceeded(live: 1))
        }
    }

    @Test(
        "of many at once, exactly as many succeed as there is room for",
        arguments: Kind.allCases, [(1, 3), (2, 3), (20, 3), (20, 0), (64, 10), (5, 5)])
    func contention(_ kind: Kind, _ size: (attempts: Int, room: Int)) async throws {
        try await withRegister(kind) { register async throws in
            let quota = CardQuota(of: size.room, together: household)
            let outcomes = try await withThrowingTaskGroup(of: CardRecording.self) { group in
                for number in 0..<size.attempts {
                    group.addTask {
                        try await register.record(
                            World.card(
                                UInt64(number),
                                of: number.isMultiple(of: 2) ? World.holder : World.spouse,
                                plate: World.plate("1RACE\(number)")),
                            within: quota)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let ranks = outcomes.compactMap { outcome -> Int? in
                if case .recorded(let rank) = outcome { rank } else { nil }
            }
            let granted = min(size.attempts, size.room)
            #expect(ranks.sorted() == Array(1..<(granted + 1)))
            #expect(
                outcomes.count { $0 == .quotaExceeded(live: size.room) }
                    == size.attempts - granted)
            let live = try await register.liveCards(
                of: household, .resident, in: World.schaerbeek, on: World.decisionDay)
            #expect(live == granted)
        }
    }

    @Test("of many cards for one plate at once, one succeeds", arguments: Kind.allCases)
    func plateContention(_ kind: Kind) async throws {
        try await withRegister(kind) { register async throws in
            let outcomes = try await withThrowingTaskGroup(of: CardRecording.self) { group in
                for number in 1...20 {
                    group.addTask {
                        try await register.record(
                            World.card(
                                UInt64(number), of: World.pseudonym(UInt8(number)),
                                plate: World.plate),
                            within: CardQuota(of: 2, together: []))
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == .recorded(rank: 1) } == 1)
            #expect(outcomes.count { $0 == .plateHasCard } == 19)
        }
    }
}
