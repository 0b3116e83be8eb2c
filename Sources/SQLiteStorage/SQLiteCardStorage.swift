import ConsultLog
public import Facts
import Foundation
import GRDB
public import Gateway
public import ParkingCards

/// Keeps the register of parking cards and the dossiers of their lives in an SQLite database of its
/// own.
public struct SQLiteCardStorage: CardStorage {
    let database: DurableDatabase
    let key: CardKey

    var rows: LifeRows { LifeRows(key: key) }

    /// Opens or makes the database.
    ///
    /// - Parameter key: hides the plates and the dossiers; another one finds nothing.
    /// - Throws: ``OpeningFailure``, also when the live writer does not have `synchronous=FULL`.
    public static func open(
        at path: String, key: CardKey
    ) async throws(OpeningFailure) -> SQLiteCardStorage {
        SQLiteCardStorage(
            database: try await DurableDatabase.open(at: path, CardSchema.migrator(key)), key: key)
    }

    public func liveCards(
        of holders: Set<Pseudonym>, _ type: CardType, in municipality: NISCode,
        on day: CalendarDate
    ) async throws(CardStorageFailure) -> Int {
        try await read { try CardRows.chains(holders, type, municipality, day, $0).count }
    }

    public func isFree(
        _ plate: Plate, in municipality: NISCode, on day: CalendarDate
    ) async throws(CardStorageFailure) -> Bool {
        let code = Data(key.code(of: plate, in: municipality))
        return try await read { try CardRows.isFree(code, municipality, day, $0) }
    }

    public func record(
        _ card: Card, within quota: CardQuota
    ) async throws(CardStorageFailure) -> CardRecording {
        let code = Data(key.code(of: card.plate, in: card.municipality))
        return try await write { try CardRows.record(card, quota, code, $0) }
    }

    /// Ends all use. What runs is finished first.
    public func close() async { await database.close() }

    func read<Value: Sendable>(
        _ query: @escaping @Sendable (Database) throws -> Value
    ) async throws(CardStorageFailure) -> Value {
        do {
            return try await database.read(query)
        } catch {
            throw .unavailable
        }
    }

    /// Writes in one transaction that takes SQLite's write lock first: one step, for other
    /// processes too. What was thrown leaves nothing.
    func write<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(CardStorageFailure) -> Value {
        try await transaction(keeping: { _ in true }, work)
    }

    /// Writes a step; of one that is not committed nothing stays.
    func step(
        _ work: @escaping @Sendable (Database) throws -> CardCommitment
    ) async throws(CardStorageFailure) -> CardCommitment {
        try await transaction(keeping: { $0 == .committed }, work)
    }

    private func transaction<Value: Sendable>(
        keeping isKept: @escaping @Sendable (Value) -> Bool,
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(CardStorageFailure) -> Value {
        do throws(StorageFailure) {
            return try await database.write { database in
                var result: Value?
                try database.inTransaction(.immediate) {
                    let value = try work(database)
                    result = value
                    return isKept(value) ? .commit : .rollback
                }
                guard let result else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
                return result
            }
        } catch {
            switch error {
            case .notWritten, .unreadable: throw .unavailable
            case .unknownOutcome, .syncFailed: throw .outcomeUnknown
            }
        }
    }
}
