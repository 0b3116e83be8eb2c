public import AccessRights
public import ConsultLog
public import Facts

/// Who looks into the log, and why. Printing it shows nothing.
public struct Auditor: Hashable, Sendable, Redacted {
    public let official: OfficialID
    public let reason: StatedReason
    /// The application through which they look; `nil` for a command on the machine itself.
    public let organisation: EnterpriseNumber?
    public let application: ApplicationID?
    public let trace: TraceID?

    public init(
        official: OfficialID, reason: StatedReason, organisation: EnterpriseNumber? = nil,
        application: ApplicationID? = nil, trace: TraceID? = nil
    ) {
        self.official = official
        self.reason = reason
        self.organisation = organisation
        self.application = application
        self.trace = trace
    }
}
