public import AccessRights
public import ConsultLog
public import Facts

/// A step that somebody wants to take.
public struct RightsOrder: Hashable, Sendable {
    public let step: RightsStep
    public let authorisation: AuthorisationID
    /// The terms, for a draft.
    public let terms: Authorisation?
    /// The hash of the terms that the orderer saw; `nil` for whatever they are now, which is not
    /// enough to approve them.
    public let version: AuthorisationHash?
    /// From which day it is valid; `nil` for today, or for the first day of terms that are approved
    /// before it.
    public let validFrom: CalendarDate?
    public let reason: StatedReason?

    public init(
        _ step: RightsStep, of authorisation: AuthorisationID, version: AuthorisationHash? = nil,
        validFrom: CalendarDate? = nil, because reason: StatedReason? = nil
    ) {
        self.step = step
        self.authorisation = authorisation
        terms = nil
        self.version = version
        self.validFrom = validFrom
        self.reason = reason
    }

    /// To write down terms.
    public init(drafting terms: Authorisation, because reason: StatedReason? = nil) {
        step = .draft
        authorisation = terms.id
        self.terms = terms
        version = terms.hash
        validFrom = nil
        self.reason = reason
    }
}
