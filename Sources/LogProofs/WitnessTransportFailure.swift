/// Why a witness gave no answer.
public enum WitnessTransportFailure: String, Error, Hashable, Sendable {
    /// The policy's address is not an absolute `https` URL.
    case unusableAddress
    case unreachable
    case timedOut
    /// The witness's certificate is not trusted, or TLS was not agreed on.
    case notTrusted
    /// The connection broke, or what came was no answer.
    case brokenOff
}
