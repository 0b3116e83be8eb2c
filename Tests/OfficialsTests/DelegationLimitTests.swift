import AccessRights
import ConsultLog
import Facts
import OfficialsFakes
import Testing

@testable import Officials

@Suite("how much may be lent")
struct DelegationLimitTests {
    private func lend(
        _ bench: DirectoryBench, from: Official, to: Borrower, seconds: Int64 = 60
    ) async throws -> Delegation {
        try await bench.directory.delegate(
            .dpo, from: from.id, to: to,
            until: Timestamp(milliseconds: bench.clock.now.milliseconds + seconds * 1000),
            because: try StatedReason(parsing: "holiday"), for: bench.orderer)
    }

    @Test("somebody gives as many as the limit says, and then none until one is over")
    func limitsGiven() async throws {
        let bench = try await DirectoryBench()
        let anna = try await bench.enter("anna", [.dpo])
        var loans: [Delegation] = []
        for number in 0..<Delegation.mostGiven {
            let other = try await bench.enter("other-\(number)")
            loans.append(try await lend(bench, from: anna, to: .entry(other.id)))
        }
        let ben = try await bench.enter("ben")
        await #expect(throws: DirectoryRefusal.tooMany) {
            try await lend(bench, from: anna, to: .entry(ben.id))
        }
        // Nor does it tell then who is known.
        await #expect(throws: DirectoryRefusal.tooMany) {
            try await lend(bench, from: anna, to: .named(try OfficialID(parsing: "nobody")))
        }
        try await bench.directory.end(loans[0].id, because: nil, for: bench.orderer)
        _ = try await lend(bench, from: anna, to: .entry(ben.id))
    }

    @Test("somebody has as many as the limit says")
    func limitsHeld() async throws {
        let bench = try await DirectoryBench()
        let ben = try await bench.enter("ben")
        for number in 0..<Delegation.mostHeld {
            let other = try await bench.enter("other-\(number)", [.dpo])
            _ = try await lend(bench, from: other, to: .entry(ben.id))
        }
        let anna = try await bench.enter("anna", [.dpo])
        await #expect(throws: DirectoryRefusal.tooMany) {
            try await lend(bench, from: anna, to: .entry(ben.id))
        }
    }

    @Test("orders that come at once do not pass the limit together")
    func limitsTogether() async throws {
        let bench = try await DirectoryBench()
        let anna = try await bench.enter("anna", [.dpo])
        let ben = try await bench.enter("ben")
        let given = await withTaskGroup(of: Bool.self) { tasks in
            for _ in 0..<(Delegation.mostGiven + 10) {
                tasks.addTask {
                    (try? await lend(bench, from: anna, to: .entry(ben.id))) != nil
                }
            }
            return await tasks.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(given == Delegation.mostGiven)
    }

    @Test("what is over is not kept: the log has it")
    func forgets() async throws {
        let bench = try await DirectoryBench()
        let anna = try await bench.enter("anna", [.dpo])
        let ben = try await bench.enter("ben")
        for _ in 0..<5 {
            let loan = try await lend(bench, from: anna, to: .entry(ben.id))
            try await bench.directory.end(loan.id, because: nil, for: bench.orderer)
        }
        _ = try await lend(bench, from: anna, to: .entry(ben.id))
        bench.clock.pass(.seconds(60))
        _ = try await lend(bench, from: anna, to: .entry(ben.id))
        #expect(try await bench.storage.changes(after: 0).delegations.count == 1)
        #expect(try await bench.loans().count == 24)
    }

    @Test("unknown, inactive, gone or oneself: the refusal is the same, and their number bounded")
    func tellsNothing() async throws {
        let bench = try await DirectoryBench()
        let anna = try await bench.enter("anna", [.dpo])
        let ben = try await bench.enter("ben")
        let left = try await bench.enter("left")
        _ = try await bench.directory.change(
            left.id, OfficialEdit(isActive: false), for: bench.orderer)
        let gone = try await bench.enter("gone")
        try await bench.directory.remove(gone.id, for: bench.orderer)
        let names = ["nobody", "left", "gone", "anna"]
        for number in 0..<Delegation.mostMisses {
            let name = try OfficialID(parsing: names[number % names.count])
            await #expect(throws: DirectoryRefusal.mayNotDelegate) {
                try await lend(bench, from: anna, to: .named(name))
            }
        }
        for name in names + ["ben"] {
            await #expect(throws: DirectoryRefusal.tooMany) {
                try await lend(bench, from: anna, to: .named(try OfficialID(parsing: name)))
            }
        }
        bench.clock.pass(Delegation.missesAreKept)
        _ = try await lend(bench, from: anna, to: .named(ben.userName))
    }

    @Test("a loan whose role was taken away does not come back with the role")
    func endsWithRole() async throws {
        let bench = try await DirectoryBench()
        let anna = try await bench.enter("anna", [.dpo])
        let ben = try await bench.enter("ben")
        _ = try await lend(bench, from: anna, to: .entry(ben.id))
        for roles: Set<OfficialRole> in [[], [.dpo]] {
            _ = try await bench.directory.change(
                anna.id, OfficialEdit(roles: roles), for: bench.orderer)
        }
        #expect(try await bench.directory.delegations(of: anna.id).isEmpty)
        #expect(try await bench.loans() == [.given, .given, .ended, .ended])
    }
}
