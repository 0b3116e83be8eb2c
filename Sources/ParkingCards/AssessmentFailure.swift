/// There is no decision, and nothing follows from that for the applicant.
public enum AssessmentFailure: Error, Hashable, Sendable {
    /// No regulation of that municipality is loaded.
    case unknownMunicipality
    /// The regulation has no such card on that day.
    case noRuleInForce
    /// The card register could not be read.
    case cardRegisterUnavailable
}
