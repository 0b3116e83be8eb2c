import AccessRights
public import Gateway
import Testing

/// What every storage of rights keeps, whatever it is made of.
public enum RightsStorageContract {
    private static let dpo = "official:00112233445566778899aabbccddeeff"
    private static let record = "01234567-89ab-7def-8123-456789abcdef"

    /// - Parameter open: opens the same, empty store anew with each call, as another process does.
    public static func check(
        _ open: () async throws -> any RightsStorage
    ) async throws {
        let samples = try RightsSamples()
        let (one, other) = (try await open(), try await open())
        #expect(try await one.revision() == .start)
        #expect(try await one.note(check: [1, 2]) == [1, 2])
        #expect(try await other.note(check: [3]) == [1, 2])
        let terms = try samples.authorisation()
        let first = try [
            samples.change(.draft, terms, by: Self.dpo, recorded: Self.record),
            samples.change(.submit, terms, by: Self.dpo, at: 1),
        ]
        #expect(try await one.append(first, on: .start, owing: nil))
        // Everybody sees it, and nobody appends on top of what is no longer the last.
        #expect(try await other.revision() == RightsRevision(2))
        #expect(try await other.changes(after: .start) == first)
        let approval = try samples.change(
            .approve, terms, by: "application:1990000134:commission", at: 2)
        for revision in [0, 1, 3] {
            let isAppended = try await other.append(
                [approval], on: RightsRevision(Int64(revision)), owing: nil)
            #expect(!isAppended)
        }
        #expect(try await one.revision() == RightsRevision(2))
        #expect(try await other.append([approval], on: RightsRevision(2), owing: nil))
        #expect(try await one.changes(after: RightsRevision(2)) == [approval])
        #expect(try await one.unlogged(in: "one").isEmpty)
        let debt = RightsDebt(log: "one", box: [1, 2, 3])
        let end = try samples.change(.revoke, terms, by: "machine", at: 3, recorded: Self.record)
        #expect(try await one.append([end], on: RightsRevision(3), owing: debt))
        let owed = OwedRightsChange(revision: RightsRevision(4), change: end, debt: debt)
        #expect(try await other.unlogged(in: "one") == [owed])
        #expect(try await other.unlogged(in: "other").isEmpty)
        try await other.markLogged(RightsRevision(4))
        try await other.markLogged(RightsRevision(4))
        #expect(try await one.unlogged(in: "one").isEmpty)
        #expect(try await one.changes(after: .start) == first + [approval, end])
    }

    /// Of many who append on one revision, one wins.
    public static func checkRace(
        _ open: () async throws -> any RightsStorage
    ) async throws {
        let samples = try RightsSamples()
        let storages = [try await open(), try await open()]
        let winners = try await withThrowingTaskGroup(of: Bool.self) { tasks in
            for index in 0..<16 {
                let change = try samples.change(
                    .draft, samples.authorisation("right-\(index)"), by: Self.dpo)
                tasks.addTask {
                    try await storages[index % 2].append([change], on: .start, owing: nil)
                }
            }
            return try await tasks.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(winners == 1)
        #expect(try await storages[0].revision() == RightsRevision(1))
    }
}
