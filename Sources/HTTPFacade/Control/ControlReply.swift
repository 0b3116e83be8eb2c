public import CanonicalJSON

/// What a running gateway answers to a command.
public struct ControlReply: Hashable, Sendable {
    /// An HTTP status.
    public let status: Int
    public let body: JSONValue

    public init(status: Int = 200, _ body: JSONValue) {
        self.status = status
        self.body = body
    }
}
