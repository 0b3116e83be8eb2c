public import AccessRights
public import Facts

/// Who wanted to know what, and why: what every `asked` and `refused` entry says in clear.
public struct LoggedRequest: Hashable, Sendable {
    public let organisation: EnterpriseNumber
    public let application: ApplicationID
    public let purpose: PurposeID
    /// What is asked of the source, in the order of their names; empty when only a verification is
    /// known.
    public let attributes: [AttributeID]
    /// The yes or no for which it is asked.
    public let verification: VerificationID?
    /// The name that the caller gave the exchange.
    public let trace: TraceID?
    public let retention: RetentionClass

    public init(
        organisation: EnterpriseNumber, application: ApplicationID, purpose: PurposeID,
        attributes: Set<AttributeID>, verification: VerificationID? = nil, trace: TraceID? = nil,
        retention: RetentionClass
    ) {
        self.organisation = organisation
        self.application = application
        self.purpose = purpose
        self.attributes = attributes.count < 2 ? Array(attributes) : attributes.sorted()
        self.verification = verification
        self.trace = trace
        self.retention = retention
    }
}
