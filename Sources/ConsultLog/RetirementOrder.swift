public import AccessRights

/// Which months somebody wants destroyed.
public struct RetirementOrder: Hashable, Sendable {
    /// All months before this one.
    public let before: Month
    /// Of this class alone; `nil`: of every class.
    public let retention: RetentionClass?
    /// Also months whose time is not over yet.
    public let isEarly: Bool
    public let official: OfficialID
    public let reason: StatedReason?

    public init(
        before: Month, retention: RetentionClass? = nil, isEarly: Bool = false,
        official: OfficialID, reason: StatedReason? = nil
    ) {
        self.before = before
        self.retention = retention
        self.isEarly = isEarly
        self.official = official
        self.reason = reason
    }
}
