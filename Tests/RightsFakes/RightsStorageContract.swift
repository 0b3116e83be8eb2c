import AccessRights
public import Gateway
import Testing

/// What every storage of rights keeps, whatever it is made of.
public enum RightsStorageContract {
    /// - Parameter open: opens the same, empty store anew with each call, as another process does.
    public static func check(
        _ open: () async throws -> any RightsStorage
    ) async throws {
        let samples = try RightsSamples()
        let (one, other) = (try await open(), try await open())
        #expect(try await one.revision() == .start)
        let terms = try samples.authorisation()
        let first = try [
            samples.change(.draft, terms, by: "application:dpo", because: "asked for"),
            samples.change(.submit, terms, by: "application:dpo", at: 1),
        ]
        #expect(try await one.append(first, on: .start, areLogged: true))
        // Everybody sees it, and nobody appends on top of what is no longer the last.
        #expect(try await other.revision() == RightsRevision(2))
        #expect(try await other.changes(after: .start) == first)
        let approval = try samples.change(.approve, terms, by: "application:commission", at: 2)
        for revision in [0, 1, 3] {
            let isAppended = try await other.append(
                [approval], on: RightsRevision(Int64(revision)), areLogged: true)
            #expect(!isAppended)
        }
        #expect(try await one.revision() == RightsRevision(2))
        #expect(try await other.append([approval], on: RightsRevision(2), areLogged: true))
        #expect(try await one.changes(after: RightsRevision(2)) == [approval])
        #expect(try await one.unlogged().isEmpty)
        let end = try samples.change(.revoke, terms, by: "unix:1000", at: 3)
        #expect(try await one.append([end], on: RightsRevision(3), areLogged: false))
        let owed = PlacedRightsChange(revision: RightsRevision(4), change: end)
        #expect(try await other.unlogged() == [owed])
        try await other.markLogged(RightsRevision(4))
        try await other.markLogged(RightsRevision(4))
        #expect(try await one.unlogged().isEmpty)
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
                    .draft, samples.authorisation("right-\(index)"), by: "application:dpo")
                tasks.addTask {
                    try await storages[index % 2].append([change], on: .start, areLogged: true)
                }
            }
            return try await tasks.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(winners == 1)
        #expect(try await storages[0].revision() == RightsRevision(1))
    }
}
