/// A part of the gateway that does not work as it should. It says nothing about anybody.
public struct HealthTrouble: Hashable, Sendable {
    public let part: HealthPart
    public let status: HealthStatus
    /// Why, for an operator.
    public let reason: String

    public init(_ part: HealthPart, _ status: HealthStatus, because reason: String) {
        self.part = part
        self.status = status
        self.reason = reason
    }
}
