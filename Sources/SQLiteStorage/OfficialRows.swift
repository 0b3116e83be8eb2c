import AccessRights
import ConsultLog
import Facts
import Foundation
import GRDB
import Officials

/// The statements of the directory of officials, each within a transaction of the caller.
enum OfficialRows {
    /// A row that no writing of ours makes.
    struct Damaged: Error {}

    static func revision(_ database: Database) throws -> Int64 {
        try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT revision FROM change WHERE one = 1")) ?? 0
    }

    static func givesRoles(_ database: Database) throws -> Bool {
        try Bool.fetchOne(
            database.cachedStatement(sql: "SELECT givesRoles FROM change WHERE one = 1")) ?? false
    }

    static func officials(after revision: Int64, _ database: Database) throws -> [SealedOfficial] {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: "SELECT * FROM official WHERE revision > ? ORDER BY revision"),
            arguments: [revision])
        return try rows.map { row in
            SealedOfficial(
                id: DirectoryID(try uuid(row["id"])), nameCode: bytes(row["nameCode"]),
                box: bytes(row["box"]), isActive: row["isActive"], isRemoved: row["isRemoved"],
                roles: try roles(row["roles"]), created: time(row["created"]),
                modified: time(row["modified"]), acceptedSince: time(row["acceptedSince"]),
                revision: row["revision"])
        }
    }

    static func delegations(
        after revision: Int64, _ database: Database
    ) throws -> [SealedDelegation] {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: "SELECT * FROM delegation WHERE revision > ? ORDER BY revision"),
            arguments: [revision])
        return try rows.map { row in
            guard let role = OfficialRole(rawValue: row["role"]) else { throw Damaged() }
            let ended: Int64? = row["ended"]
            return SealedDelegation(
                id: DelegationID(try uuid(row["id"])), from: DirectoryID(try uuid(row["lender"])),
                to: DirectoryID(try uuid(row["borrower"])), role: role, box: bytes(row["box"]),
                made: time(row["made"]), until: time(row["until"]), ended: ended.map(time),
                revision: row["revision"])
        }
    }

    /// Writes records; `nil` when another revision of one stands there or a name is taken.
    static func write(_ records: DirectoryWrite, _ database: Database) throws -> Int64? {
        let revision = try next(database)
        for official in records.officials
        where try !write(official, revision, database) {
            return nil
        }
        if records.officials.contains(where: { !$0.roles.isEmpty }) {
            try database.execute(sql: "UPDATE change SET givesRoles = 1 WHERE one = 1")
        }
        for delegation in records.delegations
        where try !write(delegation, revision, database) {
            return nil
        }
        for debt in records.debts {
            try database.cachedStatement(sql: "INSERT INTO debt (id, box) VALUES (?, ?)")
                .execute(arguments: [Data(debt.id.bytes), Data(debt.box)])
        }
        for id in records.forgotten {
            try database.cachedStatement(sql: "DELETE FROM delegation WHERE id = ?")
                .execute(arguments: [Data(id.uuid.bytes)])
        }
        return revision
    }

    static func origin(_ database: Database) throws -> DirectoryOrigin? {
        let row = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT secretCheck, isRebuilt FROM origin"))
        return row.map {
            DirectoryOrigin(check: bytes($0["secretCheck"]), isRebuilt: $0["isRebuilt"])
        }
    }

    static func note(_ origin: DirectoryOrigin, _ database: Database) throws {
        try database.cachedStatement(
            sql: "INSERT OR IGNORE INTO origin (one, secretCheck, isRebuilt) VALUES (1, ?, ?)"
        ).execute(arguments: [Data(origin.check), origin.isRebuilt])
    }

    static func debts(_ database: Database) throws -> [SealedDebt] {
        try Row.fetchAll(database.cachedStatement(sql: "SELECT id, box FROM debt ORDER BY place"))
            .map { SealedDebt(id: try uuid($0["id"]), box: bytes($0["box"])) }
    }

    static func settle(_ debt: UUIDv7, _ database: Database) throws {
        try database.cachedStatement(sql: "DELETE FROM debt WHERE id = ?")
            .execute(arguments: [Data(debt.bytes)])
    }

    /// Whether an official could be written.
    private static func write(
        _ official: SealedOfficial, _ revision: Int64, _ database: Database
    ) throws -> Bool {
        let id = Data(official.id.uuid.bytes)
        guard try known(id, in: "official", database) == official.revision else { return false }
        if !official.isRemoved {
            let bearers = try Int.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT COUNT(*) FROM official
                        WHERE nameCode = ? AND NOT isRemoved AND id <> ?
                        """),
                arguments: [Data(official.nameCode), id])
            guard bearers == 0 else { return false }
        }
        try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO official
                    (id, nameCode, box, isActive, isRemoved, roles, created, modified,
                     acceptedSince, revision)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            id, Data(official.nameCode), Data(official.box), official.isActive,
            official.isRemoved, official.roles.map(\.rawValue).sorted().joined(separator: " "),
            official.created.milliseconds, official.modified.milliseconds,
            official.acceptedSince.milliseconds, revision,
        ])
        return true
    }

    private static func write(
        _ delegation: SealedDelegation, _ revision: Int64, _ database: Database
    ) throws -> Bool {
        let id = Data(delegation.id.uuid.bytes)
        guard try known(id, in: "delegation", database) == delegation.revision else {
            return false
        }
        try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO delegation
                    (id, lender, borrower, role, box, made, until, ended, revision)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            id, Data(delegation.from.uuid.bytes), Data(delegation.to.uuid.bytes),
            delegation.role.rawValue, Data(delegation.box), delegation.made.milliseconds,
            delegation.until.milliseconds, delegation.ended?.milliseconds, revision,
        ])
        return true
    }

    /// The revision of the row, 0 when there is none.
    private static func known(_ id: Data, in table: String, _ database: Database) throws -> Int64 {
        try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT revision FROM \(table) WHERE id = ?"),
            arguments: [id]) ?? 0
    }

    private static func next(_ database: Database) throws -> Int64 {
        try database.execute(sql: "UPDATE change SET revision = revision + 1 WHERE one = 1")
        return try revision(database)
    }

    private static func uuid(_ data: Data) throws -> UUIDv7 {
        guard let uuid = UUIDv7(bytes: data) else { throw Damaged() }
        return uuid
    }

    private static func roles(_ text: String) throws -> Set<OfficialRole> {
        Set(
            try text.split(separator: " ").map { name in
                guard let role = OfficialRole(rawValue: String(name)) else { throw Damaged() }
                return role
            })
    }

    private static func bytes(_ data: Data) -> [UInt8] { Array(data) }

    private static func time(_ milliseconds: Int64) -> Timestamp {
        Timestamp(milliseconds: milliseconds)
    }
}
