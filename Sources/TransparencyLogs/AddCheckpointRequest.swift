/// What a log sends to a witness: the body of `add-checkpoint` (C2SP tlog-witness).
///
/// The old size may exceed the checkpoint's, and nothing is verified: the protocol has an answer of
/// its own for each, which the witness gives.
public struct AddCheckpointRequest: Hashable, Sendable {
    /// The most hashes of a consistency proof.
    public static let mostHashes = 63

    /// The size of the last checkpoint that the witness cosigned, as the log believes.
    public let oldSize: UInt64
    /// The consistency proof from the old size to the checkpoint.
    public let hashes: [TreeHash]
    public let checkpoint: SignedCheckpoint

    /// The proof must lead to the checkpoint's size.
    public init(_ proof: ConsistencyProof, checkpoint: SignedCheckpoint) {
        precondition(proof.newSize == checkpoint.unverified.size)
        precondition(proof.hashes.count <= Self.mostHashes)
        oldSize = proof.oldSize
        hashes = proof.hashes
        self.checkpoint = checkpoint
    }

    /// Reads a body.
    ///
    /// - Throws: ``AddCheckpointFailure`` unless it is exactly what ``bytes`` writes.
    public init(parsing bytes: [UInt8]) throws(AddCheckpointFailure) {
        var lines = Lines(bytes)
        guard let size = lines.next()?.dropping(prefix: "old ").flatMap({ Decimal.number($0) })
        else { throw .malformed(line: 1) }
        oldSize = size
        do {
            hashes = try HashLines.parse(&lines, most: Self.mostHashes)
        } catch {
            throw .malformed(line: 1 + error.line)
        }
        do {
            checkpoint = try SignedCheckpoint(parsing: Array(lines.rest))
        } catch {
            throw .checkpoint(error)
        }
    }

    /// The body.
    public var bytes: [UInt8] {
        Array("old \(oldSize)\n".utf8) + HashLines.bytes(hashes) + checkpoint.bytes
    }

    /// The consistency proof that it makes.
    public var proof: ConsistencyProof {
        ConsistencyProof(
            oldSize: oldSize, newSize: checkpoint.unverified.size, hashes: hashes)
    }
}
