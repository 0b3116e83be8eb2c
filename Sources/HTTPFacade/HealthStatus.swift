/// Whether the gateway works (belgif REST guide, `hlth-res`).
public enum HealthStatus: String, Hashable, Sendable, CaseIterable {
    case up = "UP"
    /// It works with less than all of its sources.
    case degraded = "DEGRADED"
    case down = "DOWN"
}
