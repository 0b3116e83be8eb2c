/// A kind of number plate (royal decree of 20 July 2001). The raw value is the word in a
/// regulation file.
public enum PlateKind: String, Hashable, Sendable, CaseIterable, Comparable {
    case normal
    case personalised
    case motorcycle
    case moped
    case oldtimer
    case trailer
    case taxi
    case hireWithDriver = "hire_with_driver"
    case trade
    case test
    case professional
    case transit
    case export
    case diplomatic
    case special
    case foreign

    public static func < (left: PlateKind, right: PlateKind) -> Bool {
        left.rawValue < right.rawValue
    }
}
