/// Whether the gateway works (belgif REST guide, `hlth-res`).
public enum HealthStatus: String, Hashable, Sendable, CaseIterable {
    case up = "UP"
    case down = "DOWN"
}
