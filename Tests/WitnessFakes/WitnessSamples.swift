public import LogProofs
public import TransparencyLogs

/// A log with its key, its tree and a witness, all from fixed seeds.
public struct WitnessSamples: Sendable {
    /// The samples could not be made; a programmer's error.
    public struct Unusable: Error {}

    public let tree: SampleTree
    /// Another tree that begins with the same 13 leaves.
    public let fork: SampleTree
    private let log: String

    public init(log: String = "log.example/consults", size: Int = 100) {
        self.log = log
        tree = SampleTree(size: size)
        fork = SampleTree(size: size, differingFrom: 13)
    }

    public var origin: LogOrigin {
        guard let origin = LogOrigin(log) else { preconditionFailure("a sample has an origin") }
        return origin
    }

    public func signer(seed: UInt8 = 1) throws -> NoteSigner {
        guard let name = KeyName(log),
            let signer = NoteSigner(name: name, seed: Array(repeating: seed, count: 32))
        else { throw Unusable() }
        return signer
    }

    public static func cosigner(_ name: String = "witness.example/w1", seed: UInt8 = 101) throws
        -> Cosigner
    {
        guard let name = KeyName(name),
            let cosigner = Cosigner(name: name, seed: Array(repeating: seed, count: 32))
        else { throw Unusable() }
        return cosigner
    }

    public func checkpoint(of size: Int, in tree: SampleTree? = nil) throws -> SignedCheckpoint {
        let root = try (tree ?? self.tree).root(at: UInt64(size))
        return try Checkpoint(origin: origin, size: UInt64(size), root: root).signed(by: signer())
    }

    public func record(of size: Int, at time: UInt64) throws -> WitnessRecord {
        WitnessRecord(signed: try checkpoint(of: size), time: time)
    }

    /// The request that leads from one size to another, in one tree.
    public func request(
        from old: Int, to size: Int, in tree: SampleTree? = nil
    ) throws -> AddCheckpointRequest {
        let proof = try (tree ?? self.tree).consistencyProof(from: UInt64(old), to: UInt64(size))
        return AddCheckpointRequest(proof, checkpoint: try checkpoint(of: size, in: tree))
    }
}
