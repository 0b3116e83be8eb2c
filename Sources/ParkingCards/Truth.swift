/// A truth value of Kleene's strong three-valued logic.
public enum Truth: String, Hashable, Sendable, CaseIterable {
    case yes
    case no
    case unknown

    /// Whether all hold: one `no` decides, then one `unknown`.
    public static func all(_ values: some Sequence<Truth>) -> Truth {
        var result = Truth.yes
        for value in values {
            switch value {
            case .no: return .no
            case .unknown: result = .unknown
            case .yes: continue
            }
        }
        return result
    }

    /// Whether any holds: one `yes` decides, then one `unknown`.
    public static func any(_ values: some Sequence<Truth>) -> Truth {
        var result = Truth.no
        for value in values {
            switch value {
            case .yes: return .yes
            case .unknown: result = .unknown
            case .no: continue
            }
        }
        return result
    }
}
