/// Why there is no response. It carries nothing of the request or the response.
public enum TransferFailure: Error, Hashable, Sendable {
    /// What TLS did not accept.
    public enum TLSReason: Hashable, Sendable {
        /// The server's certificate is not from a trusted authority, or not for its host or key.
        case serverNotTrusted
        /// The server does not accept our certificate, or wants one.
        case refusedByServer
        /// Our certificate, key or authorities cannot be used.
        case identityUnusable
        /// The two did not agree on a protocol, or the handshake broke off.
        case handshake
    }

    /// The URL is not an absolute `https` URL, or a header has a line break or no name.
    case invalidRequest
    /// The name does not resolve, or nobody listens.
    case unreachable
    /// The deadline passed, or the time to connect.
    case timedOut
    case tlsFailed(TLSReason)
    /// The response is larger than the request allows, or its headers than 64 KiB.
    case tooLarge
    /// The connection ended before the response did, or the response does not say where it ends.
    /// Whether the server acted is unknown.
    case cutOff
    /// What the server sent is not HTTP.
    case unintelligible
    /// The task that waited was cancelled.
    case cancelled
    /// The engine was shut down.
    case shutDown
    /// Anything else, with libcurl's number for it.
    case other(code: Int)
}
