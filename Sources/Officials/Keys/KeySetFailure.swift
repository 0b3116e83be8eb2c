/// Why the keys of the identity provider cannot be had.
public enum KeySetFailure: String, Error, Hashable, Sendable, CaseIterable {
    /// There is no connection, or it broke off.
    case unreachable
    case timedOut
    /// Its certificate is not one that is trusted.
    case notTrusted
    /// It answered otherwise than with a key set.
    case refused
    /// The key set is larger than any of ours.
    case tooLarge
    /// The answer is no key set, or holds no key that can be used.
    case unintelligible
}
