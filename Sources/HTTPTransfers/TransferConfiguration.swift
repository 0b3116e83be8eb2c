/// How an engine deals with connections.
public struct TransferConfiguration: Sendable, Hashable {
    /// Calls beyond it wait, against their own deadline.
    public var connectionsPerHost: Int
    /// Connections kept open without a call on them, over all hosts.
    public var idleConnections: Int
    /// The time to reach a server and agree on TLS, within the deadline of the call.
    public var connectTimeout: Duration
    /// The URL of a proxy; `nil` for none, whatever `https_proxy` in the environment says.
    public var proxy: String?

    public init(
        connectionsPerHost: Int = 32, idleConnections: Int = 64,
        connectTimeout: Duration = .seconds(5), proxy: String? = nil
    ) {
        self.connectionsPerHost = connectionsPerHost
        self.idleConnections = idleConnections
        self.connectTimeout = connectTimeout
        self.proxy = proxy
    }
}
