import AccessRights
import Foundation
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

    @Test("a storage of before names nobody any more once it is opened")
    func hidesActors() async throws {
        let directory = try TemporaryDirectory()
        let path = directory.path + "/rights.sqlite"
        let terms = try RightsSamples().authorisation()
        let earlier = try DatabaseQueue(path: path)
        try RightsSchema.migrator.migrate(earlier, upTo: "rights")
        try await earlier.write { database in
            for (revision, actor) in [(1, "configuration"), (2, "85.07.30-033.28")] {
                try database.execute(
                    sql: "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, 5, 20000, ?, 1)",
                    arguments: [
                        revision, terms.id.text, revision == 1 ? "adopt" : "revoke",
                        terms.hash.hexadecimal,
                        revision == 1 ? Data(terms.canonicalJSON) : nil, actor, "complaint 12",
                    ])
            }
        }
        try earlier.close()
        let storage = try await SQLiteRightsStorage.open(at: path)
        let changes = try await storage.changes(after: .start)
        #expect(changes.map(\.actor) == [.configuration, .machine])
        #expect(changes.map(\.step) == [.adopt, .revoke])
        #expect(try await storage.unlogged(in: "").isEmpty)
        await storage.close()
        let bytes = try #require(FileManager.default.contents(atPath: path))
        for text in ["85.07.30", "complaint"] {
            #expect(bytes.range(of: Data(text.utf8)) == nil)
        }
    }
}
