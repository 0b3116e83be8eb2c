public import CanonicalJSON

/// What a command asks of a running gateway.
public struct ControlRequest: Sendable {
    /// `nil` when the request has no body.
    public let body: JSONValue?
    /// The parameters behind the path.
    public let query: [String: String]
    /// The number of the operating system's user who asks: the actor.
    public let userID: UInt32

    public init(body: JSONValue?, query: [String: String], userID: UInt32) {
        self.body = body
        self.query = query
        self.userID = userID
    }
}
