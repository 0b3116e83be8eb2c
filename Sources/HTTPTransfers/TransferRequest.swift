/// One call over HTTPS. A source's contract may put somebody's number in its URL: never log it.
public struct TransferRequest: Sendable {
    public enum Method: Sendable, Hashable {
        case get
        /// With the request's body.
        case post
    }

    public var method: Method
    /// An absolute `https` URL, percent-encoded.
    public var url: String
    public var headers: [HeaderField]
    public var body: [UInt8]
    public var identity: TLSIdentity
    /// The time for the whole call, waiting for a free connection included.
    public var deadline: Duration
    /// The largest body accepted, in bytes.
    public var maximumResponseSize: Int

    public init(
        _ method: Method, url: String, headers: [HeaderField] = [], body: [UInt8] = [],
        identity: TLSIdentity, deadline: Duration, maximumResponseSize: Int = 2 << 20
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.identity = identity
        self.deadline = deadline
        self.maximumResponseSize = maximumResponseSize
    }
}

extension TransferRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
    /// The method alone.
    public var description: String { "\(method) request" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["method": method]) }
}
