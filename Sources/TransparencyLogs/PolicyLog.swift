/// A log of a policy.
public struct PolicyLog: Hashable, Sendable {
    public let key: VerifierKey
    /// Where to reach it, if the policy says.
    public let url: String?
}
