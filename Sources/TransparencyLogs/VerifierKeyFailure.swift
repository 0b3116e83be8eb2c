/// Why text is no verifier key.
public enum VerifierKeyFailure: Error, Hashable {
    case malformed
    /// The type byte is of no algorithm that is known here.
    case unknownAlgorithm(UInt8)
    /// The number is not that of the name and the key.
    case wrongNumber
}
