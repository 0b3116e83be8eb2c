public import AccessRights
public import Facts

/// A step in the life of an authorisation.
///
/// One after which more can be given is durable before it takes effect; one after which less can be
/// given takes effect first. Beside it the boxes hold who took it (`official`) and, where it was
/// given, why (`reason`).
public struct RightChanged: Hashable, Sendable {
    /// The terms that the step is about.
    public let authorisation: AuthorisationReference
    public let step: RightsStep
    /// Where the authorisation stands after it, on the day of the entry.
    public let state: RightsState
    /// From which day the step is valid.
    public let validFrom: CalendarDate
    /// The place of the step in the history of all authorisations, from 1.
    public let revision: Int64
    /// How long this entry itself is kept.
    public let retention: RetentionClass

    public init(
        _ authorisation: AuthorisationReference, step: RightsStep, state: RightsState,
        validFrom: CalendarDate, revision: Int64, retention: RetentionClass = .standard
    ) {
        self.authorisation = authorisation
        self.step = step
        self.state = state
        self.validFrom = validFrom
        self.revision = revision
        self.retention = retention
    }
}
