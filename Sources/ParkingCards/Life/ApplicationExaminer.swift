public import Facts
public import Gateway

/// Examines applications on behalf of a caller: by consults, in the caller's circumstances.
public protocol ApplicationExaminer: Sendable {
    /// Checks that the caller decides for the municipality and may count its cards, before anything
    /// of the application is kept.
    ///
    /// - Throws: ``AssessmentFailure``; a refusal is logged.
    func admit(
        _ application: CardApplication, in context: ConsultContext
    ) async throws(AssessmentFailure)

    /// Decides on the present day, and returns what the decision rests on.
    ///
    /// - Throws: ``AssessmentFailure``; never because a source is silent.
    func examine(
        _ application: CardApplication, counting register: CountedRegister,
        in context: ConsultContext
    ) async throws(AssessmentFailure) -> (decision: Decision, inputs: DecisionInputs)

    /// Whether somebody is alive; `nil` when that cannot be established.
    func isAlive(_ person: SSIN, in context: ConsultContext) async -> Bool?
}

extension AssessmentDesk: ApplicationExaminer {
    public func examine(
        _ application: CardApplication, counting register: CountedRegister,
        in context: ConsultContext
    ) async throws(AssessmentFailure) -> (decision: Decision, inputs: DecisionInputs) {
        try await explore(application, counting: register, by: register, in: context)
    }
}
