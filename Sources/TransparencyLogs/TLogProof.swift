/// A proof that can be checked offline that an entry is in a log: a `.tlog-proof` file
/// (C2SP tlog-proof).
public struct TLogProof: Hashable, Sendable {
    private static let header = "c2sp.org/tlog-proof@v1"

    /// Whatever the application adds. Nothing vouches for it.
    public let extra: [UInt8]?
    /// The index of the entry.
    public let index: UInt64
    /// The siblings on the way from the leaf to the root.
    public let hashes: [TreeHash]
    /// The checkpoint whose tree holds the entry.
    public let checkpoint: SignedCheckpoint

    /// - Throws: ``TLogProofFailure/otherSize`` when the proof is not of the checkpoint's tree.
    public init(
        _ proof: InclusionProof, checkpoint: SignedCheckpoint, extra: [UInt8]? = nil
    ) throws(TLogProofFailure) {
        guard proof.size == checkpoint.unverified.size else { throw .otherSize }
        self.extra = extra
        index = proof.index
        hashes = proof.hashes
        self.checkpoint = checkpoint
    }

    /// Reads a file.
    ///
    /// - Throws: ``TLogProofFailure`` unless it is exactly what ``bytes`` writes.
    public init(parsing bytes: [UInt8]) throws(TLogProofFailure) {
        var lines = Lines(bytes)
        guard let first = lines.next(), first.elementsEqual(Self.header.utf8) else {
            throw .malformed(line: 1)
        }
        var number = 2
        var line = lines.next()
        var extra: [UInt8]?
        if let text = line?.dropping(prefix: "extra ") {
            guard let bytes = Base64.bytes(text) else { throw .malformed(line: number) }
            extra = bytes
            number += 1
            line = lines.next()
        }
        guard let digits = line?.dropping(prefix: "index "), let index = Decimal.number(digits)
        else { throw .malformed(line: number) }
        do {
            hashes = try HashLines.parse(&lines, most: 63)
        } catch {
            throw .malformed(line: number + error.line)
        }
        do {
            checkpoint = try SignedCheckpoint(parsing: Array(lines.rest))
        } catch {
            throw .checkpoint(error)
        }
        self.extra = extra
        self.index = index
    }

    /// The file.
    public var bytes: [UInt8] {
        var text = Self.header + "\n"
        if let extra { text += "extra \(Base64.text(extra))\n" }
        text += "index \(index)\n"
        return Array(text.utf8) + HashLines.bytes(hashes) + checkpoint.bytes
    }

    /// Checks that the checkpoint satisfies the policy and that its tree holds the leaf.
    ///
    /// - Throws: ``TLogProofFailure/distrusted(_:)`` or ``TLogProofFailure/inclusion(_:)``.
    public func verify(
        leaf: TreeHash, policy: TrustPolicy
    ) throws(TLogProofFailure) -> TrustedCheckpoint {
        let trusted: TrustedCheckpoint
        do {
            trusted = try policy.evaluate(checkpoint)
        } catch {
            throw .distrusted(error)
        }
        try verifyInclusion(of: leaf)
        return trusted
    }

    /// Checks that the log of this origin signed the checkpoint and that its tree holds the leaf.
    ///
    /// - Throws: ``TLogProofFailure/checkpoint(_:)`` or ``TLogProofFailure/inclusion(_:)``.
    public func verify(
        leaf: TreeHash, origin: LogOrigin, keys: [VerifierKey]
    ) throws(TLogProofFailure) -> Checkpoint {
        let verified: Checkpoint
        do {
            verified = try checkpoint.verify(origin: origin, keys: keys)
        } catch {
            throw .checkpoint(error)
        }
        try verifyInclusion(of: leaf)
        return verified
    }

    private func verifyInclusion(of leaf: TreeHash) throws(TLogProofFailure) {
        let tree = checkpoint.unverified
        do {
            try InclusionProof(index: index, size: tree.size, hashes: hashes)
                .verify(leaf: leaf, root: tree.root)
        } catch {
            throw .inclusion(error)
        }
    }
}
