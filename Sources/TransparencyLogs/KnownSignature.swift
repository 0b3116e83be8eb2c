/// A signature of a known key that was found to be right.
public struct KnownSignature: Hashable, Sendable {
    public let key: VerifierKey
    /// When a cosignature was made, in seconds since 1970; `nil` for any other signature.
    public let time: UInt64?
}
