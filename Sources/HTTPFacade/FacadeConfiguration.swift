/// How the three listeners are set up.
public struct FacadeConfiguration: Hashable, Sendable {
    /// The api listener: mutual TLS.
    public var api: ListenerAddress
    public var apiIdentity: ServerIdentity
    /// The path of the certificate (PEM) of the authority that issues the applications' ones.
    public var applicationAuthorityFile: String
    /// The web listener: server TLS.
    public var web: ListenerAddress
    public var webIdentity: ServerIdentity
    /// The port of the operations listener, which is bound to the loopback interface alone.
    public var operationsPort: Int
    /// How much is taken on.
    public var limits = RequestLimits()
    /// After how long a connection on which nothing is asked is closed.
    public var idleTimeout = Duration.seconds(60)

    public init(
        api: ListenerAddress, apiIdentity: ServerIdentity, applicationAuthorityFile: String,
        web: ListenerAddress, webIdentity: ServerIdentity, operationsPort: Int
    ) {
        self.api = api
        self.apiIdentity = apiIdentity
        self.applicationAuthorityFile = applicationAuthorityFile
        self.web = web
        self.webIdentity = webIdentity
        self.operationsPort = operationsPort
    }
}
