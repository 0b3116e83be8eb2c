public import TransparencyLogs

/// Asks one witness for its cosignature (C2SP tlog-witness).
public struct WitnessClient: Sendable {
    /// One question, one after the size was learnt, and one for another asker in between.
    private static let mostQuestions = 3

    public let witness: PolicyWitness
    private let prefix: String
    private let transport: any WitnessTransport
    private let tree: any TreeGrowth

    /// `nil` for a witness whose address the policy does not say.
    public init?(
        _ witness: PolicyWitness, transport: any WitnessTransport, tree: any TreeGrowth
    ) {
        guard var prefix = witness.url else { return nil }
        while prefix.last == "/" { prefix.removeLast() }
        self.prefix = prefix
        self.witness = witness
        self.transport = transport
        self.tree = tree
    }

    /// Asks for a cosignature, with the proof that the witness needs.
    ///
    /// - Parameters:
    ///   - checkpoint: signed by the log.
    ///   - size: what the witness is believed to have cosigned last; 0 when nothing is known.
    public func cosign(
        _ checkpoint: SignedCheckpoint, believing size: UInt64
    ) async -> WitnessOutcome {
        let url = prefix + "/add-checkpoint"
        let own = checkpoint.unverified.size
        var size = size <= own ? size : 0
        for _ in 0..<Self.mostQuestions {
            guard let request = await request(checkpoint, from: size) else {
                return WitnessOutcome(result: .failed(.noProof), size: size)
            }
            let reply: WitnessReply
            do throws(WitnessTransportFailure) {
                reply = try await transport.post(request.bytes, to: url)
            } catch {
                return WitnessOutcome(result: .failed(.noAnswer(error)), size: nil)
            }
            switch (reply.status, conflictingSize(reply)) {
            case (200, _): return cosigned(reply, checkpoint)
            case (409, let latest?) where latest > own:
                return WitnessOutcome(result: .failed(.ahead(size: latest)), size: latest)
            case (409, let latest?) where latest != size:
                size = latest
            default:
                return WitnessOutcome(
                    result: .failed(trouble(reply.status, size, own)), size: nil)
            }
        }
        return WitnessOutcome(result: .failed(.unintelligible), size: size)
    }

    /// Asks which checkpoint of a log the witness cosigned last.
    ///
    /// - Returns: the checkpoint with the signatures of the log and of this witness alone, both of
    ///   them checked; `nil` when the witness shows none such.
    public func lastCosigned(
        of origin: LogOrigin, keys: [VerifierKey]
    ) async -> SignedCheckpoint? {
        let url = prefix + "/" + origin.encoded + "/checkpoint"
        guard let reply = try? await transport.get(url), reply.status == 200,
            let shown = try? SignedCheckpoint(parsing: reply.body),
            shown.unverified.origin == origin
        else { return nil }
        let trusted = keys + [witness.key]
        // A line in the name of somebody else is neither checked nor kept.
        let lines = shown.note.signatures.filter { line in
            trusted.contains { $0.name == line.name && $0.id == line.keyID }
        }
        guard let note = try? SignedNote(text: shown.note.text, signatures: lines),
            let signers = try? note.verify(trusted).map(\.key), signers.contains(witness.key),
            signers.contains(where: keys.contains)
        else { return nil }
        return try? SignedCheckpoint(note)
    }

    /// A request whose proof holds, so that a refusal of it says something about the trees.
    private func request(
        _ checkpoint: SignedCheckpoint, from size: UInt64
    ) async -> AddCheckpointRequest? {
        let own = checkpoint.unverified
        // Everything begins with nothing, and each tree with itself.
        guard size > 0, size < own.size else {
            return AddCheckpointRequest(
                ConsistencyProof(oldSize: size, newSize: own.size, hashes: []),
                checkpoint: checkpoint)
        }
        guard let growth = try? await tree.growth(from: size, to: own.size),
            growth.proof.oldSize == size, growth.proof.newSize == own.size,
            (try? growth.proof.verify(oldRoot: growth.oldRoot, newRoot: own.root)) != nil
        else { return nil }
        return AddCheckpointRequest(growth.proof, checkpoint: checkpoint)
    }

    private func cosigned(_ reply: WitnessReply, _ checkpoint: SignedCheckpoint) -> WitnessOutcome {
        let key = witness.key
        // What others signed is passed over.
        guard let lines = try? NoteSignature.parse(lines: reply.body),
            let line = lines.first(where: { $0.name == key.name && $0.keyID == key.id }),
            let note = try? SignedNote(text: checkpoint.note.text, signatures: [line]),
            let time = (try? note.verify([key]))?.first?.time
        else { return WitnessOutcome(result: .failed(.unintelligible), size: nil) }
        return WitnessOutcome(
            result: .cosigned(line, time: time), size: checkpoint.unverified.size)
    }

    /// The size that a conflict names.
    private func conflictingSize(_ reply: WitnessReply) -> UInt64? {
        guard reply.status == 409, reply.contentType == "text/x.tlog.size",
            reply.body.last == UInt8(ascii: "\n"), reply.body.count <= 20
        else { return nil }
        let text = String(decoding: reply.body.dropLast(), as: UTF8.self)
        guard let size = UInt64(text), String(size) == text else { return nil }
        return size
    }

    private func trouble(_ status: Int, _ size: UInt64, _ own: UInt64) -> WitnessTrouble {
        switch status {
        // The proof holds and the size is the one that the witness named.
        case 409 where size == own, 422: .otherTree(size: size)
        case 404: .unknownLog
        case 403: .unknownKey
        case 200, 400, 409: .unintelligible
        default: .status(status)
        }
    }
}
