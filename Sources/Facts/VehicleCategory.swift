/// A European category of vehicles (directive 2007/46/EC, annex II; regulation 168/2013 for L).
public enum VehicleCategory: String, Hashable, Sendable, CaseIterable, Comparable {
    case l1e = "L1e"
    case l2e = "L2e"
    case l3e = "L3e"
    case l4e = "L4e"
    case l5e = "L5e"
    case l6e = "L6e"
    case l7e = "L7e"
    case m1 = "M1"
    case m2 = "M2"
    case m3 = "M3"
    case n1 = "N1"
    case n2 = "N2"
    case n3 = "N3"

    public static func < (left: VehicleCategory, right: VehicleCategory) -> Bool {
        left.rawValue < right.rawValue
    }
}
