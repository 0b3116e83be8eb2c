public import CanonicalJSON

/// What a command asks of a running gateway.
public struct ControlRequest: Sendable {
    /// `nil` when the request has no body.
    public let body: JSONValue?
    /// The parameters behind the path.
    public let query: [String: String]
    /// The number of the operating system's user who asks, the actor: whoever logged in, or, where
    /// the system does not say, as whom the program runs.
    public let userID: UInt32
    /// Whether it is whoever logged in.
    public let isLogin: Bool

    public init(
        body: JSONValue?, query: [String: String], userID: UInt32, isLogin: Bool = false
    ) {
        self.body = body
        self.query = query
        self.userID = userID
        self.isLogin = isLogin
    }
}
