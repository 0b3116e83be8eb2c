import GRDB
import Gateway
import Synchronization

/// The connections that read a replica, made anew when another file has come in its place.
///
/// Readings that are under way keep the connections to the old file until they are done.
final class ReplicaReaders: Sendable {
    private struct Open: Sendable {
        let identity: ReplicaFile.Identity
        let pool: DatabasePool
    }

    private let file: ReplicaFile
    private let current = Mutex<Open?>(nil)

    init(path: String) { file = ReplicaFile(path: path) }

    /// Reads from one extract, as it was when the reading began.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(SourceFailure) -> Value {
        let pool = try await pool()
        do {
            return try await pool.read(body)
        } catch {
            throw SourceFailure(reading: error)
        }
    }

    private func pool() async throws(SourceFailure) -> DatabasePool {
        // Asking what lies at the path is answered from the kernel's memory; opening is not, and
        // is done elsewhere.
        guard let identity = file.identity() else { throw .unavailable(.unreachable) }
        if let open = current.withLock({ $0 }), open.identity == identity { return open.pool }
        do {
            let pool = try await BlockingWork.run { [file] _ throws(KBOFailure) in
                do {
                    return try DatabasePool(
                        path: file.path, configuration: ReplicaSchema.readingConfiguration)
                } catch {
                    throw KBOFailure(storage: error)
                }
            }
            // Should yet another file have come meanwhile, the next reading sees it.
            current.withLock { $0 = Open(identity: identity, pool: pool) }
            return pool
        } catch {
            throw SourceFailure(reading: error)
        }
    }
}
