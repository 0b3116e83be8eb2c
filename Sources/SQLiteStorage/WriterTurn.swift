import ConsultLog
import GRDB

/// A turn of the one who writes a database, on the writer's thread.
struct WriterTurn: ~Copyable {
    let database: Database
    /// Whether what is written can become durable; after a failed sync nothing can.
    let isTrusted: Bool

    /// Does work that begins and ends its own transaction.
    func writing<Value>(_ work: (Database) throws -> Value) -> Result<Value, StorageFailure> {
        guard isTrusted else { return .failure(.syncFailed) }
        do {
            return .success(try work(database))
        } catch {
            return .failure(StorageFailure(writing: error))
        }
    }
}
