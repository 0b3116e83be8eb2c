import AccessRights
import ConsultLog
import ConsultLogFakes
import Crypto
import Facts
import OfficialsFakes
import Testing

@testable import Officials

@Suite("the directory of officials")
struct DirectoryTests {
    private let clock = HandClock()
    private let storage = InMemoryOfficialsStorage()
    private let bench: LogBench
    private let directory: OfficialDirectory
    private let orderer: Orderer

    init() async throws {
        bench = try await LogBench(InMemoryConsultLogStorage())
        orderer = Orderer(official: try OfficialID(parsing: "application:hr"))
        directory = Self.directory(storage, bench.log, clock)
    }

    private static func directory(
        _ storage: InMemoryOfficialsStorage, _ log: ConsultLog, _ clock: HandClock
    ) -> OfficialDirectory {
        OfficialDirectory(
            storage,
            key: DirectoryKey(secret: SymmetricKey(data: [UInt8](repeating: 3, count: 32))),
            log: log, now: { clock.now }, clock: { clock.instant })
    }

    private func enter(_ name: String, _ roles: Set<OfficialRole> = []) async throws -> Official {
        try await directory.enter(
            NewOfficial(userName: try OfficialID(parsing: name), roles: roles), for: orderer)
    }

    private func standing(_ name: String) async throws -> OfficialStanding {
        try await directory.standing(of: try OfficialID(parsing: name))
    }

    @Test("whoever was entered is found by name and by id, and every step is in the log")
    func enters() async throws {
        let anna = try await enter("anna", [.dpo])
        #expect(try await directory.official(anna.id) == anna)
        #expect(try await directory.official(named: anna.userName) == anna)
        let ever = Timestamp(milliseconds: 0)
        #expect(try await standing("anna") == .active(since: ever, roles: [.dpo]))
        #expect(try await standing("nobody") == .unknown)
        await #expect(throws: DirectoryRefusal.nameTaken) { try await enter("anna") }
        let entries = try await bench.reader.entries().map(\.entry)
        #expect(entries.map(\.kind) == [.officialChanged])
        let subject = try entries[0].open(.subject, using: bench.keys)
        #expect(subject.value == .subject(.official(anna.userName)))
        let text = String(decoding: entries[0].bytes, as: UTF8.self)
        #expect(!text.contains("anna"))
    }

    @Test("roles that were given once are asked for, also when the last one was taken away")
    func lastRole() async throws {
        let ben = try await enter("ben")
        #expect(try await !directory.givesRoles())
        let anna = try await enter("anna", [.dpo])
        #expect(try await directory.givesRoles())
        _ = try await directory.change(anna.id, OfficialEdit(roles: []), for: orderer)
        #expect(try await directory.givesRoles())
        try await directory.remove(anna.id, for: orderer)
        try await directory.remove(ben.id, for: orderer)
        #expect(try await directory.givesRoles())
        // Who opens it later knows too.
        #expect(try await Self.directory(storage, bench.log, clock).givesRoles())
    }

    @Test("nothing that is kept shows a name")
    func hidesNames() async throws {
        _ = try await enter("anna-of-the-town-hall")
        let kept = try await storage.changes(after: 0).officials
        #expect(!"\(kept)".contains("anna"))
        #expect(kept[0].box.count == 12 + 128 + 16)
    }

    @Test("whoever left is refused at once, and their old tokens when they come back")
    func deactivates() async throws {
        let anna = try await enter("anna", [.dpo])
        clock.pass(.seconds(10))
        _ = try await directory.change(anna.id, OfficialEdit(isActive: false), for: orderer)
        #expect(try await standing("anna") == .ended)
        clock.pass(.seconds(10))
        _ = try await directory.change(anna.id, OfficialEdit(isActive: true), for: orderer)
        #expect(try await standing("anna") == .active(since: clock.now, roles: [.dpo]))
        try await directory.remove(anna.id, for: orderer)
        #expect(try await standing("anna") == .ended)
        #expect(try await directory.official(anna.id) == nil)
        #expect(try await storage.changes(after: 0).officials.map(\.box) == [[]])
        await #expect(throws: DirectoryRefusal.unknown) {
            try await directory.remove(anna.id, for: orderer)
        }
        let again = try await enter("anna")
        #expect(again.id != anna.id)
        #expect(try await standing("anna") == .active(since: clock.now, roles: []))
    }

    @Test("what another process changes is known within half a second")
    func followsOthers() async throws {
        let anna = try await enter("anna")
        let other = Self.directory(storage, bench.log, clock)
        #expect(try await other.standing(of: anna.userName).roles == [])
        _ = try await directory.change(anna.id, OfficialEdit(isActive: false), for: orderer)
        clock.pass(.milliseconds(500))
        #expect(try await other.standing(of: anna.userName) == .ended)
    }

    @Test("when it cannot be read any more nobody is let in")
    func failsClosed() async throws {
        let anna = try await enter("anna")
        await storage.fail(.unreadable)
        #expect(try await directory.standing(of: anna.userName) != .ended)
        clock.pass(.milliseconds(500))
        await #expect(throws: OfficialsFailure.unreadable) {
            try await directory.standing(of: anna.userName)
        }
    }

    @Test("a role that was lent counts until its end, or until one of the two leaves")
    func delegates() async throws {
        let anna = try await enter("anna", [.dpo])
        let ben = try await enter("ben", [.parkingDesk])
        let reason = try StatedReason(parsing: "holiday")
        let until = Timestamp(milliseconds: clock.now.milliseconds + 60_000)
        func lend() async throws -> Delegation {
            try await directory.delegate(
                .dpo, from: anna.id, to: .entry(ben.id), until: until, because: reason, for: orderer
            )
        }
        let loan = try await lend()
        #expect(try await standing("ben").roles == [.dpo, .parkingDesk])
        #expect(try await directory.delegations(of: anna.id) == [loan])
        try await directory.end(loan.id, because: reason, for: orderer)
        #expect(try await standing("ben").roles == [.parkingDesk])
        _ = try await lend()
        _ = try await directory.change(anna.id, OfficialEdit(isActive: false), for: orderer)
        #expect(try await standing("ben").roles == [.parkingDesk])
        _ = try await directory.change(anna.id, OfficialEdit(isActive: true), for: orderer)
        #expect(try await standing("ben").roles == [.parkingDesk])
        _ = try await lend()
        clock.pass(.seconds(60))
        #expect(try await standing("ben").roles == [.parkingDesk])
        let kinds = try await bench.reader.entries().map(\.entry.kind)
        #expect(kinds.filter { $0 == .delegationChanged }.count == 10)
    }

    @Test("nobody lends what they do not have, to nobody, to themselves, or for ever")
    func refusesDelegations() async throws {
        let anna = try await enter("anna", [.dpo])
        let ben = try await enter("ben")
        let reason = try StatedReason(parsing: "holiday")
        func lend(
            _ role: OfficialRole, _ from: Official, _ to: DirectoryID, _ seconds: Int64
        ) async throws {
            _ = try await directory.delegate(
                role, from: from.id, to: .entry(to),
                until: Timestamp(milliseconds: clock.now.milliseconds + seconds * 1000),
                because: reason, for: orderer)
        }
        await #expect(throws: DirectoryRefusal.mayNotDelegate) {
            try await lend(.parkingDesk, anna, ben.id, 60)
        }
        await #expect(throws: DirectoryRefusal.mayNotDelegate) {
            try await lend(.dpo, anna, anna.id, 60)
        }
        await #expect(throws: DirectoryRefusal.wrongEnd) { try await lend(.dpo, anna, ben.id, 0) }
        await #expect(throws: DirectoryRefusal.wrongEnd) {
            try await lend(.dpo, anna, ben.id, 367 * 86_400)
        }
        try await lend(.dpo, anna, ben.id, 60)
        // What was lent is not lent on.
        await #expect(throws: DirectoryRefusal.mayNotDelegate) {
            try await lend(.dpo, ben, anna.id, 60)
        }
    }

    @Test("without the log nobody is given anything")
    func needsLog() async throws {
        let anna = try await enter("anna")
        await bench.log.close()
        await #expect(throws: DirectoryRefusal.notLogged(.notWritten(.closed))) {
            try await directory.change(anna.id, OfficialEdit(roles: [.dpo]), for: orderer)
        }
        #expect(try await standing("anna").roles == [])
    }

    @Test("the storage in memory keeps the contract", arguments: OfficialsStorageContract.checks)
    func keepsContract(_ check: OfficialsStorageContract.Check) async throws {
        #expect(try await check.violations(InMemoryOfficialsStorage()) == [])
    }
}

extension OfficialStanding {
    fileprivate var roles: Set<OfficialRole>? {
        if case .active(_, let roles) = self { roles } else { nil }
    }
}
