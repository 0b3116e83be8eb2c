/// A witness of a policy.
public struct PolicyWitness: Hashable, Sendable {
    /// Its name within the policy: bytes that need not be UTF-8.
    let nameBytes: [UInt8]
    public let key: VerifierKey
    /// Where to send checkpoints, if the policy says.
    public let url: String?

    /// Its name within the policy, for people.
    public var name: String { String(decoding: nameBytes, as: UTF8.self) }
}
