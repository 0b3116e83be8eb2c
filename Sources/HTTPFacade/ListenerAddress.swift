/// Where a listener listens: a host name or address, and a port.
public struct ListenerAddress: Hashable, Sendable, CustomStringConvertible {
    public let host: String
    /// 0 lets the operating system choose one.
    public let port: Int

    public init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// As it stands in a URL; an IPv6 address in brackets.
    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
