public import Facts

/// An outcome that states a fact about the subject, and is therefore confidential.
public enum StatedOutcome: Hashable, Sendable, Redacted {
    /// Nothing beyond the outcome class. It is boxed like the rest, so that it cannot be told apart.
    case nothing
    /// What a verification answered; `nil` when it is not known.
    case answer(Bool?)
    /// What a verification answered that asks how many.
    case number(Int)
    case deceased
}
