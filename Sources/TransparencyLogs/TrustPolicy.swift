/// Which checkpoints are to be believed: signed by one of the logs, and cosigned by enough of the
/// witnesses (C2SP tlog-policy).
public struct TrustPolicy: Sendable {
    /// The logs, any one of which may have signed.
    public let logs: [PolicyLog]
    /// The witnesses, in the order of the policy.
    public let witnesses: [PolicyWitness]
    /// The groups, each after the groups and witnesses that it names.
    let groups: [PolicyGroup]
    /// The witness or group that must have cosigned; `nil` for none.
    let quorum: [UInt8]?

    /// Reads a policy.
    ///
    /// - Throws: ``PolicySyntaxFailure`` with the line.
    public init(parsing bytes: [UInt8]) throws(PolicySyntaxFailure) {
        var parser = PolicyParser()
        try parser.parse(bytes)
        guard let quorum = parser.quorum else { throw .noQuorum }
        logs = parser.logs
        witnesses = parser.witnesses
        groups = parser.groups
        self.quorum = quorum.name
    }

    /// A policy that asks for no witness: any of these logs' signatures will do.
    public init(logs: [VerifierKey]) {
        self.logs = logs.map { PolicyLog(key: $0, url: nil) }
        witnesses = []
        groups = []
        quorum = nil
    }

    /// Checks a checkpoint. Logs that are known otherwise can be given besides the policy's own.
    ///
    /// - Throws: ``PolicyViolation``.
    public func evaluate(
        _ checkpoint: SignedCheckpoint, besides others: [VerifierKey] = []
    ) throws(PolicyViolation) -> TrustedCheckpoint {
        let origin = checkpoint.unverified.origin
        // The name of a log's key is its origin: a key says nothing of other logs.
        let keys = (logs.map(\.key) + others).filter { LogOrigin($0.name) == origin }
        guard !keys.isEmpty else { throw .unknownLog }
        let signatures: [KnownSignature]
        do {
            signatures = try checkpoint.note.verify(keys + witnesses.map(\.key))
        } catch {
            throw .note(error)
        }
        guard signatures.contains(where: { keys.contains($0.key) }) else {
            throw .notSignedByLog
        }
        let cosignatures = signatures.filter { signature in
            witnesses.contains { $0.key == signature.key }
        }
        guard isQuorum(cosignatures) else { throw .noQuorum(cosignatures: cosignatures.count) }
        return TrustedCheckpoint(checkpoint: checkpoint.unverified, cosignatures: cosignatures)
    }

    /// Whether these cosignatures, of one checkpoint, are enough.
    public func isQuorum(_ cosignatures: [KnownSignature]) -> Bool {
        guard let quorum else { return true }
        let keys = Set(cosignatures.map(\.key))
        var satisfied = Set(witnesses.filter { keys.contains($0.key) }.map(\.nameBytes))
        for group in groups where group.members.count(where: satisfied.contains) >= group.threshold
        {
            satisfied.insert(group.name)
        }
        return satisfied.contains(quorum)
    }
}
