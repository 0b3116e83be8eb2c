import HTTPFacade

/// The words of the contract for the health of the gateway.
enum HealthWord: String, Sendable {
    case up = "UP"
    case degraded = "DEGRADED"
    case down = "DOWN"

    var status: HealthStatus {
        switch self {
        case .up: .up
        case .degraded: .degraded
        case .down: .down
        }
    }
}
