public import AccessRights

/// A legal hold was placed or released: while it lies on a month, the keys of that month are not
/// destroyed, however old they are.
///
/// Beside it the boxes hold who ordered it (`official`) and why (`reason`).
public struct HoldChanged: Hashable, Sendable {
    public let change: HoldChange
    public let hold: LegalHoldID
    /// The class whose entries are held.
    public let held: RetentionClass
    public let months: MonthRange
    /// How long this entry itself is kept.
    public let retention: RetentionClass

    public init(
        _ change: HoldChange, of hold: LegalHoldID, on held: RetentionClass, in months: MonthRange,
        retention: RetentionClass = .standard
    ) {
        self.change = change
        self.hold = hold
        self.held = held
        self.months = months
        self.retention = retention
    }
}
