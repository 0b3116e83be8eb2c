public import Facts
import GRDB
public import ParkingCards

/// The card register in one SQLite file: `WAL`, `synchronous=FULL`, so that a card is durable when
/// it is recorded.
public struct CardDatabase: CardStorage {
    let pool: DatabasePool

    /// Opens the register in the file at `path`, or makes it.
    ///
    /// - Throws: ``ParkingCards/CardStorageFailure/unavailable`` when the file cannot be opened or
    ///   is not such a register.
    public init(path: String) throws(CardStorageFailure) {
        var configuration = Configuration()
        configuration.label = "cards"
        configuration.busyMode = .timeout(5)
        do throws(any Error) {
            pool = try DatabasePool(path: path, configuration: configuration)
            // Opening a pool sets NORMAL, with which a power failure could take back a card.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try CardSchema.migrator.migrate(pool)
        } catch {
            throw .unavailable
        }
    }

    public func liveCards(
        of holders: Set<Pseudonym>, _ type: CardType, in municipality: NISCode,
        on day: CalendarDate
    ) async throws(CardStorageFailure) -> Int {
        try await read { database in
            try CardRows.live(holders, type, municipality, day, database)
        }
    }

    public func isFree(
        _ plate: Plate, in municipality: NISCode, on day: CalendarDate
    ) async throws(CardStorageFailure) -> Bool {
        try await read { try CardRows.isFree(plate, municipality, day, $0) }
    }

    public func record(
        _ card: Card, within quota: CardQuota
    ) async throws(CardStorageFailure) -> CardRecording {
        do throws(any Error) {
            // The pool's one writer and SQLite's write lock make this one step for every process.
            return try await pool.write { try CardRows.record(card, quota, $0) }
        } catch let error as DatabaseError {
            switch error.resultCode {
            case .SQLITE_FULL, .SQLITE_READONLY, .SQLITE_BUSY: throw .unavailable
            default: throw .outcomeUnknown  // an open set; SQLITE_IOERR above all
            }
        } catch {
            throw .outcomeUnknown
        }
    }

    private func read<Value: Sendable>(
        _ query: @escaping @Sendable (Database) throws -> Value
    ) async throws(CardStorageFailure) -> Value {
        do throws(any Error) {
            return try await pool.read(query)
        } catch {
            throw .unavailable
        }
    }
}
