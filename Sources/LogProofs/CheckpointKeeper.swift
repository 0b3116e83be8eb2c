import ConsultLog
public import TransparencyLogs

/// Signs the checkpoints of a log, and keeps each before anybody gets it: in the log's storage
/// first, then on the shelf apart from it.
public actor CheckpointKeeper {
    public nonisolated let origin: LogOrigin
    /// What checks the log's signatures.
    public nonisolated let verifier: VerifierKey
    private let signer: NoteSigner
    private let storage: any TreeStorage
    private let shelf: any CheckpointShelf
    private var kept: [CheckpointRole: SignedCheckpoint] = [:]
    /// What is to be published when its witnesses have cosigned it.
    private var awaited: SignedCheckpoint?
    /// Whether the log turned out not to be what it was: what shows it must not be replaced.
    private var isRefuted = false

    public init(
        origin: LogOrigin, signer: NoteSigner, storage: any TreeStorage,
        shelf: any CheckpointShelf
    ) {
        self.origin = origin
        self.signer = signer
        self.storage = storage
        self.shelf = shelf
        verifier = signer.verifier
    }

    /// The last checkpoint of a role that may be given away.
    public func last(_ role: CheckpointRole) -> SignedCheckpoint? { kept[role] }

    /// The last checkpoint of a role as it is given away: with the cosignatures, as soon as a quorum
    /// of the witnesses cosigned that very one.
    public func shown(_ role: CheckpointRole) -> SignedCheckpoint? {
        guard let last = kept[role], let cosigned = kept[.witnessed],
            cosigned.note.text == last.note.text
        else { return kept[role] }
        return cosigned
    }

    /// What the witnesses are to cosign: what waits to be published, else the newest.
    var forWitnesses: SignedCheckpoint? { awaited ?? kept[.auditors] }

    /// Shows the witnesses the newest checkpoint until it is published, however much the log grows
    /// meanwhile.
    func awaitWitnesses() { awaited = kept[.auditors] }

    /// Whether what waits to be published has its quorum.
    var isAwaitedCosigned: Bool {
        guard let awaited else { return false }
        return kept[.witnessed]?.note.text == awaited.note.text
    }

    /// Publishes what waited, with the cosignatures if it has them.
    ///
    /// - Returns: `nil` when nothing waited.
    /// - Throws: ``SequencingFailure``; it waits on then.
    func publishAwaited() async throws(SequencingFailure) -> SignedCheckpoint? {
        guard let next = awaited else { return nil }
        let last = kept[.published]
        if last.map({ $0.unverified.size < next.unverified.size }) ?? true {
            let cosigned = isAwaitedCosigned ? kept[.witnessed] : nil
            try await keep(cosigned ?? next, as: .published)
        }
        awaited = nil
        return kept[.published]
    }

    /// Reads back what an earlier run gave away, and verifies it.
    ///
    /// - Throws: ``SequencingFailure`` when one cannot be read or is not this log's.
    public func recall() async throws(SequencingFailure) -> [KnownCheckpoint] {
        var known: [KnownCheckpoint] = []
        for role in CheckpointRole.allCases {
            let stored = try await stored(role)
            let shelved = try await shelved(role)
            // A crash between the storage and the shelf leaves the older one on the shelf.
            let last = [stored, shelved].compactMap(\.self).max {
                $0.unverified.size < $1.unverified.size
            }
            kept[role] = last
            for checkpoint in [stored, shelved] {
                guard let checkpoint else { continue }
                known.append(KnownCheckpoint(try verified(checkpoint, role), role))
            }
        }
        return known
    }

    /// Signs a head, and keeps the checkpoint, with which the head becomes durable; the last one when the log did not
    /// grow since.
    ///
    /// - Throws: ``SequencingFailure``; nothing was given away then, and it may be tried again.
    public func keep(
        _ head: TreeHead, as role: CheckpointRole
    ) async throws(SequencingFailure) -> SignedCheckpoint {
        let checkpoint = Checkpoint(origin: origin, size: head.size, root: head.root)
        // A log only grows: what is older than the last says nothing that the last does not.
        if let last = kept[role], last.unverified.size >= head.size { return last }
        let signed: SignedCheckpoint
        do throws(SigningFailure) {
            signed = try checkpoint.signed(by: signer)
        } catch {
            throw .signing
        }
        try await keep(signed, as: role)
        return signed
    }

    /// Lets nothing take the place of what was kept: the log is not what it was, and what was kept
    /// shows it to the next start too.
    public func refuse() { isRefuted = true }

    /// Keeps what shows that the log is not what it was, in the place of every later checkpoint.
    func keep(refuting signed: SignedCheckpoint) async throws(SequencingFailure) {
        isRefuted = true
        try await store(signed, as: .witnessed)
    }

    /// Keeps a checkpoint that was signed already, such as one that witnesses cosigned.
    public func keep(
        _ signed: SignedCheckpoint, as role: CheckpointRole
    ) async throws(SequencingFailure) {
        guard !isRefuted else { throw .storage(.notWritten(.readOnly)) }
        try await store(signed, as: role)
    }

    private func store(
        _ signed: SignedCheckpoint, as role: CheckpointRole
    ) async throws(SequencingFailure) {
        do throws(StorageFailure) {
            try await storage.persist(signed, as: role)
        } catch {
            throw .storage(error)
        }
        do throws(ShelfFailure) {
            try await shelf.put(signed, as: role)
        } catch {
            throw .shelf(error)
        }
        kept[role] = signed
    }

    private func stored(
        _ role: CheckpointRole
    ) async throws(SequencingFailure) -> SignedCheckpoint? {
        do throws(StorageFailure) {
            return try await storage.lastCheckpoint(role)
        } catch {
            throw .storage(error)
        }
    }

    private func shelved(
        _ role: CheckpointRole
    ) async throws(SequencingFailure) -> SignedCheckpoint? {
        do throws(ShelfFailure) {
            return try await shelf.last(role)
        } catch {
            throw .shelf(error)
        }
    }

    private func verified(
        _ checkpoint: SignedCheckpoint, _ role: CheckpointRole
    ) throws(SequencingFailure) -> Checkpoint {
        do throws(CheckpointFailure) {
            return try checkpoint.verify(origin: origin, keys: [verifier])
        } catch .otherOrigin {
            throw .otherOrigin(checkpoint.unverified.origin, role)
        } catch {
            throw .foreignCheckpoint(role, error)
        }
    }
}
