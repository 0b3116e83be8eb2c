import AccessRights
import GRDB
import Gateway
import RightsFakes
import Testing

@testable import SQLiteStorage

@Suite("Rights in SQLite")
struct RightsStorageTests {
    @Test("it keeps the contract of a storage of rights")
    func contract() async throws {
        let directory = try TemporaryDirectory()
        try await RightsStorageContract.check {
            try await SQLiteRightsStorage.open(at: directory.path + "/rights.sqlite")
        }
    }

    @Test("of many who append at once, one wins")
    func race() async throws {
        let directory = try TemporaryDirectory()
        try await RightsStorageContract.checkRace {
            try await SQLiteRightsStorage.open(at: directory.path + "/rights.sqlite")
        }
    }

    @Test(
        "terms that are not those of their hash are damage, not another right",
        arguments: [
            "UPDATE change SET terms = replace(terms, 'person.name', 'person.sex')",
            "UPDATE change SET terms = X'7b7d'", "UPDATE change SET step = 'grant'",
            "UPDATE change SET authorisation = 'beta'",
        ])
    func damage(_ statement: String) async throws {
        let directory = try TemporaryDirectory()
        let samples = try RightsSamples()
        let storage = try await SQLiteRightsStorage.open(at: directory.path + "/rights.sqlite")
        let change = try samples.change(
            .adopt, samples.authorisation(), by: "configuration")
        _ = try await storage.append([change], on: .start, owing: nil)
        try await storage.database.write { database in
            try database.execute(
                sql: statement.replacing("replace(terms", with: "replace(CAST(terms AS TEXT)")
                    .replacing("SET terms = replace", with: "SET terms = CAST(replace")
                    .replacing("'person.sex')", with: "'person.sex') AS BLOB)"))
        }
        await #expect(throws: RightsStorageFailure.damaged) {
            _ = try await storage.changes(after: .start)
        }
    }
}
