public import AccessRights

/// What became of an order.
public enum RightsOutcome: Hashable, Sendable {
    /// The step is taken and in the log.
    case taken(AuthorisationLife)
    case refused(StepRefusal)
}
