/// Is told what becomes of the cosignatures, so that operators learn of it. It must not wait.
public protocol CosignatureObserver: Sendable {
    /// A witness did not cosign, for another reason than the last time.
    func failed(_ trouble: WitnessTrouble, at witness: String)
    /// A witness cosigns again after it did not.
    func recovered(_ witness: String)
    /// A witness's knowledge contradicts the log.
    func deviates(_ deviation: WitnessDeviation)
    /// After each round: how things stand.
    func stands(_ status: CosignatureStatus)
}
