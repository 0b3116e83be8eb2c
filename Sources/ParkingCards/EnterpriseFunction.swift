/// A function that somebody holds in an enterprise. The raw value is the word in a regulation file.
public enum EnterpriseFunction: String, Hashable, Sendable, CaseIterable, Comparable {
    case director
    case manager
    case soleTrader = "sole_trader"
    case partner

    public static func < (left: EnterpriseFunction, right: EnterpriseFunction) -> Bool {
        left.rawValue < right.rawValue
    }
}
