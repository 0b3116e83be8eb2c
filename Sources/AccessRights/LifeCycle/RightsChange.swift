public import Facts

/// One step that was taken: what, by which hand, when it became known, and from which day it is
/// valid. It names nobody.
public struct RightsChange: Hashable, Sendable {
    public let authorisation: AuthorisationID
    public let step: RightsStep
    /// The hash of the terms that the step is about: what the actor saw.
    public let version: AuthorisationHash
    /// The terms, where the step brings them along.
    public let terms: Authorisation?
    public let actor: RightsActor
    /// When it became known.
    public let known: Timestamp
    /// From which day it is valid; for a draft and a submission the day means nothing.
    public let validFrom: CalendarDate
    /// Where the log has it; `nil` for a step of before that was kept.
    public let record: StepRecord?

    /// A step about terms that are known already.
    public init(
        _ step: RightsStep, of authorisation: AuthorisationID, version: AuthorisationHash,
        by actor: RightsActor, known: Timestamp, validFrom: CalendarDate,
        recorded record: StepRecord? = nil
    ) {
        self.step = step
        self.authorisation = authorisation
        self.version = version
        terms = nil
        self.actor = actor
        self.known = known
        self.validFrom = validFrom
        self.record = record
    }

    /// A step that brings its terms along.
    public init(
        _ step: RightsStep, _ terms: Authorisation, by actor: RightsActor, known: Timestamp,
        validFrom: CalendarDate, recorded record: StepRecord? = nil
    ) {
        self.step = step
        authorisation = terms.id
        version = terms.hash
        self.terms = terms
        self.actor = actor
        self.known = known
        self.validFrom = validFrom
        self.record = record
    }

    public var reference: AuthorisationReference {
        AuthorisationReference(id: authorisation, hash: version)
    }
}
