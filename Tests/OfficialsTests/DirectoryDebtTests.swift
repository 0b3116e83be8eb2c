import AccessRights
import ConsultLog
import ConsultLogFakes
import Facts
import OfficialsFakes
import Testing

@testable import Officials

@Suite("what takes effect before it is logged")
struct DirectoryDebtTests {
    /// The log takes nothing of what comes next.
    private func breakLog(_ bench: DirectoryBench) async {
        await bench.logStorage.fail(.notWritten(.diskFull))
    }

    @Test("whoever has left is refused although the log takes nothing, and it is logged once")
    func deactivatesWithoutLog() async throws {
        let bench = try await DirectoryBench()
        let anna = try await bench.enter("anna", [.dpo])
        let ben = try await bench.enter("ben")
        _ = try await bench.directory.delegate(
            .dpo, from: anna.id, to: .entry(ben.id),
            until: Timestamp(milliseconds: bench.clock.now.milliseconds + 60_000),
            because: try StatedReason(parsing: "holiday"), for: bench.orderer)
        await breakLog(bench)
        await #expect(throws: DirectoryRefusal.takenUnlogged(.notWritten(.diskFull))) {
            try await bench.directory.change(
                anna.id, OfficialEdit(isActive: false), for: bench.orderer)
        }
        #expect(try await bench.standing("anna") == .ended)
        #expect(
            try await bench.standing("ben")
                == .active(since: Timestamp(milliseconds: 0), roles: []))
        #expect(
            try await bench.storage.changes(after: 0).officials.map(\.isActive) == [true, false])
        try await bench.directory.settle()
        try await bench.directory.settle()
        #expect(try await bench.logged() == [.created, .created, .deactivated])
        #expect(try await bench.loans() == [.given, .given, .ended, .ended])
        #expect(try await bench.storage.debts().isEmpty)
    }

    @Test("what a crash left unlogged is logged by the next run, and what it left logged is not")
    func paysAtStart() async throws {
        let bench = try await DirectoryBench()
        let anna = try await bench.enter("anna")
        // Logged, and not noted as such: as after a crash between the two.
        await bench.storage.failSettling(.notWritten)
        await #expect(throws: DirectoryRefusal.failed(.notWritten)) {
            try await bench.directory.remove(anna.id, for: bench.orderer)
        }
        #expect(try await bench.logged() == [.created, .removed])
        #expect(try await bench.storage.debts().count == 1)
        await bench.storage.failSettling(nil)
        let next = bench.another()
        try await next.settle()
        #expect(try await bench.storage.debts().isEmpty)
        #expect(try await bench.logged() == [.created, .removed])
    }

    @Test("an entry of which nobody could say whether it was written stands there once")
    func looksBeforePaying() async throws {
        for fault in [InMemoryConsultLogStorage.Fault.doubtfulAndKept, .doubtfulAndLost] {
            let bench = try await DirectoryBench()
            let anna = try await bench.enter("anna")
            await bench.logStorage.fail(fault)
            _ = try? await bench.directory.change(
                anna.id, OfficialEdit(isActive: false), for: bench.orderer)
            try await bench.directory.settle()
            #expect(try await bench.logged() == [.created, .deactivated])
            #expect(try await bench.storage.debts().isEmpty)
        }
    }

    @Test("a debt that does not open keeps no other from being logged, and nobody from being given")
    func unopenedDebt() async throws {
        let bench = try await DirectoryBench()
        let anna = try await bench.enter("anna")
        _ = try await bench.storage.write(
            DirectoryWrite(debts: [SealedDebt(id: bench.directory.newID(), box: [1, 2, 3])]))
        _ = try await bench.directory.change(
            anna.id, OfficialEdit(isActive: false), for: bench.orderer)
        _ = try await bench.enter("ben")
        #expect(try await bench.logged() == [.created, .deactivated, .created])
        await #expect(throws: DirectoryRefusal.failed(.damaged)) {
            try await bench.directory.settle()
        }
    }

    @Test(
        "whoever is to leave leaves while the log takes nothing of what another is given",
        .timeLimit(.minutes(1)))
    func leavesBesideGiving() async throws {
        let slow = SlowLogStorage(InMemoryConsultLogStorage())
        let log = try await LogBench(slow)
        let bench = try await DirectoryBench()
        let directory = bench.another(log: log.log)
        let anna = try await directory.enter(
            NewOfficial(userName: try OfficialID(parsing: "anna"), roles: [.dpo]),
            for: bench.orderer)
        let ben = try await directory.enter(
            NewOfficial(userName: try OfficialID(parsing: "ben")), for: bench.orderer)
        slow.hang(true)
        let lending = Task { [bench] in
            try await directory.delegate(
                .dpo, from: anna.id, to: .entry(ben.id),
                until: Timestamp(milliseconds: bench.clock.now.milliseconds + 60_000),
                because: try StatedReason(parsing: "holiday"), for: bench.orderer)
        }
        await slow.isReached()
        let leaving = Task { [bench] in
            try await directory.change(
                anna.id, OfficialEdit(isActive: false), for: bench.orderer)
        }
        while try await directory.standing(of: anna.userName) != .ended { await Task.yield() }
        slow.hang(false)
        _ = try await leaving.value
        // Nothing is lent by somebody who left while it was recorded.
        await #expect(throws: DirectoryRefusal.changedMeanwhile) { _ = try await lending.value }
        #expect(
            try await directory.standing(of: ben.userName)
                == .active(since: Timestamp(milliseconds: 0), roles: []))
    }

    @Test("no debt shows a name, and the entry names who ordered it and why")
    func sealsDebts() async throws {
        let bench = try await DirectoryBench()
        let anna = try await bench.enter("anna-of-the-town-hall")
        await breakLog(bench)
        let reason = try StatedReason(parsing: "left us")
        _ = try? await bench.directory.change(
            anna.id, OfficialEdit(isActive: false), because: reason, for: bench.orderer)
        let debts = try await bench.storage.debts()
        #expect(debts.count == 1)
        #expect(!debts.contains { String(decoding: $0.box, as: UTF8.self).contains("anna") })
        try await bench.directory.settle()
        let entry = try #require(try await bench.log.reader.entries().last?.entry)
        let keys = bench.log.keys
        #expect(
            try entry.open(.subject, using: keys).value == .subject(.official(anna.userName)))
        #expect(try entry.open(.official, using: keys).value == .official(bench.orderer.official))
        #expect(try entry.open(.reason, using: keys).value == .reason(reason))
    }

    @Test("what gives more waits for what was not logged yet")
    func keepsOrder() async throws {
        let bench = try await DirectoryBench()
        let anna = try await bench.enter("anna", [.dpo])
        await breakLog(bench)
        _ = try? await bench.directory.change(
            anna.id, OfficialEdit(isActive: false), for: bench.orderer)
        await breakLog(bench)
        await #expect(throws: DirectoryRefusal.notLogged(.notWritten(.diskFull))) {
            try await bench.directory.change(
                anna.id, OfficialEdit(isActive: true), for: bench.orderer)
        }
        #expect(try await bench.standing("anna") == .ended)
        _ = try await bench.directory.change(
            anna.id, OfficialEdit(isActive: true), for: bench.orderer)
        #expect(try await bench.logged() == [.created, .deactivated, .activated])
    }

    @Test("of a change that gives and takes, what it takes is taken first")
    func splitsChanges() async throws {
        let bench = try await DirectoryBench()
        let anna = try await bench.enter("anna", [.dpo, .operations])
        await breakLog(bench)
        _ = try? await bench.directory.change(
            anna.id, OfficialEdit(roles: [.dpo, .parkingDesk]), for: bench.orderer)
        #expect(
            try await bench.standing("anna")
                == .active(since: Timestamp(milliseconds: 0), roles: [.dpo]))
        let changed = try await bench.directory.change(
            anna.id, OfficialEdit(roles: [.dpo, .parkingDesk]), for: bench.orderer)
        #expect(changed.roles == [.dpo, .parkingDesk])
        #expect(try await bench.logged() == [.created, .rolesChanged, .rolesChanged])
    }

    @Test("when it cannot be stored nothing is owed, and nothing is logged")
    func needsStorage() async throws {
        let bench = try await DirectoryBench()
        let anna = try await bench.enter("anna")
        await bench.storage.fail(.notWritten)
        await #expect(throws: DirectoryRefusal.self) {
            try await bench.directory.change(
                anna.id, OfficialEdit(isActive: false), for: bench.orderer)
        }
        await bench.storage.fail(nil)
        try await bench.directory.settle()
        #expect(try await bench.logged() == [.created])
    }

    @Test("a change of the personnel system's own name alone is logged")
    func logsExternalID() async throws {
        let bench = try await DirectoryBench()
        let anna = try await bench.enter("anna")
        for name in ["hr-7", "hr-7", nil] {
            _ = try await bench.directory.change(
                anna.id, OfficialEdit(externalID: .some(name)), for: bench.orderer)
        }
        #expect(try await bench.logged() == [.created, .externalIDChanged, .externalIDChanged])
    }
}
