/// What the rights say to a request.
public enum AccessDecision: Hashable, Sendable {
    case permitted(Grant)
    /// Allowed if the subject proves to be one of the population.
    case conditional(Grant, PopulationCheck)
    case refused(Refusal)
}
