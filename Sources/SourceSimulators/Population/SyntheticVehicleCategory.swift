/// The European category of an invented vehicle.
public enum SyntheticVehicleCategory: String, Hashable, Sendable {
    case m1 = "M1"
    case n1 = "N1"
    case n2 = "N2"

    var label: String {
        switch self {
        case .m1: "Personenvervoer, ten hoogste 8 zitplaatsen naast de bestuurder"
        case .n1: "Goederenvervoer, ten hoogste 3,5 ton"
        case .n2: "Goederenvervoer, 3,5 tot 12 ton"
        }
    }
}
