import HTTPFacade

/// The words of the contract for the health of the gateway.
enum HealthWord: String, Sendable {
    case up = "UP"
    case degraded = "DEGRADED"
    case down = "DOWN"

    var health: Health {
        let witnesses = HealthTrouble(.witnesses, .degraded, because: "one is away")
        return switch self {
        case .up: Health([HealthTrouble(.log, .up, because: "nothing")])
        case .degraded: Health([witnesses])
        case .down: Health([witnesses, HealthTrouble(.log, .down, because: "no room")])
        }
    }
}
