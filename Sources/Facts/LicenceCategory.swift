/// A category of vehicles for which a licence is given (royal decree of 23 March 1998; directive
/// 2006/126/EC).
public enum LicenceCategory: String, Hashable, Sendable, CaseIterable, Comparable {
    case am = "AM"
    case a1 = "A1"
    case a2 = "A2"
    case a = "A"
    case b = "B"
    case bE = "B+E"
    case c1 = "C1"
    case c1E = "C1+E"
    case c = "C"
    case cE = "C+E"
    case d1 = "D1"
    case d1E = "D1+E"
    case d = "D"
    case dE = "D+E"
    case g = "G"

    public static func < (left: LicenceCategory, right: LicenceCategory) -> Bool {
        left.rawValue < right.rawValue
    }
}
