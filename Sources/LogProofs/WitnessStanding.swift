/// How a log and one of its witnesses stand.
public struct WitnessStanding: Hashable, Sendable {
    /// The witness's name in the policy.
    public let name: String
    /// The size that it cosigned last, as far as it is known.
    public internal(set) var size: UInt64?
    /// The time that its last cosignature states, in seconds since 1970, if it gave one since the
    /// start.
    public internal(set) var time: UInt64?
    /// Why it did not cosign when it was last asked; `nil` when it did.
    public internal(set) var trouble: WitnessTrouble?
}
