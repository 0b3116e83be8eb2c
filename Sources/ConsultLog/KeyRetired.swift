public import AccessRights

/// The data keys of some months of one retention class are to be destroyed. Durable before the first
/// of them is, so that no key ever disappears without a word.
///
/// Beside it the boxes hold who ordered it (`official`) and, where it was given, why (`reason`).
public struct KeyRetired: Hashable, Sendable {
    /// The class whose entries nobody can read any more.
    public let retired: RetentionClass
    /// The months, oldest first.
    public let periods: [RetiredPeriod]
    /// How long this entry itself is kept.
    public let retention: RetentionClass

    public init(
        _ retired: RetentionClass, periods: [RetiredPeriod],
        retention: RetentionClass = .standard
    ) {
        self.retired = retired
        self.periods = periods.sorted { $0.month < $1.month }
        self.retention = retention
    }
}
