public import Facts

/// What was found out for one application; `nil` is a question that was not asked.
public struct Findings: Hashable, Sendable, Redacted {
    public var isPlateFree: Evidence<Bool>?
    public var isAlive: Evidence<Bool>?
    public var isResident: Evidence<Bool>?
    /// Whether it is known whose cards count together.
    public var household: Evidence<Bool>?
    /// How many cards count together; asked of the own register when the household is known.
    public var liveCards: Evidence<Int>?
    public var isRegistered: Evidence<Bool>?
    public var isHeldByApplicant: Evidence<Bool>?
    /// About the enterprise of the supporting document.
    public var isHeldByEmployer: Evidence<Bool>?
    public var isWithinLimits: Evidence<Bool>?
    public var mayDrive: Evidence<Bool>?

    public init() {}
}
