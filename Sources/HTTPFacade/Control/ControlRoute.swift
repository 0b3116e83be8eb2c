/// One thing that commands can ask of a running gateway.
public struct ControlRoute: Sendable {
    public let method: ControlMethod
    /// The whole path, `/log/entries`.
    public let path: String
    public let answer: @Sendable (ControlRequest) async -> ControlReply

    public init(
        _ method: ControlMethod, _ path: String,
        answer: @escaping @Sendable (ControlRequest) async -> ControlReply
    ) {
        self.method = method
        self.path = path
        self.answer = answer
    }
}
