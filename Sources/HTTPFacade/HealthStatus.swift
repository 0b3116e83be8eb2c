/// Whether the gateway works (belgif REST guide, `hlth-res`).
public enum HealthStatus: String, Hashable, Sendable, CaseIterable {
    case up = "UP"
    /// It works, and somebody has to look: the witnesses of the log are behind, for example.
    case degraded = "DEGRADED"
    case down = "DOWN"
}
