import ConsultLog
public import Facts
import GRDB
public import Gateway
public import ParkingCards

/// Keeps the register of parking cards in an SQLite database of its own.
public struct SQLiteCardStorage: CardStorage {
    let database: DurableDatabase

    /// Opens or makes the database.
    ///
    /// - Throws: ``OpeningFailure``, also when the live writer does not have `synchronous=FULL`.
    public static func open(at path: String) async throws(OpeningFailure) -> SQLiteCardStorage {
        SQLiteCardStorage(database: try await DurableDatabase.open(at: path, CardSchema.migrator))
    }

    public func liveCards(
        of holders: Set<Pseudonym>, _ type: CardType, in municipality: NISCode,
        on day: CalendarDate
    ) async throws(CardStorageFailure) -> Int {
        try await read { try CardRows.live(holders, type, municipality, day, $0) }
    }

    public func isFree(
        _ plate: Plate, in municipality: NISCode, on day: CalendarDate
    ) async throws(CardStorageFailure) -> Bool {
        try await read { try CardRows.isFree(plate, municipality, day, $0) }
    }

    public func record(
        _ card: Card, within quota: CardQuota
    ) async throws(CardStorageFailure) -> CardRecording {
        do throws(StorageFailure) {
            return try await database.write { database in
                // Takes SQLite's write lock first: one step, for other processes too.
                var recording = CardRecording.plateHasCard
                try database.inTransaction(.immediate) {
                    recording = try CardRows.record(card, quota, database)
                    return .commit
                }
                return recording
            }
        } catch {
            switch error {
            case .notWritten, .unreadable: throw .unavailable
            case .unknownOutcome, .syncFailed: throw .outcomeUnknown
            }
        }
    }

    /// Ends all use. What runs is finished first.
    public func close() async { await database.close() }

    private func read<Value: Sendable>(
        _ query: @escaping @Sendable (Database) throws -> Value
    ) async throws(CardStorageFailure) -> Value {
        do {
            return try await database.read(query)
        } catch {
            throw .unavailable
        }
    }
}
