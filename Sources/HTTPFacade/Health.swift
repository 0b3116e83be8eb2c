/// How the gateway works, and what of it does not.
public struct Health: Hashable, Sendable {
    /// Only what is not ``HealthStatus/up``.
    public let troubles: [HealthTrouble]

    public init(_ troubles: [HealthTrouble]) {
        self.troubles = troubles.filter { $0.status != .up }
    }

    /// That of the part which is worst.
    public var status: HealthStatus {
        if troubles.contains(where: { $0.status == .down }) { return .down }
        return troubles.isEmpty ? .up : .degraded
    }
}
