import KBOOpenData

/// Imports an extract of the Crossroads Bank for Enterprises, full or update, as it says itself.
struct ExtractImport: Sendable {
    private let replica: KBOReplica

    init(_ replica: KBOReplica) { self.replica = replica }

    /// - Parameter progress: told the share that is done, 0 to 1.
    /// - Returns: the name of the extract that the replica holds now.
    func run(
        _ archive: String, progress: @escaping @Sendable (Double) -> Void
    ) async throws(UsageError) -> String {
        do throws(KBOFailure) {
            return try await replica.take(from: archive) { state in
                guard state.totalBytes > 0 else { return }
                progress(Double(state.bytes) / Double(state.totalBytes))
            }.name
        } catch  where error.leavesReplicaAsItWas {
            throw UsageError("\(archive) was not imported, and the replica is as it was: \(error)")
        } catch {
            throw UsageError(
                "\(archive) was imported and is in use, but a crash of the machine may bring the "
                    + "replica before it back; import it again: \(error)")
        }
    }
}
