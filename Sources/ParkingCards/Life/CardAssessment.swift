public import CanonicalJSON
public import Facts

/// A decision on an application, and all that makes it again.
public struct CardAssessment: Hashable, Sendable, Redacted {
    public enum Finding: String, Hashable, Sendable, CaseIterable {
        case granted
        case refusalProposed
        case undetermined
    }

    public let finding: Finding
    /// The codes of the reasons.
    public let reasons: [String]
    public let nextStep: NextStep
    /// Whether an official confirms a grant.
    public let isGrantProposed: Bool
    /// What was granted; the validity is the one of the decision.
    public let entitlement: Entitlement?
    public let at: Timestamp
    /// The decision with all that explains it (``Decision/canonicalBytes()``).
    public let decision: JSONValue
    /// What it rests on (``DecisionInputs/canonicalBytes()``).
    public let inputs: JSONValue

    init?(_ decision: Decision, on inputs: DecisionInputs, at time: Timestamp) {
        guard let told = try? JSONValue(parsing: decision.canonicalBytes()),
            let basis = try? JSONValue(parsing: inputs.canonicalBytes())
        else { return nil }
        switch decision.outcome {
        case .granted(let entitlement):
            finding = .granted
            self.entitlement = entitlement
        case .refusalProposed:
            finding = .refusalProposed
            entitlement = nil
        case .undetermined:
            finding = .undetermined
            entitlement = nil
        }
        reasons = decision.reasons.map(\.code)
        nextStep = decision.nextStep
        isGrantProposed = decision.isGrantProposed
        at = time
        self.decision = told
        self.inputs = basis
    }

    init(
        finding: Finding, reasons: [String], nextStep: NextStep, isGrantProposed: Bool,
        entitlement: Entitlement?, at time: Timestamp, decision: JSONValue, inputs: JSONValue
    ) {
        self.finding = finding
        self.reasons = reasons
        self.nextStep = nextStep
        self.isGrantProposed = isGrantProposed
        self.entitlement = entitlement
        at = time
        self.decision = decision
        self.inputs = inputs
    }
}
