public import AccessRights
public import Facts

/// An order to keep what is in some months readable, however old it becomes: of a court, of the
/// Control Commission, or because somebody asked what is held about them.
///
/// Why and by whom it was ordered stands boxed in the log.
public struct LegalHold: Hashable, Sendable {
    public let id: LegalHoldID
    /// The class whose entries are held.
    public let held: RetentionClass
    public let months: MonthRange
    public let placed: Timestamp

    public init(id: LegalHoldID, held: RetentionClass, months: MonthRange, placed: Timestamp) {
        self.id = id
        self.held = held
        self.months = months
        self.placed = placed
    }

    /// Whether it lies on the period.
    public func covers(_ period: KeyPeriod) -> Bool {
        held == period.retention && months.contains(period.month)
    }
}
