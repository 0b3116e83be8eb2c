import TransparencyLogs

/// A log that nobody signed at its present size, to be verified against a head that is at hand.
///
/// The verifier wants a signature; the key of this one is known to everybody and vouches for nothing.
struct HeldLogSource: LogSource {
    let policy: TrustPolicy
    private let source: any LogSource
    private let checkpoint: [UInt8]

    init(_ source: any LogSource, to head: TreeHead) throws(LogVerifierFailure) {
        self.source = source
        guard let name = KeyName("head"),
            let signer = NoteSigner(name: name, seed: [UInt8](repeating: 0, count: 32)),
            let signed = try? Checkpoint(
                origin: LogOrigin(name), size: head.size, root: head.root
            ).signed(by: signer)
        else { throw .source(.unreadable, .checkpoint) }
        checkpoint = signed.bytes
        policy = TrustPolicy(logs: [signer.verifier])
    }

    func bytes(of resource: LogResource) async throws(LogSourceFailure) -> [UInt8]? {
        switch resource {
        case .checkpoint: checkpoint
        case .tile, .entries: try await source.bytes(of: resource)
        }
    }
}
