public import ConsultLog
public import TransparencyLogs

/// The keeper of a log's checkpoints is where its witnesses get the newest from, and where those go
/// that they cosigned: into the storage and onto the shelf apart from it.
extension CheckpointKeeper: LatestCheckpoint, CosignedCheckpointStore {
    public func latest() -> SignedCheckpoint? { forWitnesses }

    public func lastCosigned() -> SignedCheckpoint? { last(.witnessed) }

    public func keep(_ checkpoint: SignedCheckpoint) async throws(StorageFailure) {
        do throws(SequencingFailure) {
            try await keep(checkpoint, as: .witnessed)
        } catch .storage(let failure) {
            throw failure
        } catch {
            // What is on the shelf by now nobody can say without a look.
            throw .unknownOutcome
        }
    }
}
