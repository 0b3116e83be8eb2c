public import LogProofs
public import TransparencyLogs

/// A key and a name for logs of tests.
public struct ProofSamples: Sendable {
    /// What a sample cannot be made of.
    public struct Malformed: Error {}

    public let origin: LogOrigin
    public let signer: NoteSigner

    public init(_ name: String = "log.example.org/consults", seed: UInt8 = 1) throws {
        guard let key = KeyName(name),
            let signer = NoteSigner(name: key, seed: [UInt8](repeating: seed, count: 32))
        else { throw Malformed() }
        origin = LogOrigin(key)
        self.signer = signer
    }

    public func keeper(
        _ storage: any TreeStorage, _ shelf: any CheckpointShelf
    ) -> CheckpointKeeper {
        CheckpointKeeper(origin: origin, signer: signer, storage: storage, shelf: shelf)
    }
}
