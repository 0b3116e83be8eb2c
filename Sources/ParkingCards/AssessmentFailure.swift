public import AccessRights
public import ConsultLog

/// There is no decision, and nothing follows from that for the applicant.
public enum AssessmentFailure: Error, Hashable, Sendable {
    /// No regulation of that municipality is loaded.
    case unknownMunicipality
    /// The regulation has no such card on that day.
    case noRuleInForce
    /// Another organisation decides for the municipality, or the caller has no right to count
    /// cards. It was logged, and nobody was asked.
    case refused(Refusal, ConsultID)
    /// The refusal could not be made durable.
    case refusalNotRecorded
    /// Whether the caller may count cards cannot be known now. It was not logged.
    case rightsUnknown
    /// The card register could not be read.
    case cardRegisterUnavailable
}
