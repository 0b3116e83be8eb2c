public import TransparencyLogs

/// How a witness decides (C2SP tlog-witness), without storage, network or clock.
public struct WitnessRules: Sendable {
    /// What a request is worth before anything is known of the log's last checkpoint.
    enum Admission: Hashable, Sendable {
        /// A log that is known signed the checkpoint.
        case admitted(AddCheckpointRequest)
        case refused(WitnessRefusal)
    }

    private let cosigner: Cosigner
    private let logs: [LogOrigin: [VerifierKey]]

    /// - Parameter logs: those to be witnessed; what several say of one origin is put together.
    public init(cosigner: Cosigner, logs: [WitnessedLog]) {
        self.cosigner = cosigner
        self.logs = logs.reduce(into: [:]) { $0[$1.origin, default: []] += $1.keys }
    }

    /// What checks the cosignatures.
    public var verifier: VerifierKey { cosigner.verifier }

    /// The log of this name in addresses; `nil` when it is none to be witnessed.
    func origin(encoded name: String) -> LogOrigin? {
        logs.keys.first { $0.encoded == name }
    }

    /// What is recorded, cosigned as it was then: the same signature again.
    ///
    /// - Throws: ``TransparencyLogs/SigningFailure``.
    func cosigned(_ record: WitnessRecord) throws(SigningFailure) -> SignedCheckpoint {
        let line = try cosigner.sign(record.checkpoint, at: record.time)
        guard let cosigned = try? record.signed.adding([line]) else { throw SigningFailure() }
        return cosigned
    }

    /// Reads a request and checks who signed it.
    func admit(_ body: [UInt8]) -> Admission {
        let request: AddCheckpointRequest
        do throws(AddCheckpointFailure) {
            request = try AddCheckpointRequest(parsing: body)
        } catch {
            return .refused(.malformed(error))
        }
        let offered = request.checkpoint
        guard let keys = logs[offered.unverified.origin] else { return .refused(.unknownLog) }
        guard (try? offered.verify(origin: offered.unverified.origin, keys: keys)) != nil else {
            return .refused(.notSigned)
        }
        guard request.oldSize <= offered.unverified.size else {
            return .refused(.oldSizeTooLarge)
        }
        return .admitted(request)
    }

    /// Decides on a request that was admitted.
    ///
    /// The time of a cosignature never goes back within one log, whatever the clock does: it states
    /// that nothing larger was seen until then, so an earlier time on a larger tree would make two
    /// statements that contradict each other.
    ///
    /// - Parameters:
    ///   - latest: the record of the log; `nil` when it has none.
    ///   - now: the witness's clock, in seconds since 1970.
    /// - Throws: ``TransparencyLogs/SigningFailure``.
    func decide(
        _ request: AddCheckpointRequest, latest: WitnessRecord?, at now: UInt64
    ) throws(SigningFailure) -> WitnessDecision {
        let offered = request.checkpoint.unverified
        let size = latest?.checkpoint.size ?? 0
        let root = latest?.checkpoint.root ?? .emptyRoot
        guard request.oldSize == size else { return .refuse(.wrongOldSize(latest: size)) }
        let conflict = WitnessConflict(kept: latest?.checkpoint, offered: offered)
        guard offered.size > size || offered.root == root else {
            return .refuse(.otherRoot(conflict))
        }
        do throws(ConsistencyFailure) {
            try request.proof.verify(oldRoot: root, newRoot: offered.root)
        } catch {
            return .refuse(.inconsistent(conflict))
        }
        let time = max(now, latest?.time ?? 0)
        let cosignature = try cosigner.sign(offered, at: time)
        return .cosign(
            cosignature, recording: WitnessRecord(signed: signedByLog(request), time: time))
    }

    /// The checkpoint with the signatures of the log alone: others are not checked, and cost room.
    private func signedByLog(_ request: AddCheckpointRequest) -> SignedCheckpoint {
        let checkpoint = request.checkpoint
        let keys = logs[checkpoint.unverified.origin] ?? []
        let own = checkpoint.note.signatures.filter { signature in
            keys.contains { $0.name == signature.name && $0.id == signature.keyID }
        }
        guard let note = try? SignedNote(text: checkpoint.note.text, signatures: own),
            let signed = try? SignedCheckpoint(note)
        else { return checkpoint }
        return signed
    }
}
