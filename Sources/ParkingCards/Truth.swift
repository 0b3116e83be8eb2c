/// A truth value of Kleene's strong three-valued logic.
public enum Truth: String, Hashable, Sendable, CaseIterable {
    case yes
    case no
    case unknown

    /// Whether both hold: one `no` decides, then one `unknown`.
    func and(_ other: Truth) -> Truth {
        if self == .no || other == .no { return .no }
        return self == .unknown || other == .unknown ? .unknown : .yes
    }

    /// Whether either holds: one `yes` decides, then one `unknown`.
    func or(_ other: Truth) -> Truth {
        if self == .yes || other == .yes { return .yes }
        return self == .unknown || other == .unknown ? .unknown : .no
    }

    /// Whether all hold.
    public static func all(_ values: some Sequence<Truth>) -> Truth {
        values.reduce(.yes) { $0.and($1) }
    }

    /// Whether any holds.
    public static func any(_ values: some Sequence<Truth>) -> Truth {
        values.reduce(.no) { $0.or($1) }
    }
}
